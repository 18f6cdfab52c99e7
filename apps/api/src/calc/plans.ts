import { z } from 'zod';
import {
  places as placesRule,
  rate as rateRule,
  ratePlanErrors,
  share as shareRule,
  timeliness,
} from '../../../../libs/plans/src/rules';
import { type Calc, CalcFault, at, atEach, readCase } from './fault';
import { cases, count, day, decimal, fraction, recordedAt } from './fields';

const rateCase = cases(z.strictObject({ count, population: count.nullable(), target: decimal }));

export const rate: Calc = (json) =>
  atEach('cases', readCase(rateCase, json).cases, ratePlanErrors, (c) => rateRule(c.count, c.population, c.target));

const shareCase = cases(z.strictObject({ num: count, den: count, percent: decimal }));

export const share: Calc = (json) =>
  atEach('cases', readCase(shareCase, json).cases, ratePlanErrors, (c) => shareRule(c.num, c.den, c.percent));

const placesCase = z.strictObject({
  required: count,
  count,
  losses: count,
  inflow: count,
  completion: fraction,
  pass: fraction,
  retention: fraction,
  intakes: z.int().min(0).max(1000),
});

export const places: Calc = (json) => {
  const input = readCase(placesCase, json);
  return at('', ratePlanErrors, () => placesRule(input));
};

/** Earlier hand-ins and returns; a return keeps the first complete submission (§5.8), so it is read and has no effect. */
const deadlineCase = z.strictObject({
  due: day,
  submittedAt: recordedAt,
  complete: z.boolean().default(true),
  history: z
    .array(
      z.strictObject({
        event: z.enum(['SUBMITTED', 'RETURNED', 'RESUBMITTED', 'ACCEPTED']),
        at: recordedAt,
        complete: z.boolean().default(true),
      }),
    )
    .default([]),
});

export const deadline: Calc = (json) => {
  const input = readCase(deadlineCase, json);
  const earlier = input.history.filter((h) => h.event === 'SUBMITTED' || h.event === 'RESUBMITTED');
  const last = { at: input.submittedAt, complete: input.complete };
  const result = at('', {}, () => timeliness(input.due, [...earlier, last]));
  if (result === null) throw new CalcFault('CALC_BAD_CASE', 'complete', 'no submission of the case is complete');
  return { onTime: result.onTime, daysLate: result.daysLate };
};
