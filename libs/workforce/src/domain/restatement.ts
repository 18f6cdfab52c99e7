import type { Day } from '@app/kernel';
import type { Fact } from './facts';
import type { SnapshotFigure, SnapshotMember } from './snapshot';

type Place = Pick<SnapshotMember, 'category' | 'countyCode' | 'bases' | 'registered' | 'certified'>;

/** A person who is counted otherwise than published; null: not counted. */
export interface PersonChange {
  personId: string;
  before: Place | null;
  after: Place | null;
}

/** A figure that is no longer what was published. */
export interface RestatedFigure {
  regionCode: string;
  category: string;
  before: { registered: number; certified: number; union: number };
  after: { registered: number; certified: number; union: number };
}

/** A fact that was recorded after the figure was published, and so changes the recomputation and not the figure (§4.8). */
export interface LateFact {
  fact: Fact['type'] | 'UNKNOWN';
  /** START the fact itself, END its end, CLOSED the closing of the institution */
  what: 'START' | 'END' | 'REVOKED' | 'CANCELLED' | 'CLOSED';
  /** the day it is effective from */
  day: Day | null;
  /** ISO instant */
  recordedAt: string | null;
}

/** Who changes any figure. Another basis that leaves all three columns alone is no restatement. */
export function changedPeople(published: readonly SnapshotMember[], now: readonly SnapshotMember[]): PersonChange[] {
  const key = (m: Place | undefined) =>
    m ? `${m.category} ${m.countyCode} ${Number(m.registered)} ${Number(m.certified)}` : '';
  const before = new Map(published.map((m) => [m.personId, m]));
  const after = new Map(now.map((m) => [m.personId, m]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((id) => key(before.get(id)) !== key(after.get(id)))
    .sort()
    .map((personId) => ({ personId, before: before.get(personId) ?? null, after: after.get(personId) ?? null }));
}

export function restatedFigures(
  published: readonly SnapshotFigure[],
  now: readonly SnapshotFigure[],
): RestatedFigure[] {
  const after = new Map(now.map((f) => [`${f.regionCode} ${f.category}`, f]));
  const three = (f: SnapshotFigure) => ({ registered: f.registered, certified: f.certified, union: f.union });
  return published.flatMap((f) => {
    const n = after.get(`${f.regionCode} ${f.category}`)!;
    const same = n.registered === f.registered && n.certified === f.certified && n.union === f.union;
    return same ? [] : [{ regionCode: f.regionCode, category: f.category, before: three(f), after: three(n) }];
  });
}

/** The instants bounding what is late: known at `published` is not, known at `now` is. */
export function lateFacts(facts: readonly Fact[], published: Date, now: Date, asOf: Day): LateFact[] {
  const late: LateFact[] = [];
  const add = (fact: Fact, what: LateFact['what'], day: Day | null | undefined, at: Date | null | undefined) => {
    if (!at || at <= published || at > now) return;
    late.push({ fact: fact.type, what, day: day ?? null, recordedAt: at.toISOString() });
  };
  for (const f of facts) {
    add(f, 'START', f.type === 'MERGED_INTO' ? null : f.from, f.recordedAt);
    if (f.type === 'TRANSFER_CERT' || f.type === 'INDUCTION_CERT') {
      const at = f.endRecordedAt ?? f.recordedAt;
      if (f.revokedOn) add(f, 'REVOKED', f.revokedOn, at);
      if (f.cancelledOn) add(f, 'CANCELLED', f.cancelledOn, at);
    } else if (f.to) add(f, 'END', f.to, f.endRecordedAt);
    if (f.type === 'SITE' && f.closedOn) add(f, 'CLOSED', f.closedOn, f.closedRecordedAt);
    if (f.voidedAt) add(f, 'END', null, f.voidedAt);
    if (f.type === 'MERGED_INTO') add(f, 'END', null, f.undoneAt);
  }
  // What takes effect after the day of the figure cannot have changed it.
  const effective = late.filter((l) => l.day === null || l.day <= asOf);
  const order = (a: LateFact, b: LateFact) => ((a.recordedAt ?? '') < (b.recordedAt ?? '') ? -1 : 1);
  if (effective.length) return effective.sort(order);
  return late.length ? late.sort(order) : [{ fact: 'UNKNOWN', what: 'START', day: null, recordedAt: null }];
}
