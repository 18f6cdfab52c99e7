import type zh from '../zh-CN/admin';
import type { Like } from '..';

export default {
  title: 'Administration',
} as const satisfies Like<typeof zh>;
