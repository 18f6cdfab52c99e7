import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId } from '@app/kernel';
import { type Actor, CLOCK, Db, type Tx, UnitOfWork } from '@app/platform';
import { CompletionDecided } from '../credentials.events';
import { CertificateStore } from '../data/certificate.store';
import { ConsiderationStore } from '../data/consideration.store';
import { DecisionStore } from '../data/decision.store';
import { decide, type Decision, decisionHash } from '../domain/decision';
import { type Gathered, GatherFacts } from './gather-facts';

/** Decides whether an enrolment may be certified, from the facts as they are now, and keeps the answer. */
@Injectable()
export class ConsiderEnrolment {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly gather: GatherFacts,
    private readonly considerations: ConsiderationStore,
    private readonly decisions: DecisionStore,
    private readonly certificates: CertificateStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Safe when run twice at once: each run takes a number before it reads the facts, and a run that a newer one has
   * overtaken drops its answer, so an old reading never replaces a newer one.
   */
  async run(actor: Actor, enrolmentId: string): Promise<void> {
    const journal = { actor, action: 'credentials.begin-consideration', journal: 'consideration' };
    const run = await this.uow.run(journal, (tx) => this.considerations.begin(tx, enrolmentId));
    const day = dayOf(this.clock.now());
    const gathered = await this.gather.one(enrolmentId, day);
    if (!gathered) return;
    // Once certified, the decision that led there stands as it is.
    const award = `${enrolmentId} ${gathered.enrolment.certificateKind}`;
    if ((await this.certificates.ofEnrolments(this.db, [enrolmentId])).has(award)) return;
    const decision = decide(gathered.facts, gathered.rule, day);
    const hash = decisionHash(decision);
    await this.uow.run(
      { actor, action: 'credentials.decide-completion', journal: 'completion_decision' },
      async (tx) => {
        if ((await this.considerations.lockRun(tx, enrolmentId)) !== run) return null;
        const before = await this.decisions.lockOne(tx, enrolmentId);
        if (before?.decisionHash === hash) return null;
        await this.store(tx, gathered, decision, hash, before);
        return null;
      },
    );
  }

  private async store(
    tx: Tx,
    { enrolment: e }: Gathered,
    d: Decision,
    hash: string,
    before: { id: string; seq: number; eligible: number } | undefined,
  ): Promise<void> {
    const id = newId();
    await this.decisions.add(tx, before?.id ?? null, {
      id,
      enrolmentId: e.id,
      seq: (before?.seq ?? 0) + 1,
      currentOf: e.id,
      personId: e.personId,
      provinceCode: e.provinceCode,
      baseInstitutionId: e.baseInstitutionId,
      employerInstitutionId: e.employerInstitutionId,
      classId: e.classId,
      classTitle: e.classTitle,
      programmeTitleZh: e.programmeTitle.zh,
      programmeTitleEn: e.programmeTitle.en,
      certificateKind: e.certificateKind,
      eligible: d.eligible ? 1 : 0,
      checks: d.checks,
      missing: d.missing,
      ruleVersion: d.ruleVersion,
      decisionHash: hash,
      decidedOn: d.day,
      decidedAt: tx.now,
    });
    await tx.audit({
      object: { type: 'completion_decision', id },
      details: {
        enrolmentId: e.id,
        eligible: d.eligible,
        missing: d.missing.map((m) => m.code),
        ruleVersion: d.ruleVersion,
      },
    });
    const was = before?.eligible === 1;
    if (was === d.eligible) return;
    await tx.timeline({
      subjectType: 'enrolment',
      subjectId: e.id,
      event: d.eligible ? 'credentials.eligible' : 'credentials.no-longer-eligible',
      ruleVersion: d.ruleVersion.slice(0, 60),
      details: { decisionId: id, missing: d.missing },
    });
    await tx.emit(CompletionDecided, { decisionId: id, enrolmentId: e.id, eligible: d.eligible });
  }
}
