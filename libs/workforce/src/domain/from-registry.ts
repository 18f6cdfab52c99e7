import type { Fact, PersonFacts } from './facts';

/** What the registry tells of a person; only what counting needs, in the registry's own words. Days half-open. */
export interface RegistryFacts {
  id: string;
  diedOn: string | null;
  mergedIntoId: string | null;
  licences: readonly {
    level: 1 | 2;
    category: 'CLINICAL' | 'DENTAL' | 'PUBLIC_HEALTH' | 'TCM';
    startOn: string;
    endOn: string | null;
    recordedAt?: Date;
    scopes: readonly { scope: string; startOn: string; endOn: string | null; recordedAt?: Date }[];
    suspensions: readonly { startOn: string; endOn: string | null; recordedAt?: Date }[];
  }[];
  qualifications: readonly { subject: string; obtainedOn: string; recordedAt?: Date }[];
  residencies: readonly { specialty: string; completedOn: string | null; recordedAt?: Date }[];
  certificates: readonly {
    kind: string;
    issuedOn: string;
    validTo: string | null;
    revokedOn: string | null;
    cancelledOn: string | null;
    recordedAt: Date;
    endRecordedAt?: Date | null;
  }[];
  sites: readonly {
    institutionId: string;
    countyCode: string;
    medical: boolean;
    role: 'MAIN' | 'FILED';
    post: string | null;
    startOn: string;
    endOn: string | null;
    institutionClosedOn?: string | null;
    recordedAt?: Date;
  }[];
}

const CERTIFICATE: Record<string, 'TRANSFER_CERT' | 'INDUCTION_CERT' | undefined> = {
  TRANSFER_POST: 'TRANSFER_CERT',
  INDUCTION: 'INDUCTION_CERT',
};
/** Posts outside rehabilitation: a therapist there does not count (§4.1). No post given counts as rehab. */
const OTHER_POSTS = new Set(['OTHER', 'ADMIN', 'NON_REHAB']);

/** The registry's facts as facts of the tally. A site ends when its institution closes (§4.2). */
export function factsFromRegistry(r: RegistryFacts): PersonFacts {
  const facts: Fact[] = [];
  for (const l of r.licences) {
    facts.push({
      type: 'LICENCE',
      level: l.level,
      category: l.category,
      from: l.startOn,
      to: l.endOn,
      recordedAt: l.recordedAt,
    });
    for (const s of l.scopes)
      facts.push({ type: 'SCOPE', scope: s.scope, from: s.startOn, to: s.endOn ?? l.endOn, recordedAt: s.recordedAt });
    for (const s of l.suspensions)
      facts.push({ type: 'LICENCE_SUSPENDED', from: s.startOn, to: s.endOn, recordedAt: s.recordedAt });
  }
  for (const q of r.qualifications)
    if (q.subject === 'REHAB_THERAPY')
      facts.push({ type: 'THERAPY_QUALIFICATION', from: q.obtainedOn, recordedAt: q.recordedAt });
  for (const x of r.residencies)
    if (x.specialty === 'REHABILITATION' && x.completedOn)
      facts.push({ type: 'RESIDENCY', from: x.completedOn, recordedAt: x.recordedAt });
  for (const c of r.certificates) {
    const type = CERTIFICATE[c.kind];
    if (type)
      facts.push({
        type,
        from: c.issuedOn,
        validTo: c.validTo,
        revokedOn: c.revokedOn,
        cancelledOn: c.cancelledOn,
        recordedAt: c.recordedAt,
        endRecordedAt: c.endRecordedAt,
      });
  }
  for (const s of r.sites) {
    const closed = s.institutionClosedOn ?? null;
    const to = closed && (s.endOn === null || closed < s.endOn) ? closed : s.endOn;
    facts.push({
      type: 'SITE',
      region: s.countyCode,
      institution: s.medical ? 'MEDICAL' : 'OTHER',
      role: s.role,
      post: s.post && OTHER_POSTS.has(s.post) ? 'OTHER' : 'REHAB',
      institutionId: s.institutionId,
      from: s.startOn,
      to,
      recordedAt: s.recordedAt,
    });
  }
  if (r.diedOn) facts.push({ type: 'DEATH', from: r.diedOn });
  if (r.mergedIntoId) facts.push({ type: 'MERGED_INTO', person: r.mergedIntoId, from: '1900-01-01' });
  return { id: r.id, facts };
}
