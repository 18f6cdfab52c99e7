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
import type { ParamNames } from '..';
import type { Messages } from '../zh-CN';

const core = {
  common,
  home,
  signin,
  tasks,
} as const;

type En = typeof core & {
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

/** A sentence may leave a parameter out, but may not ask for one that the Chinese sentence does not have. */
type Strangers = {
  [A in keyof Messages]: {
    [K in keyof Messages[A] & keyof En[A]]: Exclude<ParamNames<En[A][K]>, ParamNames<Messages[A][K]>>;
  }[keyof Messages[A] & keyof En[A]];
}[keyof Messages];
const none: [Strangers] extends [never] ? true : Strangers = true;
void none;

type Core = Pick<Messages, keyof typeof core>;
export const messages: { [A in keyof Core]: { [K in keyof Core[A]]: string } } = core;
