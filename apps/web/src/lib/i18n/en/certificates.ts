import type zh from '../zh-CN/certificates';
import type { Like } from '..';

export default {
  title: 'Certificates',
} as const satisfies Like<typeof zh>;
