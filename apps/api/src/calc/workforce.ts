import { z } from 'zod';
import { type Fact, type PersonFacts, tallies, tallyErrors } from '../../../../libs/workforce/src/rules';
import { type Calc, at, readCase } from './fault';
import { day, knownAt, recordedAt } from './fields';

const common = { from: day, to: day.nullish(), recordedAt: recordedAt.nullish() };
const certificate = {
  revokedOn: day.nullish(),
  cancelledOn: day.nullish(),
  validTo: day.nullish(),
  endRecordedAt: recordedAt.nullish(),
};
const region = z.string().regex(/^\d{6}$/, 'a six-digit region code');

const fact = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('LICENCE'),
      level: z.union([z.literal(1), z.literal(2)]),
      category: z.enum(['CLINICAL', 'DENTAL', 'PUBLIC_HEALTH', 'TCM']),
      ...common,
    }),
    z.strictObject({ type: z.literal('LICENCE_SUSPENDED'), ...common }),
    z.strictObject({ type: z.literal('SCOPE'), scope: z.string().min(1), ...common }),
    z.strictObject({ type: z.literal('TRANSFER_CERT'), ...common, ...certificate }),
    z.strictObject({ type: z.literal('INDUCTION_CERT'), ...common, ...certificate }),
    z.strictObject({ type: z.literal('RESIDENCY'), ...common }),
    z.strictObject({ type: z.literal('THERAPY_QUALIFICATION'), ...common }),
    z.strictObject({
      type: z.literal('SITE'),
      region,
      institution: z.enum(['MEDICAL', 'OTHER']),
      role: z.enum(['MAIN', 'FILED']),
      post: z.enum(['REHAB', 'OTHER']).optional(),
      ...common,
    }),
    z.strictObject({ type: z.literal('DEATH'), from: day, recordedAt: common.recordedAt }),
    z.strictObject({
      type: z.literal('MERGED_INTO'),
      person: z.string().min(1),
      from: day.default('0001-01-01'),
      recordedAt: common.recordedAt,
    }),
  ])
  .refine((f) => !('to' in f) || !f.to || f.to >= f.from, { path: ['to'], message: 'before from' });

const tallyCase = z.strictObject({
  asOf: z.array(day),
  knownAt: knownAt.nullish(),
  persons: z.array(z.strictObject({ id: z.string().min(1), facts: z.array(fact) })),
});

export const tally: Calc = (json) => {
  const input = readCase(tallyCase, json);
  const persons = input.persons.map(withLicence);
  return at('persons', tallyErrors, () => tallies(persons, input.asOf, input.knownAt ?? null)).map(
    ({ asOf, physicians, therapists }) => ({ asOf, physicians, therapists }),
  );
};

/** A case may leave LICENCE out: a valid level-1 clinical licence is then assumed. Services never assume one. */
function withLicence(person: { id: string; facts: Fact[] }): PersonFacts {
  if (person.facts.some((f) => f.type === 'LICENCE')) return person;
  const assumed: Fact = { type: 'LICENCE', level: 1, category: 'CLINICAL', from: '0001-01-01' };
  return { id: person.id, facts: [...person.facts, assumed] };
}
