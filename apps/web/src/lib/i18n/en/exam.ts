import type zh from '../zh-CN/exam';
import type { Like } from '..';

export default {
  title: 'Exam',
} as const satisfies Like<typeof zh>;
