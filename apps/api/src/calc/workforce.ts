import { z } from 'zod';
import { type Fact, type PersonFacts, mergeRecords, tallies, tallyErrors } from '../../../../libs/workforce/src/rules';
import { ASSUMED_LICENCE, fact } from './facts';
import { type Calc, at, readCase } from './fault';
import { day, knownAt } from './fields';

const tallyCase = z.strictObject({
  asOf: z.array(day).max(1000),
  knownAt: knownAt.nullish(),
  persons: z.array(z.strictObject({ id: z.string().min(1), facts: z.array(fact) })),
});

export const tally: Calc = (json) => {
  const input = readCase(tallyCase, json);
  const known = input.knownAt ?? null;
  const run = () => tallies(withLicences(input.persons, known), input.asOf, known);
  return at('persons', tallyErrors, run).map(({ asOf, physicians, therapists }) => ({ asOf, physicians, therapists }));
};

/**
 * The assumed licence for each person who names none in any of their records: one licence among merged records speaks
 * for all of them, also when it ended or was recorded later than the case looks.
 */
function withLicences(persons: readonly PersonFacts[], known: Date | null): PersonFacts[] {
  const licencesOnly = persons.map(({ id, facts }) => ({
    id,
    facts: facts
      .filter((f) => f.type === 'LICENCE' || f.type === 'MERGED_INTO')
      .map((f): Fact => (f.type === 'LICENCE' ? { ...f, recordedAt: null } : f)),
  }));
  const without = new Set(mergeRecords(licencesOnly, known).flatMap((p) => (p.facts.length === 0 ? [p.id] : [])));
  const listed = new Set(persons.map((p) => p.id));
  const absent = [...without].filter((id) => !listed.has(id)).map((id): PersonFacts => ({ id, facts: [] }));
  return [...persons, ...absent].map((p) =>
    without.has(p.id) ? { id: p.id, facts: [...p.facts, ASSUMED_LICENCE] } : p,
  );
}
