import type zh from '../zh-CN/verify';
import type { Like } from '..';

export default {
  title: 'Verify a certificate',
} as const satisfies Like<typeof zh>;
