/** MariaDB gives JSON columns as text, MySQL as values. */
export const fromJson = <T>(v: unknown): T => (typeof v === 'string' ? (JSON.parse(v) as T) : (v as T));

/** A search text as LIKE pattern, its own wildcards taken literally. */
export const like = (s: string): string => `%${s.trim().replace(/[\\%_]/g, '\\$&')}%`;
