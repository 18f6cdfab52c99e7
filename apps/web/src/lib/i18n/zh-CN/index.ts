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

export const messages = {
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
export type Messages = typeof messages;
