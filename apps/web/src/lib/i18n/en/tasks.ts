import type zh from '../zh-CN/tasks';
import type { Like } from '..';

export default {
  title: 'To do',
} as const satisfies Like<typeof zh>;
