import { type Day, DomainError, defineErrors } from '@app/kernel';

export type LicenceLevel = 1 | 2;
export type PracticeCategory = 'CLINICAL' | 'DENTAL' | 'PUBLIC_HEALTH' | 'TCM';
export type CountingBasis = 'SCOPE' | 'TRANSFER_CERT' | 'RESIDENCY' | 'THERAPY_QUALIFICATION' | 'INDUCTION_CERT';

/** Days are half-open `[from, to)`; no `to` means still so. Without `recordedAt` the fact was always known. */
interface FactBase {
  from: Day;
  to?: Day | null;
  recordedAt?: Date | null;
  /** When the end (`to`, a revocation, a cancellation) became known; absent: with `recordedAt`. */
  endRecordedAt?: Date | null;
  /** When the fact was taken back as wrong: never true, yet held true until then (§4.8). */
  voidedAt?: Date | null;
}

export interface LicenceFact extends FactBase {
  type: 'LICENCE';
  level: LicenceLevel;
  category: PracticeCategory;
}

/** Licence or post suspended: the person counts in neither category meanwhile (§4.1, §4.2). */
export interface SuspensionFact extends FactBase {
  type: 'LICENCE_SUSPENDED';
}

export interface ScopeFact extends FactBase {
  type: 'SCOPE';
  /** `REHABILITATION` counts; any other registered scope is kept for the record. */
  scope: string;
}

export interface CertificateFact extends FactBase {
  type: 'TRANSFER_CERT' | 'INDUCTION_CERT';
  /** First day not counted. */
  revokedOn?: Day | null;
  cancelledOn?: Day | null;
  /** The printed last day, inclusive (§4.2). */
  validTo?: Day | null;
  /**
   * Here absent also means that the certificate itself counts as known from its own day, or the late revocation of §4.8
   * would hide the certificate instead of its end.
   */
  endRecordedAt?: Date | null;
}

/** Completed residency in rehab medicine, or a health technical qualification 康复医学治疗技术. */
export interface QualificationFact extends FactBase {
  type: 'RESIDENCY' | 'THERAPY_QUALIFICATION';
}

export interface SiteFact extends FactBase {
  type: 'SITE';
  /** County code (or any region code) of the site. */
  region: string;
  /** MEDICAL only while the practice permit is valid. */
  institution: 'MEDICAL' | 'OTHER';
  role: 'MAIN' | 'FILED';
  /** A therapist needs a rehab or therapy post (§4.1); absent means REHAB. */
  post?: 'REHAB' | 'OTHER';
  /** Opaque id of the institution, for drill-down. */
  institutionId?: string;
  /** The institution closed: its staff are not counted from that day (§4.2). Known of its own accord, not with the site. */
  closedOn?: Day | null;
  closedRecordedAt?: Date | null;
}

export interface DeathFact extends FactBase {
  type: 'DEATH';
}

/** This record is a duplicate of `person`: its facts belong there, for all days (§4.2). */
export interface MergeFact extends FactBase {
  type: 'MERGED_INTO';
  person: string;
  /** From this instant the merge is known to have been a mistake: never merged. */
  undoneAt?: Date | null;
}

export type Fact =
  LicenceFact | SuspensionFact | ScopeFact | CertificateFact | QualificationFact | SiteFact | DeathFact | MergeFact;

export interface PersonFacts {
  id: string;
  facts: readonly Fact[];
}

export const tallyErrors = defineErrors({
  WORKFORCE_MERGE_CYCLE: {
    zh: '人员档案合并关系成环：{person}。',
    en: 'The merged records of {person} form a circle.',
    http: 422,
  },
  WORKFORCE_DUPLICATE_PERSON: { zh: '人员 {person} 重复出现。', en: 'Person {person} appears twice.', http: 422 },
  WORKFORCE_UNKNOWN_RULE: {
    zh: '没有版本为“{version}”的统计口径。',
    en: 'There is no counting rule of version {version}.',
    http: 404,
  },
});

/**
 * The facts as known at an instant (§4.8): later records left out, and of two records of the same thing only the one
 * recorded last. "The same thing" is the same type from the same day (for SCOPE also the same scope, for a filed SITE
 * the same region; of DEATH and MERGED_INTO there is one), so that an end recorded later replaces the open record.
 * @param knownAt inclusive; null = everything recorded so far.
 */
export function factsKnownAt(facts: readonly Fact[], knownAt: Date | null): Fact[] {
  const newest = new Map<string, number>();
  const known = facts.flatMap((fact) => asKnown(fact, knownAt) ?? []);
  for (const fact of known) {
    const key = keyOf(fact);
    newest.set(key, Math.max(newest.get(key) ?? -Infinity, recorded(fact)));
  }
  return known.filter((fact) => recorded(fact) === newest.get(keyOf(fact)));
}

