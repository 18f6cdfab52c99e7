import type zh from '../zh-CN/classes';
import type { Like } from '..';

export default {
  title: 'Classes',
} as const satisfies Like<typeof zh>;
