import { Injectable } from '@nestjs/common';
import { dayOf } from '@app/kernel';
import { type Actor, notFound, UnitOfWork } from '@app/platform';
import { fail } from '../accreditation.errors';
import { BaseStatusChanged } from '../accreditation.events';
import { mayDecideAbout } from '../accreditation.policy';
import { AccreditationStore } from '../data/accreditation.store';
import { type BaseState, baseLifecycle, isLive, STATE_WORDS } from '../domain/base-lifecycle';

export interface StatusChange {
  id: string;
  event: 'SUSPEND' | 'RESTORE' | 'REMOVE';
  reason: string;
  /** removal only: when and how the base was heard (§5.6, hearing right) */
  hearing?: string | null;
}

/** A provincial officer suspends, restores or removes a base; each with a written reason, at once in force. */
@Injectable()
export class ChangeBaseStatus {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: AccreditationStore,
  ) {}

  /** @throws PLATFORM_NOT_FOUND, ACCREDITATION_OWN_INSTITUTION, ACCREDITATION_WRONG_STATE */
  run(actor: Actor, f: StatusChange): Promise<{ id: string; state: BaseState }> {
    return this.uow.run({ actor, action: `accreditation.${f.event.toLowerCase()}`, input: f }, async (tx) => {
      const today = dayOf(tx.now);
      const place = await this.store.inScope(tx, f.id, mayDecideAbout(actor));
      const record = place && (await this.store.lock(tx, f.id));
      if (!place || !record) throw notFound();
      if (await this.store.belongs(tx, actor, record.institutionId, today)) throw fail('ACCREDITATION_OWN_INSTITUTION');
      if (!baseLifecycle.permits(record.state, f.event, 'PROVINCE_OFFICER')) {
        const words = STATE_WORDS[record.state];
        throw fail('ACCREDITATION_WRONG_STATE', { stateZh: words.zh, stateEn: words.en });
      }
      const to = baseLifecycle.next(record.state, f.event);
      await this.store.setState(tx, f.id, record.state, to, today, isLive(to));
      await tx.timeline({
        subjectType: 'base_accreditation',
        subjectId: f.id,
        event: f.event,
        from: record.state,
        to,
        opinion: f.reason,
        ruleVersion: record.ruleVersion,
        organisationName: await this.store.authorityName(tx, actor),
        details: f.hearing ? { hearing: f.hearing } : undefined,
      });
      await tx.audit({
        object: { type: 'base_accreditation', id: f.id },
        reason: f.reason,
        details: { from: record.state, to, ...(f.hearing ? { hearing: f.hearing } : {}) },
      });
      await tx.emit(BaseStatusChanged, { accreditationId: f.id, institutionId: record.institutionId });
      return { id: f.id, state: to };
    });
  }
}
