import type { office } from './office';
import common from './common';
import home from './home';
import signin from './signin';
import account from './account';
import bases from './bases';
import classes from './classes';
import course from './course';
import exam from './exam';
import certificates from './certificates';
import tasks from './tasks';
import verify from './verify';

/** Sent with every page. Words that only officials' pages use are in `office`. */
export const messages = {
  common,
  home,
  signin,
  account,
  bases,
  classes,
  course,
  exam,
  certificates,
  tasks,
  verify,
} as const;
export type Messages = typeof messages & typeof office;
