import { Injectable } from '@nestjs/common';
import { canonicalJson, dayOf, newId, type Reason, sha256Hex } from '@app/kernel';
import { type Actor, isDuplicateKey, type Tx, UnitOfWork } from '@app/platform';
import {
  againstSigning,
  againstSubmitting,
  type ReportEvent,
  reportLifecycle,
  type ReportState,
} from '../domain/report';
import { ReportChanged } from '../report.events';
import { reportFail } from '../report.errors';
import { contentOf, figuresOf, type Held, ReportDesk } from './report-desk';

/** What the office itself does with its report. */
export const OWN_ACTS = ['SEND_FOR_REVIEW', 'SEND_BACK', 'SIGN', 'REOPEN', 'SUBMIT', 'KEEP', 'RESUBMIT'] as const;
export type OwnAct = (typeof OWN_ACTS)[number];

export interface MoveInput {
  id: string;
  act: OwnAct;
  /** of the report as the officer saw it */
  version: number;
  opinion?: string | null;
}

/** The content of a hand-in, frozen: what the receiver reads and what is printed. */
export interface Submitted {
  sections: { code: string; label: { zh: string; en: string }; required: boolean; text: string }[];
  figures: Held['duty']['figures'];
  values: { key: string; computed: string | null; reported: string | null; reason: string | null }[] | null;
  files: { kind: string; name: string; size: number; hash: string; mime: string }[];
  drafter: string | null;
  signer: string | null;
  signedAt: string | null;
  ruleVersion: string;
}

export const frozen = (h: Held, signer: string | null, signedAt: Date | null): Submitted => ({
  sections: h.duty.sections.map((s) => ({
    ...s,
    text: h.sections.find((x) => x.code === s.code)?.text ?? '',
  })),
  figures: h.duty.figures,
  values: figuresOf(h),
  files: h.files.map(({ kind, name, size, hash, mime }) => ({ kind, name, size, hash, mime })),
  drafter: h.duty.draftedByName,
  signer,
  signedAt: signedAt?.toISOString() ?? null,
  ruleVersion: h.rule.version,
});

/** From draft to handed in, by the office itself: each step by the table, each refusal with all its reasons. */
@Injectable()
export class MoveReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReportDesk,
  ) {}

  /**
   * @throws PLATFORM_NOT_FOUND, PLANS_REPORT_NOT_YOURS, PLANS_REPORT_STATE, PLANS_REPORT_REFUSED with reasons,
   * PLATFORM_CONFLICT when somebody acted meanwhile
   */
  async run(actor: Actor, f: MoveInput): Promise<{ state: ReportState; version: number }> {
    try {
      return await this.uow.run({ actor, action: 'plans.move-report', input: f }, (tx) => this.move(tx, f));
    } catch (e) {
      // The same hand-in pressed twice at once.
      throw isDuplicateKey(e) ? reportFail('PLANS_REPORT_STATE') : e;
    }
  }

  private async move(tx: Tx, f: MoveInput) {
    const held = await this.desk.take(tx, f.id);
    const { duty } = held;
    if (held.side !== 'AUTHOR') throw reportFail('PLANS_REPORT_NOT_YOURS');
    if (!reportLifecycle.permits(duty.state, f.act, 'AUTHOR') || f.version !== duty.version)
      throw reportFail('PLANS_REPORT_STATE');
    const reasons = against(held, f.act, tx.now);
    if (reasons.length) throw reportFail('PLANS_REPORT_REFUSED', { count: reasons.length }, { reasons });
    const to = reportLifecycle.next(duty.state, f.act);
    const patch = await this.effects(tx, held, f.act);
    await tx.update(
      'report_duty',
      { id: f.id, version: duty.version },
      { state: to, version: duty.version + 1, ...patch },
    );
    const sameHand = f.act === 'SIGN' && duty.draftedBy === tx.actor.accountId;
    await this.desk.step(tx, duty, STEP[f.act], duty.state, to, {
      opinion: f.opinion?.trim() || null,
      details: sameHand ? { sameHand: true } : undefined,
    });
    await tx.audit({
      object: { type: 'report', id: f.id },
      reason: f.opinion?.trim() || null,
      details: { act: f.act, from: duty.state, to, sameHand },
    });
    await tx.emit(ReportChanged, { dutyId: f.id });
    return { state: to, version: duty.version + 1 };
  }

  private async effects(tx: Tx, held: Held, act: OwnAct): Promise<Record<string, unknown>> {
    const signature = { signedBy: tx.actor.accountId, signedByName: tx.actor.name, signedAt: tx.now };
    switch (act) {
      case 'SIGN':
        return signature;
      case 'REOPEN':
        return { signedBy: null, signedByName: null, signedAt: null };
      case 'SUBMIT':
      case 'KEEP':
        await handIn(tx, held, frozen(held, held.duty.signedByName, held.duty.signedAt));
        return { firstCompleteAt: held.duty.firstCompleteAt ?? tx.now, clockMark: null };
      case 'RESUBMIT':
        await handIn(tx, held, frozen(held, tx.actor.name, tx.now));
        // Timeliness stays with the first complete hand-in (§5.8).
        return { ...signature, firstCompleteAt: held.duty.firstCompleteAt ?? tx.now, clockMark: null };
      default:
        return {};
    }
  }
}

function against(held: Held, act: OwnAct, now: Date): Reason[] {
  const { duty } = held;
  switch (act) {
    case 'SIGN':
      return againstSigning(contentOf(held));
    case 'SUBMIT':
      return againstSubmitting(contentOf(held), dayOf(now));
    case 'KEEP':
      return [
        ...againstSigning(contentOf(held)),
        ...(duty.filed ? [{ code: 'PLANS_REPORT_STATE' }] : []),
        ...(contentOf(held).seal ? [] : [{ code: 'PLANS_REPORT_NO_SEAL' }]),
      ];
    case 'RESUBMIT': {
      const reasons = againstSubmitting(contentOf(held, duty.returnedAt), dayOf(now));
      const stale = held.files.some((f) => f.kind === 'SEAL');
      return reasons.map((r) => (r.code === 'PLANS_REPORT_NO_SEAL' && stale ? { code: 'PLANS_REPORT_SEAL_OLD' } : r));
    }
    default:
      return [];
  }
}

const STEP: Record<OwnAct, string> = {
  SEND_FOR_REVIEW: 'report.sent-for-review',
  SEND_BACK: 'report.sent-back',
  SIGN: 'report.signed',
  REOPEN: 'report.reopened',
  SUBMIT: 'report.submitted',
  KEEP: 'report.kept',
  RESUBMIT: 'report.resubmitted',
};
export const STEPS: Partial<Record<ReportEvent, string>> = STEP;

/** Keeps a hand-in for good. */
export async function handIn(
  tx: Tx,
  held: Held,
  content: Submitted,
  paper: { at: Date; complete: boolean } | null = null,
): Promise<void> {
  const last = await tx.one<{ n: number | null }>('SELECT MAX(seq) AS n FROM report_submission WHERE duty_id = ?', [
    held.duty.id,
  ]);
  await tx.insert('report_submission', {
    id: newId(),
    dutyId: held.duty.id,
    seq: Number(last?.n ?? 0) + 1,
    submittedAt: paper?.at ?? tx.now,
    complete: !paper || paper.complete ? 1 : 0,
    recordedAfterwards: paper ? 1 : 0,
    submittedBy: tx.actor.accountId,
    submittedByName: tx.actor.name,
    signedByName: content.signer,
    content: JSON.stringify(content),
    contentHash: sha256Hex(canonicalJson(content as never)),
    recordedAt: tx.now,
  });
}
