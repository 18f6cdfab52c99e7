import type { FactType } from './act-types';
import type { PersonFacts } from './facts';

/** What a fact says, when it was told, and when it was taken back. */
export interface FactSummary {
  id: string;
  factType: FactType;
  /** code set of `label`, or null when it is text */
  set: string | null;
  label: string;
  startOn: string | null;
  endOn: string | null;
  recordedAt: Date;
  voidedAt: Date | null;
}

type Fact = { id?: string; recordedAt?: Date; voidedAt?: Date | null };

/** Every fact of a record in one shape. */
export function summaries(f: PersonFacts): FactSummary[] {
  const out: FactSummary[] = [];
  const take = (
    factType: FactType,
    list: readonly Fact[] | undefined,
    of: (x: never) => { set?: string; label: string; startOn: string | null; endOn?: string | null },
  ) => {
    for (const x of list ?? []) {
      const { set, label, startOn, endOn } = of(x as never);
      out.push({
        ...{ id: x.id!, factType, set: set ?? null, label, startOn, endOn: endOn ?? null },
        ...{ recordedAt: x.recordedAt!, voidedAt: x.voidedAt ?? null },
      });
    }
  };
  type P = PersonFacts;
  take('LICENCE', f.licences, (l: P['licences'][0]) => ({ ...l, set: 'licenceLevel', label: String(l.level) }));
  const all = f.licences.flatMap((l) => l.scopes);
  take('SCOPE', all, (s: (typeof all)[0]) => ({ ...s, set: 'scope', label: s.scope }));
  const suspended = f.licences.flatMap((l) => l.suspensions);
  take('SUSPENSION', suspended, (s: (typeof suspended)[0]) => ({ ...s, label: s.reason ?? '' }));
  take('QUALIFICATION', f.qualifications, (q: P['qualifications'][0]) => ({
    ...{ set: 'subject', label: q.subject, startOn: q.obtainedOn },
  }));
  take('TITLE', f.titles, (t: P['titles'][0]) => ({ label: t.title, startOn: t.qualifiedOn, endOn: null }));
  take('RESIDENCY', f.residencies, (r: P['residencies'][0]) => ({
    ...{ set: 'scope', label: r.specialty, startOn: r.completedOn },
  }));
  take('EDUCATION', f.educations, (e: NonNullable<P['educations']>[0]) => ({
    ...{ label: e.school, startOn: e.graduatedOn },
  }));
  take('SITE', f.sites, (s: P['sites'][0]) => ({ ...s, label: s.institutionName }));
  take('LEAVE', f.leaves, (l: NonNullable<P['leaves']>[0]) => ({ ...l, set: 'leave', label: l.kind }));
  take('MOVE', f.moves, (m: NonNullable<P['moves']>[0]) => ({
    ...{ set: 'province', label: m.provinceCode, startOn: m.movedOn },
  }));
  take('DEATH', f.deaths, (d: NonNullable<P['deaths']>[0]) => ({ label: '', startOn: d.diedOn }));
  return out;
}

/** Facts taken back, newest first. @param f facts with the voided ones */
export const withdrawn = (f: PersonFacts): (FactSummary & { voidedAt: Date })[] =>
  summaries(f)
    .filter((x): x is FactSummary & { voidedAt: Date } => x.voidedAt !== null)
    .sort((a, b) => b.voidedAt.getTime() - a.voidedAt.getTime());
