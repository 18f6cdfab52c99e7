import { Inject, Injectable } from '@nestjs/common';
import { type Clock, contains, dayOf, maskCitizenId, maskPhone } from '@app/kernel';
import { type Actor, CLOCK, Crypto, notFound, Timelines, UnitOfWork } from '@app/platform';
import { FactsStore } from '../data/facts.store';
import { type PeopleFilter, PeopleStore, type PersonListRow } from '../data/people.store';
import { MergeStore } from '../data/merge.store';
import { PERSON_FIELDS } from '../data/person-fields';
import { readPersonSearch } from '../domain/person-search';
import { actsOpen } from '../domain/plan-act';
import { withdrawn } from '../domain/withdrawn';
import { fail } from '../registry.errors';
import { MERGERS, peopleScope, RECORD_KEEPERS } from '../registry.policy';
import type { PersonFacts } from '../domain/facts';

/** The filter as a job keeps it: identity numbers and phones are blind indexes. */
export type PeopleKept = PeopleFilter;

export interface PeopleQuestion {
  search?: string | null;
  regionCode?: string | null;
  institutionId?: string | null;
  profession?: string | null;
  standing?: string | null;
}

const masked = (tail: string) => '*'.repeat(14) + tail;
const now = <T extends { startOn: string; endOn: string | null }>(list: T[], day: string) =>
  list.filter((x) => contains({ start: x.startOn, end: x.endOn }, day));

