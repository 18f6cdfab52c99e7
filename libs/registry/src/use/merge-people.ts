import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { type Actor, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { MergeStore } from '../data/merge.store';
import { PeopleStore } from '../data/people.store';
import { mergeFaults } from '../domain/plan-merge';
import { fail } from '../people.errors';
import { PersonChanged } from '../registry.events';
import { peopleScope } from '../registry.policy';

/** Says that two records are one person, takes that back, or says that they are two. */
@Injectable()
export class MergePeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleStore,
    private readonly merges: MergeStore,
  ) {}

  /** @throws PLATFORM_NOT_FOUND when one lies outside the area; REGISTRY_ACT_REFUSED with every reason */
  run(actor: Actor, f: { duplicateId: string; survivorId: string; reason: string }): Promise<{ id: string }> {
    return this.uow.run({ actor, action: 'registry.merge-people', input: f }, async (tx) => {
      await this.bothInScope(tx, actor, f.duplicateId, f.survivorId);
      const sides = await this.merges.lock(tx, [f.duplicateId, f.survivorId]);
      const faults = mergeFaults(sides.get(f.duplicateId)!, sides.get(f.survivorId)!, actor.personId);
      if (faults.length) throw fail('REGISTRY_ACT_REFUSED', { count: faults.length }, { reasons: faults });
      const id = newId();
      await tx.insert('person_merge', {
        ...{ id, duplicateId: f.duplicateId, survivorId: f.survivorId, openOf: f.duplicateId },
        ...{ mergedAt: tx.now, mergedBy: actor.accountId, mergedByName: actor.name.slice(0, 100) },
        reason: f.reason.trim(),
      });
      await tx.update('person', { id: f.duplicateId, mergedIntoId: null }, { mergedIntoId: f.survivorId });
      await this.told(tx, actor, 'MERGE', f.survivorId, f.duplicateId, f.reason);
      await this.told(tx, actor, 'MERGED', f.duplicateId, f.survivorId, f.reason);
      await tx.audit({
        object: { type: 'person', id: f.survivorId },
        reason: f.reason,
        details: { mergeId: id, duplicateId: f.duplicateId },
      });
      return { id };
    });
  }

  /** Takes the link away and nothing else: facts never left their records. @throws REGISTRY_MERGE_UNDONE */
  undo(actor: Actor, f: { mergeId: string; reason: string }): Promise<{ id: string }> {
    return this.uow.run({ actor, action: 'registry.undo-merge', input: f }, async (tx) => {
      const m = await this.merges.merge(tx, f.mergeId);
      if (!m) throw notFound();
      await this.bothInScope(tx, actor, m.duplicateId, m.survivorId);
      if (!m.openOf) throw fail('REGISTRY_MERGE_UNDONE');
      if (actor.personId === m.duplicateId || actor.personId === m.survivorId)
        throw fail('REGISTRY_ACT_REFUSED', { count: 1 }, { reasons: [{ code: 'REGISTRY_OWN_RECORD' }] });
      await this.merges.lock(tx, [m.duplicateId, m.survivorId]);
      await tx.update(
        'person_merge',
        { id: m.id, openOf: m.duplicateId },
        {
          ...{ openOf: null, undoneAt: tx.now, undoneBy: actor.accountId },
          ...{ undoneByName: actor.name.slice(0, 100), undoReason: f.reason.trim() },
        },
      );
      await tx.update('person', { id: m.duplicateId, mergedIntoId: m.survivorId }, { mergedIntoId: null });
      await this.told(tx, actor, 'UNDO_MERGE', m.survivorId, m.duplicateId, f.reason);
      await this.told(tx, actor, 'UNDO_MERGE', m.duplicateId, m.survivorId, f.reason);
      await tx.audit({
        object: { type: 'person', id: m.survivorId },
        reason: f.reason,
        details: { mergeId: m.id, duplicateId: m.duplicateId },
      });
      return { id: m.id };
    });
  }

  /** Looked at and found to be two people: remembered, not asked again. */
  async dismiss(actor: Actor, f: { personIds: string[]; reason: string }): Promise<boolean> {
    const [personA, personB] = [...f.personIds].sort() as [string, string];
    try {
      return await this.uow.run({ actor, action: 'registry.dismiss-duplicate', input: f }, async (tx) => {
        if (personA === personB) throw fail('REGISTRY_MERGE_SELF');
        await this.bothInScope(tx, actor, personA, personB);
        await tx.insert('duplicate_dismissal', {
          ...{ id: newId(), personA, personB, reason: f.reason.trim() },
          ...{ dismissedBy: actor.accountId, dismissedByName: actor.name.slice(0, 100), dismissedAt: tx.now },
        });
        await tx.audit({ object: { type: 'person', id: personA }, reason: f.reason, details: { other: personB } });
        return true;
      });
    } catch (e) {
      // Two officers said the same: once is enough.
      if (isDuplicateKey(e)) return true;
      throw e;
    }
  }

  private async bothInScope(tx: Tx, actor: Actor, a: string, b: string): Promise<void> {
    for (const id of [a, b]) if (!(await this.people.inScope(id, peopleScope(actor), tx))) throw notFound();
  }

  private async told(tx: Tx, actor: Actor, event: string, id: string, other: string, reason: string): Promise<void> {
    await tx.timeline({
      ...{ subjectType: 'person', subjectId: id, event, opinion: reason.trim(), details: { other } },
      organisationName: await this.people.placeOf(tx, actor),
    });
    await tx.emit(PersonChanged, { personId: id });
  }
}
