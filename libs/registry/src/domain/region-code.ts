const MARKS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Statistical areas have no GB/T 2260 code: they take `7x` under their city, where GB/T 2260 gives none (§3.3). */
export const freeAreaCode = (cityCode: string, taken: ReadonlySet<string>): string | null => {
  const stem = `${cityCode.slice(0, 4)}7`;
  const mark = [...MARKS].find((m) => !taken.has(stem + m));
  return mark ? stem + mark : null;
};

/** A county's code: six digits under its city, not one kept for statistical areas. */
export const plainRegionCode = (code: string, cityCode: string): boolean =>
  /^\d{6}$/.test(code) && code.startsWith(cityCode.slice(0, 4)) && !code.endsWith('00') && code[4] !== '7';
