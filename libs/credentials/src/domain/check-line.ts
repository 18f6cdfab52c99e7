export interface TwoLanguages {
  zh: string;
  en: string;
}

export const say = (zh: string, en: string): TwoLanguages => ({ zh, en });

/** One line of the decision: what was found, what is needed, and whether that is enough. */
export interface CheckLine {
  /** the requirement's code, or the code of a condition of the person */
  code: string;
  requirementCode: string | null;
  passed: boolean;
  label: TwoLanguages;
  found: TwoLanguages;
  needed: TwoLanguages;
  /** further lines, e.g. the lessons still open */
  details: TwoLanguages[];
  source: string | null;
}

export interface Missing {
  /** error-table code, so that every surface words it alike */
  code: string;
  params: Record<string, string | number>;
  requirementCode: string | null;
}

/** A line and, when it did not pass, why. */
export type Finding = { line: CheckLine; missing?: Missing };
