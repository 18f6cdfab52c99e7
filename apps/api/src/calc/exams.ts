import { z } from 'zod';
import { OBJECTIVE_ITEM_TYPES, grade, gradingErrors } from '../../../../libs/exams/src/rules';
import { type Calc, CalcFault, at, readCase } from './fault';
import { decimal } from './fields';

const scoreCase = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      type: z.enum(OBJECTIVE_ITEM_TYPES),
      key: z.string(),
      points: decimal,
      partial: z.boolean().optional(),
    }),
  ),
  answers: z.record(z.string(), z.string()),
});

export const score: Calc = (json) => {
  const { items, answers } = readCase(scoreCase, json);
  const known = new Set(items.map((item) => item.id));
  const stray = Object.keys(answers).find((id) => !known.has(id));
  if (stray !== undefined) throw new CalcFault('CALC_BAD_CASE', `answers.${stray}`, 'answers no item of the case');
  const { total, items: scores } = at('items', gradingErrors, () => grade(items, answers));
  return { total, items: scores };
};
