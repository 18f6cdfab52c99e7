import { Injectable } from '@nestjs/common';
import { type Actor, Crypto, notFound, UnitOfWork } from '@app/platform';
import { CorrectionStore } from '../data/correction.store';
import { PeopleStore } from '../data/people.store';
import { PERSON_FIELDS } from '../data/person-fields';
import {
  CORRECTION_WORDS,
  type CorrectionEvent,
  correctionLifecycle,
  type CorrectionState,
} from '../domain/correction';
import { fail } from '../people.errors';
import { CorrectionChanged } from '../registry.events';
import { correctionScope } from '../registry.policy';
import type { AskedAct } from './ask-correction';
import { ChangePerson } from './change-person';

const STEP: Record<CorrectionEvent, string> = {
  AGREE: 'AGREE_CORRECTION',
  OBJECT: 'OBJECT_CORRECTION',
  APPROVE: 'APPROVE_CORRECTION',
  REFUSE: 'REFUSE_CORRECTION',
  WITHDRAW: 'WITHDRAW_CORRECTION',
};

/** The employer's opinion, the authority's decision, or the person's withdrawal. */
@Injectable()
export class DecideCorrection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly corrections: CorrectionStore,
    private readonly people: PeopleStore,
    private readonly change: ChangePerson,
    private readonly crypto: Crypto,
  ) {}

  /**
   * Approval writes the correction in the same transaction.
   * @throws PLATFORM_NOT_FOUND, REGISTRY_CORRECTION_STATE, REGISTRY_CORRECTION_OWN, REGISTRY_ACT_REFUSED when it no longer fits
   */
  run(
    actor: Actor,
    f: { requestId: string; event: CorrectionEvent; opinion?: string | null },
  ): Promise<{ id: string; state: CorrectionState }> {
    return this.uow.run({ actor, action: 'registry.decide-correction', input: f }, async (tx) => {
      const scope = correctionScope(actor);
      await this.corrections.lock(tx, f.requestId);
      const c = await this.corrections.one(f.requestId, scope, tx);
      if (!c) throw notFound();
      const mine = actor.personId === c.personId || actor.accountId === c.accountId;
      if (mine !== (f.event === 'WITHDRAW')) throw fail('REGISTRY_CORRECTION_OWN');
      if (!correctionLifecycle.permits(c.state, f.event, actor.role)) {
        const words = CORRECTION_WORDS[c.state];
        throw fail('REGISTRY_CORRECTION_STATE', { state: words.zh, stateEn: words.en });
      }
      const to = correctionLifecycle.next(c.state, f.event);
      const opinion = f.opinion?.trim() || null;
      if (!opinion && (f.event === 'OBJECT' || f.event === 'REFUSE'))
        throw fail(
          'REGISTRY_ACT_REFUSED',
          { count: 1 },
          { reasons: [{ code: 'REGISTRY_NEEDED' }], fields: [{ path: 'opinion', code: 'REGISTRY_NEEDED' }] },
        );
      if (f.event === 'APPROVE') {
        const asked = JSON.parse(this.crypto.open(c.actSealed, PERSON_FIELDS.correction)) as AskedAct;
        await this.change.carry(tx, actor, c.personId, asked.act, { correctionId: c.id });
      }
      const final = correctionLifecycle.isTerminal(to);
      await tx.update(
        'correction_request',
        { id: c.id, state: c.state },
        {
          state: to,
          ...(final ? { openOf: null, decision: opinion, decidedAt: tx.now, decidedBy: actor.accountId } : {}),
          ...(final ? {} : { employerOpinion: opinion, employerAt: tx.now, employerBy: actor.accountId }),
        },
      );
      await tx.timeline({
        ...{ subjectType: 'correction', subjectId: c.id, event: STEP[f.event], from: c.state, to, opinion },
        organisationName: await this.people.placeOf(tx, actor),
      });
      await tx.audit({ object: { type: 'correction', id: c.id }, reason: opinion, details: { from: c.state, to } });
      await tx.emit(CorrectionChanged, { requestId: c.id });
      return { id: c.id, state: to };
    });
  }
}
