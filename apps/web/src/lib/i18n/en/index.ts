import common from './common';
import home from './home';
import signin from './signin';
import account from './account';
import goals from './goals';
import registry from './registry';
import bases from './bases';
import classes from './classes';
import course from './course';
import exam from './exam';
import certificates from './certificates';
import tasks from './tasks';
import admin from './admin';
import verify from './verify';
import type { ParamNames } from '..';
import type { Messages } from '../zh-CN';

const en = {
  common,
  home,
  signin,
  account,
  goals,
  registry,
  bases,
  classes,
  course,
  exam,
  certificates,
  tasks,
  admin,
  verify,
} as const;

/** A sentence may leave a parameter out, but may not ask for one that the Chinese sentence does not have. */
type Strangers = {
  [A in keyof Messages]: {
    [K in keyof Messages[A] & keyof (typeof en)[A]]: Exclude<ParamNames<(typeof en)[A][K]>, ParamNames<Messages[A][K]>>;
  }[keyof Messages[A] & keyof (typeof en)[A]];
}[keyof Messages];
const none: [Strangers] extends [never] ? true : Strangers = true;
void none;

export const messages: { [A in keyof Messages]: { [K in keyof Messages[A]]: string } } = en;
