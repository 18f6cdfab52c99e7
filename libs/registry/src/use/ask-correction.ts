import { Injectable } from '@nestjs/common';
import { dayOf, newId } from '@app/kernel';
import { type Actor, Crypto, Files, isDuplicateKey, UnitOfWork } from '@app/platform';
import { CorrectionStore } from '../data/correction.store';
import { FactsStore } from '../data/facts.store';
import { PERSON_FIELDS } from '../data/person-fields';
import type { PersonAct } from '../domain/act-types';
import { ASKABLE } from '../domain/correction';
import { planAct } from '../domain/plan-act';
import { type FactSummary, summaries } from '../domain/withdrawn';
import { fail, refusal } from '../people.errors';
import { fail as refuse } from '../registry.errors';
import { CorrectionChanged } from '../registry.events';

/** What is kept sealed: the act that would put it right, and the fact as it was when the request was sent in. */
export interface AskedAct {
  act: PersonAct;
  before: Pick<FactSummary, 'set' | 'label' | 'startOn' | 'endOn'> | null;
}

/** A person says what is wrong in the own record, with evidence; nothing is written before the authority agrees. */
@Injectable()
export class AskCorrection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly corrections: CorrectionStore,
    private readonly facts: FactsStore,
    private readonly files: Files,
    private readonly crypto: Crypto,
  ) {}

  /** @throws REGISTRY_NO_OWN_RECORD, REGISTRY_EVIDENCE_NEEDED, REGISTRY_ACT_REFUSED with every reason, REGISTRY_CORRECTION_OPEN */
  async run(
    actor: Actor,
    f: { act: PersonAct; statement: string; uploadIds: string[] },
  ): Promise<{ id: string; state: string }> {
    const { personId } = actor;
    if (!personId) throw refuse('REGISTRY_NO_OWN_RECORD');
    const files = [];
    for (const id of [...new Set(f.uploadIds)]) files.push(await this.files.upload(actor, id));
    const evidence = files.filter((x) => x.mime === 'application/pdf' || x.mime.startsWith('image/'));
    if (!evidence.length)
      throw fail('REGISTRY_EVIDENCE_NEEDED', {}, { fields: [{ path: 'evidence', code: 'REGISTRY_EVIDENCE_NEEDED' }] });
    try {
      return await this.uow.run({ actor, action: 'registry.ask-correction', input: f }, async (tx) => {
        const facts = (await this.facts.of([personId], tx)).get(personId)!;
        const act: PersonAct = { ...f.act, reason: f.statement.trim().slice(0, 200) };
        const { faults } = planAct(act, facts, {
          ...{ today: dayOf(tx.now), authority: true, own: false, place: null, province: null },
        });
        const askable = (ASKABLE as readonly string[]).includes(act.act) && act.factType !== 'DEATH';
        if (!askable) faults.push({ code: 'REGISTRY_ACT_OF_AUTHORITY' });
        if (faults.length) throw refusal(faults);
        const was = summaries(facts).find((x) => x.id === act.factId);
        const asked: AskedAct = {
          act,
          before: was ? { set: was.set, label: was.label, startOn: was.startOn, endOn: was.endOn } : null,
        };
        const place = await this.corrections.placeOf(tx, personId);
        const id = newId();
        await tx.insert('correction_request', {
          ...{ id, personId, accountId: actor.accountId, state: 'SUBMITTED', createdAt: tx.now },
          openOf: `${personId} ${act.factId ?? act.act}`,
          actSealed: this.crypto.seal(JSON.stringify(asked), PERSON_FIELDS.correction),
          factType: act.factType ?? act.act,
          statement: f.statement.trim(),
          ...{ institutionId: place?.institutionId ?? null, countyCode: place?.countyCode ?? null },
        });
        await tx.insert(
          'correction_evidence',
          evidence.map((x) => ({
            ...{ id: newId(), requestId: id, fileHash: x.hash, fileName: x.name.slice(0, 200), fileMime: x.mime },
          })),
        );
        await tx.timeline({
          ...{ subjectType: 'correction', subjectId: id, event: 'SUBMIT_CORRECTION', from: null, to: 'SUBMITTED' },
          opinion: f.statement.trim(),
        });
        await tx.audit({
          object: { type: 'correction', id },
          details: { act: act.act, factType: act.factType ?? null, evidence: evidence.length },
        });
        await tx.emit(CorrectionChanged, { requestId: id });
        return { id, state: 'SUBMITTED' };
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw fail('REGISTRY_CORRECTION_OPEN');
      throw e;
    }
  }
}
