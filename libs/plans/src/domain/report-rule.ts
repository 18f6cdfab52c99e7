import type { Section } from './report';

interface Both {
  zh: string;
  en: string;
}
interface Given<T> {
  value: T;
  source: Both;
}

/** How reports run, as data with version and source (content/rules/report-rule-v1.json). */
export interface ReportRule {
  version: string;
  effectiveFrom: string;
  name: Both;
  summary: Both;
  source: string;
  daysSoon: Given<number[]>;
  /** calendar days for a resubmission when the return names no day */
  resubmissionDays: Given<number>;
  /** WARN: drafter and signer being one person is pointed out, not refused */
  sameSigner: Given<'WARN'>;
  /** kinds of file a signed scan may be */
  sealKinds: Given<string[]>;
  /** what an evaluation of the province holds, where the plan does not say */
  provinceSections: Given<Section[]>;
}