/** Reads of people. Each staff view of a record is written to the access log in the same request. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly store: PeopleStore,
    private readonly facts: FactsStore,
    private readonly crypto: Crypto,
    private readonly merges: MergeStore,
    private readonly timelines: Timelines,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Filter for SQL and for jobs: identity numbers and phones become blind indexes. */
  filterOf(q: PeopleQuestion): PeopleFilter {
    const s = readPersonSearch(q.search ?? '');
    return {
      ...(s?.by === 'CITIZEN_ID' ? { citizenIdIndex: this.crypto.blindIndex(s.value, PERSON_FIELDS.citizenId) } : {}),
      ...(s?.by === 'PHONE' ? { phoneIndex: this.crypto.blindIndex(s.value, PERSON_FIELDS.phone) } : {}),
      ...(s?.by === 'TAIL' ? { tail: s.value } : {}),
      ...(s?.by === 'PINYIN' ? { pinyin: s.value } : {}),
      ...(s?.by === 'NAME' ? { name: s.value } : {}),
      ...(q.regionCode ? { regionCode: q.regionCode } : {}),
      ...(q.institutionId ? { institutionId: q.institutionId } : {}),
      ...(q.profession ? { profession: q.profession } : {}),
      ...(q.standing ? { standing: q.standing } : {}),
    };
  }

  async list(
    who: Pick<Actor, 'scope' | 'role' | 'personId'>,
    filter: PeopleFilter,
    page: { offset: number; limit: number; sort?: string; descending?: boolean },
  ) {
    const { rows, total } = await this.store.page(filter, peopleScope(who), page);
    const facts = await this.facts.of(rows.map((r) => r.id));
    const day = dayOf(this.clock.now());
    return { total, rows: rows.map((r) => this.listRow(r, facts.get(r.id)!, day)) };
  }

  private listRow({ citizenIdTail, ...r }: PersonListRow, f: PersonFacts, day: string) {
    const licence = now(f.licences, day).at(-1);
    return {
      ...r,
      citizenIdMasked: masked(citizenIdTail),
      regionName: [r.cityName, r.countyName].filter(Boolean).join(''),
      standing: r.diedOn
        ? 'DECEASED'
        : r.siteEndOn && r.siteEndOn <= day
          ? 'LEFT'
          : r.institutionId
            ? 'EMPLOYED'
            : 'NONE',
      licenceLevel: licence ? String(licence.level) : null,
      category: licence?.category ?? null,
      scopes: licence ? now(licence.scopes, day).map((s) => s.scope) : [],
      suspended: licence ? now(licence.suspensions, day).length > 0 : false,
      title: f.titles.at(-1)?.title ?? null,
      therapist: f.qualifications.some((q) => q.subject === 'REHAB_THERAPY'),
    };
  }

  /** A person's record for staff in whose area the main site lies. Writes who looked and what for. @throws PLATFORM_NOT_FOUND */
  async record(actor: Actor, id: string, purpose: string) {
    if (!(await this.store.inScope(id, peopleScope(actor)))) throw notFound();
    await this.uow.run({ actor, action: 'registry.view-person', journal: 'access_log' }, (tx) =>
      this.store.logAccess(tx, [id], 'VIEW', purpose),
    );
    return this.shape(id, actor, false);
  }

  /** The signed-in person's own record. @throws REGISTRY_NO_OWN_RECORD */
  async own(actor: Actor) {
    if (!actor.personId) throw fail('REGISTRY_NO_OWN_RECORD');
    return this.shape(actor.personId, actor, true);
  }

  /** Who looked at my record. @throws REGISTRY_NO_OWN_RECORD */
  async ownAccess(actor: Actor, offset: number, limit: number) {
    if (!actor.personId) throw fail('REGISTRY_NO_OWN_RECORD');
    return this.store.accessOf(actor.personId, offset, limit);
  }

  private async shape(id: string, actor: Actor, owner: boolean) {
    const [head, facts, told, tails, merges, steps] = await Promise.all([
      this.store.head(id),
      this.facts.of([id]),
      this.facts.of([id], undefined, { voided: true }),
      this.store.licenceTails(id),
      owner ? [] : this.merges.of(id),
      // Who of the offices acted is for offices; the person reads what changed and who looked.
      owner ? [] : this.timelines.of('person', id),
    ]);
    const f = facts.get(id);
    if (!head || !f) throw notFound();
    const acts = owner
      ? []
      : actsOpen(f, { own: actor.personId === id, authority: actor.scope.kind === 'REGION' }).filter(() =>
          (RECORD_KEEPERS as string[]).includes(actor.role),
        );
    const day = dayOf(this.clock.now());
    const current = (x: { startOn: string; endOn: string | null }) => contains({ start: x.startOn, end: x.endOn }, day);
    const tailOf = (l: { id?: string }) => tails.find((t) => t.id === l.id)?.numberTail ?? null;
    return {
      id,
      name: head.name,
      sex: head.sex,
      birthDate: head.birthDate,
      // Owners see the first six and last four, others the last four (security.md 1.7).
      citizenIdMasked: owner
        ? maskCitizenId(this.crypto.open(head.citizenIdSealed, PERSON_FIELDS.citizenId))
        : masked(head.citizenIdTail),
      phoneMasked: head.phoneSealed && maskPhone(this.crypto.open(head.phoneSealed, PERSON_FIELDS.phone)),
      diedOn: head.diedOn,
      mergedIntoId: head.mergedIntoId,
      updatedAt: head.updatedAt,
      asOf: day,
      licences: f.licences.map((l) => {
        const tail = tailOf(l);
        return {
          ...l,
          level: String(l.level),
          numberMasked: tail && `***********${tail}`,
          current: current(l),
          scopes: l.scopes.map((s) => ({ ...s, current: current(s) })),
          suspensions: l.suspensions.map((s) => ({ ...s, reason: s.reason ?? null, current: current(s) })),
        };
      }),
      qualifications: f.qualifications,
      titles: f.titles,
      residencies: f.residencies,
      certificates: f.certificates.map((c) => ({ ...c, source: c.source ?? '' })),
      sites: f.sites.map((s) => ({ ...s, endReason: s.endReason ?? null, current: current(s) })),
      educations: f.educations ?? [],
      leaves: (f.leaves ?? []).map((l) => ({ ...l, current: current(l) })),
      moves: f.moves ?? [],
      death: f.deaths?.[0] ?? null,
      withdrawn: withdrawn(told.get(id)!),
      merges,
      steps: steps.reverse(),
      acts,
      mayMerge: !owner && (MERGERS as string[]).includes(actor.role) && actor.personId !== id,
    };
  }
}
