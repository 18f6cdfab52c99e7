/** MariaDB gives JSON columns as text, MySQL as values. */
export const fromJson = <T>(v: unknown): T => (typeof v === 'string' ? (JSON.parse(v) as T) : (v as T));

/** A search text as LIKE pattern, its own wildcards taken literally. */
export const like = (s: string): string => `%${s.trim().replace(/[\\%_]/g, '\\$&')}%`;

/** DECIMAL text as people write it: 48.00 → 48, 59.50 → 59.5. */
export const plainDecimal = (v: string): string => (v.includes('.') ? v.replace(/\.?0+$/, '') : v);
