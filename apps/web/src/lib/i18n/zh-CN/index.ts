import type admin from './admin';
import type counting from './counting';
import type desk from './desk';
import type figures from './figures';
import type goals from './goals';
import type indicators from './indicators';
import type people from './people';
import type places from './places';
import type peopleDesk from './peopleDesk';
import type registry from './registry';
import type reports from './reports';
import common from './common';
import home from './home';
import signin from './signin';
import type account from './account';
import type bases from './bases';
import type classes from './classes';
import type course from './course';
import type exam from './exam';
import type certificates from './certificates';
import tasks from './tasks';
import type verify from './verify';

/** Sent with every page. The areas `APART` in `..` come when needed. */
export const messages = {
  common,
  home,
  signin,
  tasks,
} as const;
export type Messages = typeof messages & {
  readonly account: typeof account;
  readonly certificates: typeof certificates;
  readonly classes: typeof classes;
  readonly verify: typeof verify;
  readonly admin: typeof admin;
  readonly bases: typeof bases;
  readonly exam: typeof exam;
  readonly counting: typeof counting;
  readonly course: typeof course;
  readonly desk: typeof desk;
  readonly figures: typeof figures;
  readonly goals: typeof goals;
  readonly indicators: typeof indicators;
  readonly people: typeof people;
  readonly places: typeof places;
  readonly peopleDesk: typeof peopleDesk;
  readonly registry: typeof registry;
  readonly reports: typeof reports;
};
