import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId, sha256Hex } from '@app/kernel';
import { type Actor, CLOCK, isDuplicateKey, notFound, regionPrefix, type Tx, UnitOfWork } from '@app/platform';
import { type FullTarget, IndicatorStore } from '../data/indicator.store';
import { fail } from '../plans.errors';

export interface ExemptInput {
  planCode: string;
  targetKey: string;
  regionCode: string;
  reason: string;
  documentNo?: string;
  decidedOn: string;
}
export interface JudgeInput {
  planCode: string;
  targetKey: string;
  status: 'MET' | 'NOT_MET';
  count: number;
  asOf: string;
  reason: string;
}
export interface EvidenceInput {
  planCode: string;
  targetKey: string;
  subject: string;
  documentNo: string;
  issuedOn: string;
}

/** What a provincial officer records beside computed figures: exceptions, a reviewer's word, things that live in no register. */
@Injectable()
export class IndicatorActs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: IndicatorStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 「原则上」 allows an exception with its reason. @throws PLANS_EXEMPTION_NOT_ALLOWED, PLANS_EXEMPTION_TWICE, PLANS_DAY_AHEAD */
  async exempt(actor: Actor, input: ExemptInput): Promise<{ id: string }> {
    const target = await this.target(actor, input);
    if (!target.exemptible) throw fail('PLANS_EXEMPTION_NOT_ALLOWED');
    if (!input.regionCode.startsWith(regionPrefix(province(actor)))) throw notFound();
    this.notAhead(input.decidedOn);
    return this.uow.run({ actor, action: 'plans.exempt-region', input }, async (tx) => {
      const id = newId();
      const { planCode, targetKey, regionCode } = input;
      await this.insert(tx, 'indicator_exemption', 'PLANS_EXEMPTION_TWICE', {
        id,
        planCode,
        targetKey,
        regionCode,
        reason: input.reason.trim(),
        documentNo: input.documentNo?.trim() || null,
        decidedOn: input.decidedOn,
        openKey: `${planCode}/${targetKey}/${regionCode}`,
        decidedBy: actor.name,
        recordedAt: tx.now,
      });
      await this.note(tx, input, 'plans.region-exempted', input.reason, { exemptionId: id, regionCode });
      return { id };
    });
  }

  /** @throws PLATFORM_NOT_FOUND, PLANS_EXEMPTION_ENDED */
  async endExemption(actor: Actor, id: string, reason: string): Promise<{ id: string }> {
    return this.uow.run({ actor, action: 'plans.end-exemption', input: { id, reason } }, async (tx) => {
      const row = await this.store.exemptionTx(tx, id);
      if (!row || row.provinceCode !== province(actor)) throw notFound();
      if (row.endedOn) throw fail('PLANS_EXEMPTION_ENDED');
      const today = dayOf(tx.now);
      // Half-open: an exception decided today and ended today never held.
      await tx.update('indicator_exemption', { id }, { endedOn: today, endReason: reason.trim(), openKey: null });
      await this.note(tx, row, 'plans.exemption-ended', reason, { exemptionId: id, regionCode: row.regionCode });
      return { id };
    });
  }

  /** The reviewer's word on 「左右」 (DEC-2). @throws PLANS_VERDICT_NOT_ASKED, PLANS_DAY_AHEAD */
  async judge(actor: Actor, input: JudgeInput): Promise<{ id: string }> {
    const target = await this.target(actor, input);
    if (target.op !== 'ABOUT') throw fail('PLANS_VERDICT_NOT_ASKED');
    this.notAhead(input.asOf);
    return this.uow.run({ actor, action: 'plans.judge-indicator', input }, async (tx) => {
      const id = newId();
      const { planCode, targetKey, status, count, asOf } = input;
      await tx.insert('indicator_verdict', {
        id,
        planCode,
        targetKey,
        status,
        count,
        asOf,
        reason: input.reason.trim(),
        decidedBy: actor.name,
        recordedAt: tx.now,
      });
      await this.note(tx, input, 'plans.indicator-judged', input.reason, { verdictId: id, status, count });
      return { id };
    });
  }

  /** One disease, one pathway (IND-X7). @throws PLANS_EVIDENCE_NOT_ASKED, PLANS_EVIDENCE_TWICE, PLANS_DAY_AHEAD */
  async addEvidence(actor: Actor, input: EvidenceInput): Promise<{ id: string }> {
    const target = await this.target(actor, input);
    const rule = await this.store.rule(dayOf(this.clock.now()));
    const measure = target.measure ?? rule.measures.find((m) => m.code === target.code);
    if (measure?.kind !== 'RECORDED') throw fail('PLANS_EVIDENCE_NOT_ASKED');
    this.notAhead(input.issuedOn);
    return this.uow.run({ actor, action: 'plans.add-evidence', input }, async (tx) => {
      const id = newId();
      const { planCode, targetKey, issuedOn } = input;
      const subject = input.subject.trim().replace(/\s+/g, ' ');
      await this.insert(tx, 'plan_evidence', 'PLANS_EVIDENCE_TWICE', {
        id,
        planCode,
        targetKey,
        subject,
        documentNo: input.documentNo.trim(),
        issuedOn,
        openKey: sha256Hex(`${planCode}\0${targetKey}\0${subject}`),
        recordedBy: actor.name,
        recordedAt: tx.now,
      });
      await this.note(tx, input, 'plans.evidence-added', input.documentNo, { evidenceId: id });
      return { id };
    });
  }

  /** @throws PLATFORM_NOT_FOUND, PLANS_EVIDENCE_WITHDRAWN */
  async withdrawEvidence(actor: Actor, id: string, reason: string): Promise<{ id: string }> {
    return this.uow.run({ actor, action: 'plans.withdraw-evidence', input: { id, reason } }, async (tx) => {
      const row = await this.store.evidenceTx(tx, id);
      if (!row || row.provinceCode !== province(actor)) throw notFound();
      if (row.withdrawnOn) throw fail('PLANS_EVIDENCE_WITHDRAWN');
      await tx.update(
        'plan_evidence',
        { id },
        { withdrawnOn: dayOf(tx.now), withdrawReason: reason.trim(), openKey: null },
      );
      await this.note(tx, row, 'plans.evidence-withdrawn', reason, { evidenceId: id });
      return { id };
    });
  }

  private async target(actor: Actor, at: { planCode: string; targetKey: string }): Promise<FullTarget> {
    const plans = await this.store.plans(province(actor));
    if (!plans.some((p) => p.code === at.planCode)) throw notFound();
    const target = (await this.store.targets(at.planCode)).find((t) => t.id === at.targetKey);
    if (!target) throw notFound();
    return target;
  }

  private notAhead(day: string): void {
    const today = dayOf(this.clock.now());
    if (day > today) throw fail('PLANS_DAY_AHEAD', { day, today });
  }

  private async insert(tx: Tx, table: string, twice: 'PLANS_EXEMPTION_TWICE' | 'PLANS_EVIDENCE_TWICE', row: object) {
    try {
      await tx.insert(table, row);
    } catch (e) {
      if (isDuplicateKey(e)) throw fail(twice);
      throw e;
    }
  }

  private async note(
    tx: Tx,
    at: { planCode: string; targetKey: string },
    event: string,
    opinion: string,
    details: Record<string, string | number>,
  ): Promise<void> {
    const id = `${at.planCode}/${at.targetKey}`;
    await tx.audit({ object: { type: 'plan_target', id }, reason: opinion, details });
    await tx.timeline({ subjectType: 'plan_target', subjectId: id, event, opinion });
  }
}

/** Only a province decides about its plan. */
function province(actor: Actor): string {
  if (actor.scope.kind !== 'REGION' || !actor.scope.regionCode.endsWith('0000')) throw notFound();
  return actor.scope.regionCode;
}
