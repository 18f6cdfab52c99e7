import type zh from '../zh-CN/bases';
import type { Like } from '..';

export default {
  title: 'Training bases',
} as const satisfies Like<typeof zh>;
