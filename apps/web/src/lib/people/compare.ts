import type { RecordFactsFragment } from '$lib/gql/graphql';
import { t } from '$lib/i18n';
import { period } from '$lib/registry/period';
import { word } from '$lib/registry/words';
import { peopleWord } from './words';

export interface CompareRow {
  label: string;
  a: string[];
  b: string[];
  same: boolean;
}

const lines: [label: () => string, of: (r: RecordFactsFragment) => string[]][] = [
  [() => t('registry.name'), (r) => [r.name]],
  [() => t('registry.sexLabel'), (r) => [word('sex', r.sex)]],
  [() => t('registry.birthDate'), (r) => [r.birthDate]],
  [() => t('peopleDesk.tail'), (r) => [r.citizenIdMasked.slice(-4)]],
  [() => t('registry.phone'), (r) => (r.phoneMasked ? [r.phoneMasked] : [])],
  [() => t('registry.diedOn'), (r) => (r.diedOn ? [r.diedOn] : [])],
  [
    () => t('registry.licences'),
    (r) =>
      r.licences.map((l) =>
        [word('licenceLevel', l.level), word('category', l.category), l.numberMasked, period(l)]
          .filter(Boolean)
          .join(' · '),
      ),
  ],
  [
    () => t('registry.scopes'),
    (r) => r.licences.flatMap((l) => l.scopes.map((s) => `${word('scope', s.scope)} · ${period(s)}`)),
  ],
  [() => t('registry.titles'), (r) => r.titles.map((x) => `${x.title} · ${x.qualifiedOn}`)],
  [
    () => t('registry.qualifications'),
    (r) => r.qualifications.map((q) => `${word('subject', q.subject)} · ${word('rank', q.rank)} · ${q.obtainedOn}`),
  ],
  [() => t('people.educations'), (r) => r.educations.map((e) => `${e.school} · ${peopleWord('education', e.level)}`)],
  [
    () => t('registry.residencies'),
    (r) => r.residencies.map((x) => [word('scope', x.specialty), x.completedOn].filter(Boolean).join(' · ')),
  ],
  [
    () => t('peopleDesk.sites'),
    (r) => r.sites.map((s) => `${s.institutionName} · ${word('siteRole', s.role)} · ${period(s)}`),
  ],
  [() => t('registry.certificates'), (r) => r.certificates.map((c) => `${c.number} · ${c.issuedOn}`)],
];

/** Both records line by line; what neither says is left out. */
export const compared = (a: RecordFactsFragment, b: RecordFactsFragment): CompareRow[] =>
  lines
    .map(([label, of]) => ({ label: label(), a: of(a), b: of(b) }))
    .filter((x) => x.a.length || x.b.length)
    .map((x) => ({ ...x, same: x.a.join('|') === x.b.join('|') }));
