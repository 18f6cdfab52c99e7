/** JSON columns come as text or as parsed values, depending on server and driver. */
export const fromJson = <T>(v: unknown): T => (typeof v === 'string' ? JSON.parse(v) : v) as T;
