import type { Fact, PersonFacts } from './facts';

/** What the registry tells of a person; only what counting needs, in the registry's own words. Days half-open. */
interface Known {
  recordedAt?: Date;
  endRecordedAt?: Date | null;
  voidedAt?: Date | null;
}

export interface RegistryFacts {
  id: string;
  diedOn: string | null;
  diedRecordedAt?: Date | null;
  /** Every time a death was told, taken back ones too; when there is none, `diedOn` speaks alone. */
  deaths?: readonly (Known & { diedOn: string })[];
  mergedIntoId: string | null;
  /** Every merge of this record into another, undone ones too; when there is none, `mergedIntoId` speaks alone. */
  merges?: readonly { intoId: string; recordedAt: Date; undoneAt: Date | null }[];
  licences: readonly (Known & {
    level: 1 | 2;
    category: 'CLINICAL' | 'DENTAL' | 'PUBLIC_HEALTH' | 'TCM';
    startOn: string;
    endOn: string | null;
    scopes: readonly (Known & { scope: string; startOn: string; endOn: string | null })[];
    suspensions: readonly (Known & { startOn: string; endOn: string | null })[];
  })[];
  qualifications: readonly (Known & { subject: string; obtainedOn: string })[];
  residencies: readonly (Known & { specialty: string; completedOn: string | null })[];
  certificates: readonly {
    kind: string;
    issuedOn: string;
    validTo: string | null;
    revokedOn: string | null;
    cancelledOn: string | null;
    recordedAt: Date;
    endRecordedAt?: Date | null;
  }[];
  sites: readonly (Known & {
    institutionId: string;
    countyCode: string;
    medical: boolean;
    role: 'MAIN' | 'FILED';
    post: string | null;
    startOn: string;
    endOn: string | null;
    institutionClosedOn?: string | null;
    institutionClosedRecordedAt?: Date | null;
  })[];
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
      endRecordedAt: l.endRecordedAt,
      voidedAt: l.voidedAt,
    });
    for (const s of l.scopes)
      facts.push({
        type: 'SCOPE',
        scope: s.scope,
        from: s.startOn,
        to: s.endOn ?? l.endOn,
        recordedAt: s.recordedAt,
        endRecordedAt: s.endOn ? s.endRecordedAt : l.endRecordedAt,
        voidedAt: earlier(s.voidedAt, l.voidedAt),
      });
    for (const s of l.suspensions)
      facts.push({
        type: 'LICENCE_SUSPENDED',
        from: s.startOn,
        to: s.endOn,
        recordedAt: s.recordedAt,
        endRecordedAt: s.endRecordedAt,
        voidedAt: earlier(s.voidedAt, l.voidedAt),
      });
  }
  for (const q of r.qualifications)
    if (q.subject === 'REHAB_THERAPY')
      facts.push({ type: 'THERAPY_QUALIFICATION', from: q.obtainedOn, recordedAt: q.recordedAt, voidedAt: q.voidedAt });
  for (const x of r.residencies)
    if (x.specialty === 'REHABILITATION' && x.completedOn)
      facts.push({ type: 'RESIDENCY', from: x.completedOn, recordedAt: x.recordedAt, voidedAt: x.voidedAt });
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
    facts.push({
      type: 'SITE',
      region: s.countyCode,
      institution: s.medical ? 'MEDICAL' : 'OTHER',
      role: s.role,
      post: s.post && OTHER_POSTS.has(s.post) ? 'OTHER' : 'REHAB',
      institutionId: s.institutionId,
      from: s.startOn,
      to: s.endOn,
      recordedAt: s.recordedAt,
      endRecordedAt: s.endRecordedAt,
      closedOn: s.institutionClosedOn,
      closedRecordedAt: s.institutionClosedRecordedAt,
      voidedAt: s.voidedAt,
    });
  }
  if (r.deaths?.length)
    for (const d of r.deaths)
      facts.push({ type: 'DEATH', from: d.diedOn, recordedAt: d.recordedAt, voidedAt: d.voidedAt });
  else if (r.diedOn) facts.push({ type: 'DEATH', from: r.diedOn, recordedAt: r.diedRecordedAt });
  // Belongs to one person for all days (§4.2), since whenever that is known.
  const merged = { type: 'MERGED_INTO', from: '1900-01-01' } as const;
  if (r.merges?.length)
    for (const m of r.merges)
      facts.push({ ...merged, person: m.intoId, recordedAt: m.recordedAt, undoneAt: m.undoneAt });
  else if (r.mergedIntoId) facts.push({ ...merged, person: r.mergedIntoId });
  return { id: r.id, facts };
}

/** Records in groups that are or once were one person; a merge with a record that is not in the list links nothing. */
export function familiesOf(records: readonly RegistryFacts[]): RegistryFacts[][] {
  const parent = new Map(records.map((r) => [r.id, r.id]));
  const root = (id: string): string => {
    let r = id;
    while (parent.get(r) !== r) r = parent.get(r)!;
    return r;
  };
  for (const r of records)
    for (const into of [r.mergedIntoId, ...(r.merges ?? []).map((m) => m.intoId)])
      if (into !== null && parent.has(into)) parent.set(root(r.id), root(into));
  const families = new Map<string, RegistryFacts[]>();
  for (const r of records) families.set(root(r.id), [...(families.get(root(r.id)) ?? []), r]);
  return [...families.values()];
}

const earlier = (a: Date | null | undefined, b: Date | null | undefined): Date | null =>
  a && b ? (a < b ? a : b) : (a ?? b ?? null);
