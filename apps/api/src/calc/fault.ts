import { DomainError, type ErrorText, formatMessage, kernelErrors } from '@app/kernel';
import { z } from 'zod';

/** A case `kx calc` cannot answer. `path` is dotted (`cases.3.target`), empty for the whole case. */
export class CalcFault extends Error {
  constructor(
    readonly code: string,
    readonly path: string,
    message: string,
  ) {
    super(message);
    this.name = 'CalcFault';
  }
}

/** One named rule: reads its case strictly and calls the product's own pure function. */
export type Calc = (caseJson: unknown) => unknown;

/** @throws CalcFault CALC_BAD_CASE with the path of the first fault; unknown keys are faults. */
export function readCase<T>(schema: z.ZodType<T>, caseJson: unknown): T {
  const parsed = schema.safeParse(caseJson);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  throw new CalcFault('CALC_BAD_CASE', [...issue.path, ...extra].map(String).join('.'), issue.message);
}

/** Runs a rule; its refusal becomes a CalcFault of the same code at `path`. Anything else is a fault of ours and passes. */
export function at<T>(path: string, texts: Readonly<Record<string, ErrorText>>, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const text = { ...kernelErrors, ...texts }[error.code];
    throw new CalcFault(error.code, path, text ? formatMessage(text.en, error.params) : error.code);
  }
}
