import type zh from '../zh-CN/signin';
import type { Like } from '..';

export default {
  title: 'Sign in',
} as const satisfies Like<typeof zh>;
