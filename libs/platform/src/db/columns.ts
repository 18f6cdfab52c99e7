import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

// Column shapes used everywhere, so that two tables never spell the same thing in two ways.
type Options = Pick<ColumnOptions, 'nullable' | 'default' | 'name'>;
const ascii = { charset: 'ascii', collation: 'ascii_bin' } as const;

/** Primary key: UUIDv7 made by the application (no reliance on auto-increment, so Galera stays open). */
export const Id = () => PrimaryColumn('char', { length: 36, ...ascii });
/** Reference to another row's id. */
export const Ref = (o: Options = {}) => Column('char', { length: 36, ...ascii, ...o });
/** ASCII code: enum value, region code, certificate number. */
export const Code = (length: number, o: Options & { primary?: boolean } = {}) =>
  Column('varchar', { length, ...ascii, ...o });
/** Human text up to 191 or the given number of characters. */
export const Text = (length: number, o: Options = {}) => Column('varchar', { length, ...o });
export const LongText = (o: Options = {}) => Column('longtext', o);
/** Instant in UTC with milliseconds. */
export const Instant = (o: Options = {}) => Column('datetime', { precision: 3, ...o });
/** Calendar day in Asia/Shanghai. */
export const DayColumn = (o: Options = {}) => Column('date', o);
export const Int = (o: Options = {}) => Column('int', o);
export const BigInt64 = (o: Options = {}) => Column('bigint', o);
export const Decimal = (precision: number, scale: number, o: Options = {}) =>
  Column('decimal', { precision, scale, ...o });
export const Flag = (o: Options = {}) => Column('tinyint', o);
export const Json = (o: Options = {}) => Column('json', o);
/** Encrypted personal data: `v1.<nonce>.<ciphertext+tag>` in base64url. */
export const Sealed = (o: Options = {}) => Column('varchar', { length: 512, ...ascii, ...o });
/** Blind index: HMAC-SHA256 in hex, for equality look-up of a sealed value. */
export const BlindIndex = (o: Options = {}) => Column('char', { length: 64, ...ascii, ...o });
