import type { PersonFacts } from './facts';

const joined = <T>(lists: (readonly T[] | undefined)[], key: (x: T) => string, day: (x: T) => string): T[] => {
  const seen = new Map<string, T>();
  for (const x of lists.flatMap((l) => l ?? [])) if (!seen.has(key(x))) seen.set(key(x), x);
  return [...seen.values()].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
};

/**
 * A person of several records: the survivor's facts first, then what only the duplicates know. The same title, site or
 * licence told in two records is one. Of two open main sites the one that began last counts (`mainSite`).
 */
export function wholePerson(own: PersonFacts, duplicates: readonly PersonFacts[]): PersonFacts {
  if (!duplicates.length) return own;
  const all = [own, ...duplicates];
  return {
    ...own,
    diedOn:
      all
        .map((f) => f.diedOn)
        .filter((d) => d !== null)
        .sort()[0] ?? null,
    licences: joined(
      all.map((f) => f.licences),
      (l) => `${l.level} ${l.category} ${l.startOn} ${l.endOn}`,
      (l) => l.startOn,
    ),
    qualifications: joined(
      all.map((f) => f.qualifications),
      (q) => `${q.subject} ${q.rank}`,
      (q) => q.obtainedOn,
    ),
    residencies: joined(
      all.map((f) => f.residencies),
      (r) => r.specialty,
      (r) => r.completedOn ?? '',
    ),
    titles: joined(
      all.map((f) => f.titles),
      (t) => t.title,
      (t) => t.qualifiedOn,
    ),
    certificates: joined(
      all.map((f) => f.certificates),
      (c) => c.number,
      (c) => c.issuedOn,
    ),
    sites: joined(
      all.map((f) => f.sites),
      (s) => `${s.institutionId} ${s.role} ${s.startOn} ${s.endOn}`,
      (s) => s.startOn,
    ),
    educations: joined(
      all.map((f) => f.educations),
      (e) => `${e.level} ${e.school}`,
      (e) => e.graduatedOn,
    ),
    leaves: joined(
      all.map((f) => f.leaves),
      (l) => l.startOn,
      (l) => l.startOn,
    ),
    moves: joined(
      all.map((f) => f.moves),
      (m) => `${m.direction} ${m.movedOn}`,
      (m) => m.movedOn,
    ),
  };
}
