/** MariaDB gives JSON columns as text, MySQL as values. */
export const fromJson = <T>(value: unknown): T => (typeof value === 'string' ? (JSON.parse(value) as T) : (value as T));
