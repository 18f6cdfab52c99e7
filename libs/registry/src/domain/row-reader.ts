import { dayOf, isDay } from '@app/kernel';
import { CODE_SETS, type CodeOf, type CodeSetName, codeFromWord } from './code-sets';
import type { ImportFault, ImportFaultCode } from './import-faults';

export type RowValues = Record<string, string>;

/** Takes cells of one row, one by one, and collects every fault rather than stopping at the first. */
export class RowReader {
  readonly faults: ImportFault[] = [];
  readonly today: string;

  constructor(
    private readonly values: RowValues,
    private readonly digitsLost: readonly string[],
    now: Date,
  ) {
    this.today = dayOf(now);
  }

  fault(column: string | null, code: ImportFaultCode, params?: Record<string, string | number>): null {
    this.faults.push({ column, code, ...(params ? { params } : {}) });
    return null;
  }

  has(column: string): boolean {
    return Boolean(this.values[column]);
  }

  /** The cell, null when empty or lost. */
  text(column: string, o: { required?: boolean; max?: number } = {}): string | null {
    if (this.digitsLost.includes(column)) return this.fault(column, 'DIGITS_LOST');
    const value = this.values[column] ?? '';
    if (!value) return o.required ? this.fault(column, 'REQUIRED') : null;
    if (o.max && Array.from(value).length > o.max) return this.fault(column, 'TOO_LONG', { max: o.max });
    return value;
  }

  code<N extends CodeSetName>(column: string, set: N, o: { required?: boolean } = {}): CodeOf<N> | null {
    const word = this.text(column, o);
    return word ? this.word(column, set, word) : null;
  }

  /** One word of a cell as a code. */
  word<N extends CodeSetName>(column: string, set: N, word: string): CodeOf<N> | null {
    const code = codeFromWord(set, word);
    if (code) return code as CodeOf<N>;
    return this.fault(column, 'UNKNOWN_WORD', {
      value: word.slice(0, 20),
      allowed: CODE_SETS[set].map((c) => c.zh).join('、'),
    });
  }

  day(
    column: string,
    o: { required?: boolean; future?: boolean; notBefore?: { column: string; day: string | null } } = {},
  ): string | null {
    const value = this.text(column, o);
    if (!value) return null;
    if (!isDay(value)) return this.fault(column, 'BAD_DAY', { value: String(value).slice(0, 20) });
    if (!o.future && value > this.today) return this.fault(column, 'FUTURE_DAY');
    if (o.notBefore?.day && value < o.notBefore.day)
      return this.fault(column, 'DAY_ORDER', { other: o.notBefore.column });
    return value;
  }

  /** Words of a list in one cell. */
  list(column: string): string[] {
    return (this.text(column) ?? '')
      .split(/[、，,;；|/]/)
      .map((s) => s.trim())
      .filter(Boolean);
  }
}
