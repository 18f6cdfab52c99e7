import type { Day } from '@app/kernel';

/** One row of one region code, abolished ones too. */
export interface RegionSpan {
  code: string;
  kind: string;
  validFrom: Day;
  validTo: Day | null;
  successorCode: string | null;
}

/** The regions as they are on one day: a code abolished by then stands for its successor (§4.2). */
export class RegionsOn {
  private readonly successor = new Map<string, string>();
  private readonly present = new Map<string, RegionSpan>();

  constructor(
    history: readonly RegionSpan[],
    readonly day: Day,
  ) {
    for (const r of history) {
      if (r.validTo && r.validTo <= day && r.successorCode) this.successor.set(r.code, r.successorCode);
      if (r.validFrom <= day && (!r.validTo || r.validTo > day)) this.present.set(r.code, r);
    }
  }

  codeOn(code: string): string {
    let c = code;
    for (let i = 0; i < 5 && !this.present.has(c) && this.successor.has(c); i++) c = this.successor.get(c)!;
    return c;
  }

  /** Codes under a prefix on that day, in order; statistical areas are no places where people are counted. */
  under(prefix: string): string[] {
    return [...this.present.values()]
      .filter((r) => r.code.startsWith(prefix) && r.kind !== 'STATISTICAL_AREA')
      .map((r) => r.code)
      .sort();
  }

  /** Abolished codes outside a prefix whose people are counted under it on that day. */
  absorbed(prefix: string): string[] {
    return [...this.successor.keys()].filter((c) => !c.startsWith(prefix) && this.codeOn(c).startsWith(prefix)).sort();
  }
}
