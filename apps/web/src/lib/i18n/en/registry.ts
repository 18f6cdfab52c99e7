import type zh from '../zh-CN/registry';
import type { Like } from '..';

export default {
  title: 'People and institutions',
} as const satisfies Like<typeof zh>;
