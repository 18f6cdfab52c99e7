import { certificateNumber, ids } from './codes';
import { score } from './exams';
import { type Calc, CalcFault } from './fault';
import { deadline, places, rate, share } from './plans';
import { eligibility } from './programmes';
import { tally } from './workforce';

export { CalcFault } from './fault';

/** The rules by name; a new one is added here and in `calc.md`. */
const calcs: ReadonlyMap<string, Calc> = new Map<string, Calc>([
  ['ids', ids],
  ['certificate-number', certificateNumber],
  ['rate', rate],
  ['share', share],
  ['tally', tally],
  ['places', places],
  ['score', score],
  ['eligibility', eligibility],
  ['deadline', deadline],
]);

export const calcNames: readonly string[] = [...calcs.keys()];

/**
 * Runs one of the product's pure rules on a case: no database, no server, no clock.
 * @throws CalcFault for an unknown name, a case of the wrong shape, or a refusal of the rule.
 */
export function runCalc(name: string, caseJson: unknown): unknown {
  const calc = calcs.get(name);
  if (!calc) throw new CalcFault('CALC_UNKNOWN_NAME', '', `unknown rule "${name}"; known: ${calcNames.join(', ')}`);
  return calc(caseJson);
}
