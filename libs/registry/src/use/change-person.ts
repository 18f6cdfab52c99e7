import { Injectable } from '@nestjs/common';
import { dayOf, maskPhone } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { FactsStore } from '../data/facts.store';
import { PeopleStore } from '../data/people.store';
import { RecordStore } from '../data/record.store';
import type { Op, PersonAct } from '../domain/act-types';
import { planAct } from '../domain/plan-act';
import type { PersonFacts } from '../domain/facts';
import { fail, refusal } from '../people.errors';
import { institutionScope, peopleScope, provinceOf } from '../registry.policy';
import { PersonChanged } from '../registry.events';
import { FactWriter } from './fact-writer';
import { namePinyin } from './pinyin';

/** One act on the record of one person: added, closed or put right, never overwritten. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleStore,
    private readonly facts: FactsStore,
    private readonly records: RecordStore,
    private readonly writer: FactWriter,
  ) {}

  /** @throws PLATFORM_NOT_FOUND outside the area; REGISTRY_ACT_REFUSED with every reason */
  async run(actor: Actor, personId: string, act: PersonAct): Promise<{ id: string; changes: number }> {
    try {
      return await this.uow.run({ actor, action: 'registry.change-person', input: { personId, ...act } }, (tx) =>
        this.carry(tx, actor, personId, act),
      );
    } catch (e) {
      if (isDuplicateKey(e))
        throw fail(
          'REGISTRY_ACT_REFUSED',
          { count: 1 },
          { reasons: [{ code: act.licenceNumber ? 'REGISTRY_LICENCE_NUMBER_HELD' : 'REGISTRY_FACT_THERE' }] },
        );
      throw e;
    }
  }

  /** Inside a transaction of the caller, e.g. the decision on a correction request. */
  async carry(
    tx: Tx,
    actor: Actor,
    personId: string,
    act: PersonAct,
    trail: Record<string, string> = {},
  ): Promise<{ id: string; changes: number }> {
    if (!(await this.people.inScope(personId, peopleScope(actor), tx))) throw notFound();
    // Whoever comes second sees what the first one wrote.
    await tx.query('SELECT id FROM person WHERE id = ? FOR UPDATE', [personId]);
    const facts = (await this.facts.of([personId], tx)).get(personId)!;
    const places = act.institutionId ? await this.records.places(tx, [act.institutionId], institutionScope(actor)) : [];
    const plan = planAct(act, facts, {
      today: dayOf(tx.now),
      authority: actor.scope.kind === 'REGION' || actor.role === 'SYSTEM',
      own: actor.personId === personId,
      place: places[0] ?? null,
      province: provinceOf(actor.scope),
    });
    if (plan.faults.length) throw refusal(plan.faults);
    const reason = act.reason?.trim() || act.act;
    await this.writer.carry(tx, personId, plan.ops, reason);
    await this.head(tx, facts, plan.ops);
    await tx.timeline({
      subjectType: 'person',
      subjectId: personId,
      event: act.act,
      opinion: act.reason?.trim() || null,
      organisationName: await this.people.placeOf(tx, actor),
      details: { ...told(act), ...(places[0] ? { place: places[0].name } : {}), ...trail },
    });
    await tx.audit({
      action: 'registry.change-person',
      object: { type: 'person', id: personId },
      reason: act.reason?.trim() || null,
      details: { act: act.act, ...trail, changes: plan.ops.map((o) => trailOf(o, facts)) },
    });
    await tx.emit(PersonChanged, { personId });
    return { id: personId, changes: plan.ops.length };
  }

  private async head(tx: Tx, f: PersonFacts, ops: readonly Op[]): Promise<void> {
    for (const o of ops) {
      if (o.op !== 'PERSON') continue;
      const { name, phone, diedOn } = o.patch;
      const written = name ? namePinyin(name) : null;
      await tx.update(
        'person',
        { id: f.id },
        {
          updatedAt: tx.now,
          ...(written ? { name, namePinyin: written.full, nameInitials: written.initials } : {}),
          ...(phone ? this.writer.phoneColumns(phone) : {}),
          ...(diedOn !== undefined ? { diedOn } : {}),
        },
      );
    }
  }
}

/** The days and kind of the act for the history the page shows; nothing that names a number. */
const told = ({ factType, startOn, lastDay, appointedOn, title, province, name }: PersonAct) => ({
  ...{ factType, startOn, lastDay, appointedOn, title, province, name },
});

/** A change for the audit trail, without numbers that name a person. */
function trailOf(o: Op, f: PersonFacts): object {
  if (o.op === 'ADD_LICENCE') return { ...o, number: o.number ? `***${o.number.slice(-4)}` : null };
  if (o.op === 'REPLACE') return { ...o, number: o.number ? `***${o.number.slice(-4)}` : undefined };
  if (o.op !== 'PERSON') return o;
  const { name, phone, diedOn } = o.patch;
  return {
    op: o.op,
    ...(name ? { name: { before: f.name, after: name } } : {}),
    ...(phone ? { phone: maskPhone(phone) } : {}),
    ...(diedOn !== undefined ? { diedOn: { before: f.diedOn, after: diedOn } } : {}),
  };
}
