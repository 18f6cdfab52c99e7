import { createHash, randomBytes, randomFillSync } from 'node:crypto';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MAX_MS = 2 ** 48 - 1;

const pool = Buffer.alloc(4096);
let poolAt = pool.length;
let lastMs = -1;
let counter = 0;

function takeRandom(bytes: number): Buffer {
  if (poolAt + bytes > pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  poolAt += bytes;
  return pool.subarray(poolAt - bytes, poolAt);
}

/**
 * A new UUIDv7 (RFC 9562), lower case. Each id of a process sorts after the one before it, also when the clock stands
 * still or steps back (the time part then keeps the last value). Not a secret: use `randomToken` for those.
 * @param now milliseconds since 1970, 0 to 2^48-1; the system clock when absent.
 * @throws RangeError when `now` is out of bounds.
 */
export function newId(now: number = Date.now()): string {
  const ms = Math.trunc(now);
  if (!(ms >= 0 && ms <= MAX_MS)) throw new RangeError(`newId: ${now} is out of bounds`);
  const random = takeRandom(9);
  if (ms > lastMs) {
    lastMs = ms;
    counter = random[8]! << 3;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = ((random[0]! & 0x3f) | 0x80).toString(16);
  const rest = random.toString('hex', 1, 8);
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-` +
    `${variant}${rest.slice(0, 2)}-${rest.slice(2)}`
  );
}

/** True for a lower-case UUIDv7 as `newId` makes it. */
export function isId(s: unknown): s is string {
  return typeof s === 'string' && ID.test(s);
}

/** Unguessable token from the system's CSPRNG, base64url without padding. @param bytes of entropy, at least 8. */
export function randomToken(bytes = 16): string {
  if (!Number.isInteger(bytes) || bytes < 8) throw new RangeError('randomToken: at least 8 bytes');
  return randomBytes(bytes).toString('base64url');
}

/** SHA-256 as 64 lower-case hex digits; strings are hashed as UTF-8. */
export function sha256Hex(data: string | Buffer | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * One text per value, for hashing (after RFC 8785): keys sorted by UTF-16 unit, no spaces, `undefined` members left
 * out, dates as ISO strings.
 * @throws TypeError for what JSON would silently change or drop (NaN, bigint, functions, Map, Set, `undefined` in a
 * list, cycles): two different values must not hash alike.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, above: object[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value !== 'object') throw new TypeError(`canonicalJson: cannot write ${typeof value} ${String(value)}`);
  if (above.includes(value)) throw new TypeError('canonicalJson: cycle');
  const path = [...above, value];
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, path)).join(',')}]`;
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) {
    throw new TypeError('canonicalJson: plain objects only');
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, path)}`);
  return `{${members.join(',')}}`;
}
