import { toHalfWidth } from './text';

const MOBILE = /^1[3-9]\d{9}$/;

/** A mainland mobile number as 11 digits; null when it is none. Spaces, hyphens, +86/0086/86 and full-width are removed. */
export function normalizePhone(raw: string): string | null {
  const bare = toHalfWidth(raw)
    .replace(/[\s-]/g, '')
    .replace(/^(?:\+86|0086|86(?=\d{11}$))/, '');
  return MOBILE.test(bare) ? bare : null;
}
