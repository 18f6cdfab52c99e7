/** One bad input field. `path` is dotted (`person.citizenId`, `rows.3.name`), `code` as in a `DomainError`. */
export interface FieldFault {
  path: string;
  code: string;
  params?: Record<string, unknown>;
}

/** One cause of a refusal; a refusal carries all of them, not the first. */
export interface Reason {
  code: string;
  params?: Record<string, unknown>;
}

/** A refusal the caller can act on; anything else leaves the server as INTERNAL. `message` is the code. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, unknown> = {},
    readonly fields: FieldFault[] = [],
    readonly reasons: Reason[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Text of one error code in both languages; `{param}` is replaced from the error's params. `http` defaults to 409. */
export interface ErrorText {
  readonly zh: string;
  readonly en: string;
  readonly http?: number;
}

const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/**
 * Declares the error codes of one lib. Returns the same object; a code without both languages does not compile.
 * @throws TypeError when a code is not a capability-prefixed UPPER_CASE name (fails at load, so in every test run).
 */
export function defineErrors<const T extends Record<string, ErrorText>>(texts: T): T {
  for (const code of Object.keys(texts)) {
    if (!CODE.test(code)) throw new TypeError(`error code ${code} is not CAPABILITY_FACT`);
  }
  return texts;
}

/** Fills `{name}` from `params`; lists are joined with `, `. An absent param stays visible as `{name}`. */
export function formatMessage(template: string, params: Record<string, unknown> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined || value === null) return whole;
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}

export const kernelErrors = defineErrors({
  KERNEL_ILLEGAL_TRANSITION: {
    zh: '当前状态“{from}”不允许执行“{event}”。',
    en: 'The event {event} is not allowed in state {from}.',
    http: 409,
  },
  KERNEL_BAD_DAY: {
    zh: '“{value}”不是有效日期（YYYY-MM-DD）。',
    en: '{value} is not a valid day (YYYY-MM-DD).',
    http: 400,
  },
  KERNEL_BAD_DECIMAL: { zh: '“{value}”不是有效的十进制数。', en: '{value} is not a valid decimal number.', http: 400 },
  KERNEL_DIVISION_BY_ZERO: { zh: '除数为零。', en: 'Division by zero.', http: 400 },
});
