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

const MOST_NAMED = 20;

/** All faults as one: `path` is that of the first, the message names every place when there are several. */
export function allFaults(faults: readonly CalcFault[]): CalcFault {
  const first = faults[0]!;
  if (faults.length === 1) return first;
  const named = faults.slice(0, MOST_NAMED).map((f) => `${f.path || 'case'}: ${f.message}`);
  const rest = faults.length - named.length;
  const more = rest > 0 ? `; and ${rest} more` : '';
  return new CalcFault(first.code, first.path, `${faults.length} faults: ${named.join('; ')}${more}`);
}

/** @throws CalcFault CALC_BAD_CASE with the path of the first fault and every fault named; unknown keys are faults. */
export function readCase<T>(schema: z.ZodType<T>, caseJson: unknown): T {
  const parsed = schema.safeParse(caseJson);
  if (parsed.success) return parsed.data;
  throw allFaults(
    parsed.error.issues.flatMap((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]];
      return keys.map((extra) => badCase([...issue.path, ...extra].map(String).join('.'), issue.message));
    }),
  );
}

const badCase = (path: string, message: string): CalcFault => new CalcFault('CALC_BAD_CASE', path, message);

/** `at` for every case of a list, `path.index` each. @throws CalcFault naming all refusals of the rule at once */
export function atEach<C, T>(
  path: string,
  list: readonly C[],
  texts: Readonly<Record<string, ErrorText>>,
  run: (item: C) => T,
): T[] {
  const faults: CalcFault[] = [];
  const answers: T[] = [];
  list.forEach((item, i) => {
    try {
      answers.push(at(`${path}.${i}`, texts, () => run(item)));
    } catch (error) {
      if (!(error instanceof CalcFault)) throw error;
      faults.push(error);
    }
  });
  if (faults.length > 0) throw allFaults(faults);
  return answers;
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