function asKnown(told: Fact, knownAt: Date | null): Fact | null {
  const known = (at: Date | null | undefined): boolean => !at || knownAt === null || at <= knownAt;
  if (told.voidedAt && known(told.voidedAt)) return null;
  // Not taken back yet: whoever looks at the answer again must not take it back either.
  const fact: Fact = told.voidedAt ? { ...told, voidedAt: null } : told;
  if (fact.type === 'MERGED_INTO' && fact.undoneAt && known(fact.undoneAt)) return null;
  if (knownAt === null) return fact;
  if ((fact.type === 'TRANSFER_CERT' || fact.type === 'INDUCTION_CERT') && (fact.revokedOn || fact.cancelledOn)) {
    if (!known(fact.endRecordedAt ?? fact.recordedAt)) {
      const issueKnown = fact.endRecordedAt ? known(fact.recordedAt) : true;
      // The open record is older than any that tells the end, so it must not replace one.
      const recordedAt = fact.endRecordedAt ? fact.recordedAt : null;
      return issueKnown ? { ...fact, revokedOn: null, cancelledOn: null, recordedAt, endRecordedAt: null } : null;
    }
    return fact;
  }
  if (!known(fact.recordedAt)) return null;
  // An end told later than the fact must not be known before it was told (§4.8).
  const open = known(fact.endRecordedAt) ? fact : { ...fact, to: null, endRecordedAt: null };
  return open.type === 'SITE' && !known(open.closedRecordedAt) ? { ...open, closedOn: null } : open;
}

function recorded(fact: Fact): number {
  return Math.max(fact.recordedAt?.getTime() ?? -Infinity, fact.endRecordedAt?.getTime() ?? -Infinity);
}

/** The instants at which anything about these facts became known, in order. */
export function knownInstants(facts: readonly Fact[]): Date[] {
  const all = facts.flatMap((f) => [
    f.recordedAt,
    f.endRecordedAt,
    f.voidedAt,
    f.type === 'SITE' ? f.closedRecordedAt : null,
    f.type === 'MERGED_INTO' ? f.undoneAt : null,
  ]);
  const times = new Set(all.flatMap((d) => (d ? [d.getTime()] : [])));
  return [...times].sort((a, b) => a - b).map((t) => new Date(t));
}

function keyOf(fact: Fact): string {
  if (fact.type === 'DEATH' || fact.type === 'MERGED_INTO') return fact.type;
  const base = `${fact.type} ${fact.from}`;
  if (fact.type === 'SCOPE') return `${base} ${fact.scope}`;
  if (fact.type === 'SITE') return `${base} ${fact.role}${fact.role === 'FILED' ? ` ${fact.region}` : ''}`;
  return base;
}

/**
 * One entry per real person: the facts of duplicates move to the surviving record (chains followed). A surviving
 * record missing from the list is added, since the person exists all the same.
 * @throws DomainError WORKFORCE_MERGE_CYCLE, WORKFORCE_DUPLICATE_PERSON
 */
export function mergeRecords(persons: readonly PersonFacts[], knownAt: Date | null = null): PersonFacts[] {
  const target = new Map<string, string>();
  const factsOf = new Map<string, Fact[]>();
  for (const person of persons) {
    if (factsOf.has(person.id)) throw new DomainError('WORKFORCE_DUPLICATE_PERSON', { person: person.id });
    const known = factsKnownAt(person.facts, knownAt);
    const into = mergedInto(known);
    if (into !== null) target.set(person.id, into);
    factsOf.set(
      person.id,
      known.filter((fact) => fact.type !== 'MERGED_INTO'),
    );
  }
  const survivors = new Map<string, Fact[]>();
  for (const [id, facts] of factsOf) {
    const survivor = follow(id, target);
    survivors.set(survivor, [...(survivors.get(survivor) ?? []), ...facts]);
  }
  return [...survivors].map(([id, facts]) => ({ id, facts }));
}

/** The record these facts were merged into, or null. */
export function mergedInto(facts: readonly Fact[]): string | null {
  return facts.find((fact): fact is MergeFact => fact.type === 'MERGED_INTO')?.person ?? null;
}

function follow(start: string, target: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let id = start;
  for (let next = target.get(id); next !== undefined; next = target.get(id)) {
    if (seen.has(id)) throw new DomainError('WORKFORCE_MERGE_CYCLE', { person: start });
    seen.add(id);
    id = next;
  }
  return id;
}
