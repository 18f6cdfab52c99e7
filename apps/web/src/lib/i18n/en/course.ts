import type zh from '../zh-CN/course';
import type { Like } from '..';

export default {
  title: 'Course',
} as const satisfies Like<typeof zh>;
