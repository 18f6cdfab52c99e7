import type { RecordFactsFragment } from '$lib/gql/graphql';
import { period } from '$lib/registry/period';
import { word } from '$lib/registry/words';
import { factRef, type FactRef } from './acts';
import { peopleWord } from './words';

/** Every fact of a record as the forms know it. */
export const refsOf = (r: RecordFactsFragment): FactRef[] => [
  factRef.person(r),
  ...r.licences.flatMap((l) => [
    factRef.licence(l, `${word('licenceLevel', l.level)} · ${word('category', l.category)}`),
    ...l.scopes.map((s) => factRef.scope(s, word('scope', s.scope))),
    ...l.suspensions.map((s) => factRef.suspension(s, period(s))),
  ]),
  ...r.qualifications.map((q) => factRef.qualification(q, `${word('subject', q.subject)} · ${word('rank', q.rank)}`)),
  ...r.titles.map((x) => factRef.title(x, x.title)),
  ...r.residencies.map((x) => factRef.residency(x, word('scope', x.specialty))),
  ...r.educations.map((e) => factRef.education(e, e.school)),
  ...r.sites.map((s) => factRef.site(s, `${s.institutionName} · ${period(s)}`)),
  ...r.leaves.map((l) => factRef.leave(l, peopleWord('leave', l.kind))),
];
