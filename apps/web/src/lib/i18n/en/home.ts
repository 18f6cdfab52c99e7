import type zh from '../zh-CN/home';
import type { Like } from '..';

export default {
  title: 'Home',
} as const satisfies Like<typeof zh>;
