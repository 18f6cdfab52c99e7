import { addDays } from '@app/kernel';
import { wordOf, type CodeSetName } from './code-sets';
import type { InstitutionFacts, PersonFacts, SiteFact } from './facts';

/** FHIR R4 (4.0.1) resources of the registry. Identity numbers leave by their last four only. */
export type Resource = { resourceType: string; id: string } & Record<string, unknown>;

const SYSTEM = 'urn:kangxun:code:';
const EXTENSION = 'urn:kangxun:extension:';
const COMPOUND = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '司徒',
  '东方',
  '慕容',
  '尉迟',
  '公孙',
  '令狐',
  '端木',
  '夏侯',
  '长孙',
];

const concept = (set: string, code: string, text: string) => ({
  coding: [{ system: `${SYSTEM}${set}`, code, display: text }],
  text,
});
const coded = (set: CodeSetName, code: string) => concept(set, code, wordOf(set, code));

/** FHIR periods include their end; ours are half-open. */
function period(startOn: string | null, endOn: string | null): { start?: string; end?: string } | undefined {
  if (!startOn && !endOn) return undefined;
  const end = endOn ? addDays(endOn, -1) : undefined;
  // A fact that ended the day it began has no day of its own.
  return { ...(startOn ? { start: startOn } : {}), ...(end && (!startOn || end >= startOn) ? { end } : {}) };
}

function humanName(name: string) {
  if (!/^[\u4e00-\u9fff·]+$/.test(name)) return { use: 'official', text: name };
  const cut = COMPOUND.some((c) => name.startsWith(c)) ? 2 : 1;
  return { use: 'official', text: name, family: name.slice(0, cut), given: [name.slice(cut) || name] };
}

const clean = <T extends Record<string, unknown>>(o: T): T =>
  Object.fromEntries(
    Object.entries(o).filter(([, v]) => v !== undefined && v !== null && !(Array.isArray(v) && !v.length)),
  ) as T;

export interface FhirPerson {
  facts: PersonFacts;
  citizenIdTail: string;
  updatedAt: Date;
}

export function practitioner({ facts: f, citizenIdTail, updatedAt }: FhirPerson, day: string): Resource {
  const licences = f.licences.map((l) =>
    clean({
      code: concept(
        'licence',
        `${l.level}-${l.category}`,
        `${wordOf('licenceLevel', String(l.level))}（${wordOf('category', l.category)}）`,
      ),
      period: period(l.startOn, l.endOn),
      extension: [
        ...l.scopes.map((s) => ({
          url: `${EXTENSION}scope-of-practice`,
          extension: [
            { url: 'scope', valueCodeableConcept: coded('scope', s.scope) },
            { url: 'period', valuePeriod: period(s.startOn, s.endOn) },
          ],
        })),
        ...l.suspensions.map((s) => ({ url: `${EXTENSION}suspension`, valuePeriod: period(s.startOn, s.endOn) })),
      ],
    }),
  );
  const titles = f.titles.map((t) =>
    clean({
      code: concept('title', t.rank, t.title),
      period: period(t.qualifiedOn, null),
      extension: t.appointedOn ? [{ url: `${EXTENSION}appointed-on`, valueDate: t.appointedOn }] : [],
    }),
  );
  const technical = f.qualifications.map((q) => ({
    code: concept(
      'technical-qualification',
      `${q.subject}-${q.rank}`,
      `${wordOf('subject', q.subject)}（${wordOf('rank', q.rank)}）`,
    ),
    period: period(q.obtainedOn, null),
  }));
  const residencies = f.residencies.map((r) =>
    clean({
      code: concept('residency', r.specialty, `住院医师规范化培训（${wordOf('scope', r.specialty)}）`),
      period: period(r.completedOn, null),
    }),
  );
  const certificates = f.certificates.map((c) => {
    const over = [c.revokedOn, c.cancelledOn, c.validTo && addDays(c.validTo, 1)].filter(Boolean).sort()[0] ?? null;
    return {
      identifier: [{ system: 'urn:kangxun:certificate', value: c.number }],
      code: concept('certificate', c.kind, CERTIFICATE[c.kind] ?? '培训证书'),
      period: period(c.issuedOn, over),
      issuer: { display: c.source === 'PAPER_ARCHIVE' ? '系统启用前的纸质证书' : '省级卫生健康行政部门' },
    };
  });
  return clean({
    resourceType: 'Practitioner',
    id: f.id,
    meta: { lastUpdated: updatedAt.toISOString() },
    extension: [{ url: `${EXTENSION}citizen-id-last-four`, valueString: citizenIdTail }],
    identifier: [{ use: 'official', system: 'urn:kangxun:person', value: f.id }],
    active: !f.diedOn || f.diedOn > day,
    name: [humanName(f.name)],
    gender: f.sex === 'M' ? 'male' : 'female',
    birthDate: f.birthDate,
    qualification: [...licences, ...titles, ...technical, ...residencies, ...certificates],
  });
}

const CERTIFICATE: Record<string, string> = {
  TRANSFER_POST: '康复医学科医师转岗培训合格证书',
  INDUCTION: '康复治疗师上岗培训合格证书',
};

const current = (x: { startOn: string; endOn: string | null }, day: string) =>
  x.startOn <= day && (x.endOn === null || x.endOn > day);

/** One role per site; the specialties are the scope held while the person practises there. */
export function practitionerRole(f: PersonFacts, s: SiteFact, day: string): Resource {
  const scopes = [
    ...new Set(
      f.licences.flatMap((l) =>
        l.scopes
          .filter((x) => (s.endOn === null || x.startOn < s.endOn) && (x.endOn === null || x.endOn > s.startOn))
          .map((x) => x.scope),
      ),
    ),
  ].sort();
  return clean({
    resourceType: 'PractitionerRole',
    id: s.id!,
    active: current(s, day) && !(f.diedOn && f.diedOn <= day),
    period: period(s.startOn, s.endOn),
    practitioner: { reference: `Practitioner/${f.id}`, display: f.name },
    organization: { reference: `Organization/${s.institutionId}`, display: s.institutionName },
    code: [coded('siteRole', s.role), ...(s.post ? [coded('post', s.post)] : [])],
    specialty: scopes.map((x) => coded('scope', x)),
  });
}

export function organization(i: InstitutionFacts, day: string): Resource {
  return clean({
    resourceType: 'Organization',
    id: i.id,
    identifier: i.uscc ? [{ use: 'official', system: 'urn:kangxun:uscc', value: i.uscc }] : [],
    active: i.closedOn === null || i.closedOn > day,
    type: [coded('institutionType', i.type)],
    name: i.name,
    address: [{ country: 'CN', extension: [{ url: `${EXTENSION}region-code`, valueCode: i.countyCode }] }],
  });
}
