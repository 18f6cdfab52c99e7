import type zh from '../zh-CN/goals';
import type { Like } from '..';

export default {
  title: 'Goals',
} as const satisfies Like<typeof zh>;
