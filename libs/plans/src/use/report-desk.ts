import { Injectable } from '@nestjs/common';
import { dayOf } from '@app/kernel';
import { type Actor, notFound, type Tx } from '@app/platform';
import { Registry } from '@app/registry';
import { type DutyRow, type FileRow, ReportStore, type SectionRow, type ValueRow } from '../data/report.store';
import { isEditable, type ReportContent, type ReportSide } from '../domain/report';
import type { Figure } from '../domain/report-figures';
import type { ReportRule } from '../domain/report-rule';
import { reportFail } from '../report.errors';
import { mayReadReports, sideOf } from '../report.policy';

export interface Loaded {
  duty: DutyRow;
  sections: SectionRow[];
  values: ValueRow[];
  files: FileRow[];
}

export interface Held extends Loaded {
  side: ReportSide | null;
  rule: ReportRule;
}

/** Figures with what is reported beside them. */
export function figuresOf(l: Pick<Loaded, 'duty' | 'values'>): Figure[] | null {
  if (!l.duty.figures) return null;
  return l.duty.figures.values.map(({ key, value }) => {
    const given = l.values.find((v) => v.figureKey === key);
    return { key, computed: value, reported: given?.value ?? null, reason: given?.reason ?? null };
  });
}

/** @param scansSince only scans added after this count as the seal: a returned report is sealed anew */
export const contentOf = (l: Loaded, scansSince: Date | null = null): ReportContent => ({
  sections: l.duty.sections,
  texts: new Map(l.sections.map((s) => [s.code, s.text])),
  needsFigures: l.duty.needsFigures,
  figures: figuresOf(l),
  seal: l.files.some((f) => f.kind === 'SEAL' && (scansSince === null || f.addedAt > scansSince)),
  filed: l.duty.filed,
  opensOn: l.duty.opensOn,
});

/** Takes a report out of its shelf for an act: locked, in scope, with everything the act decides on. */
@Injectable()
export class ReportDesk {
  constructor(
    private readonly store: ReportStore,
    private readonly registry: Registry,
  ) {}

  /** @throws PLATFORM_NOT_FOUND outside the actor's area */
  async take(tx: Tx, id: string): Promise<Held> {
    const duty = await this.store.lock(tx, id, mayReadReports(tx.actor));
    if (!duty) throw notFound();
    const [sections, values, files, rule] = await Promise.all([
      this.store.sections(id, tx),
      this.store.values(id, tx),
      this.store.files(id, tx),
      this.store.rule(dayOf(tx.now)),
    ]);
    return { duty, sections, values, files, rule, side: sideOf(tx.actor, duty) };
  }

  /** For a change of text, figures or files by its own office. @throws PLANS_REPORT_NOT_YOURS, PLANS_REPORT_LOCKED */
  async takeToEdit(tx: Tx, id: string): Promise<Held> {
    const held = await this.take(tx, id);
    if (held.side !== 'AUTHOR') throw reportFail('PLANS_REPORT_NOT_YOURS');
    if (!isEditable(held.duty.state)) throw reportFail('PLANS_REPORT_LOCKED');
    return held;
  }

  /** The first touch makes a draft of it. @returns the version after the change */
  async touched(tx: Tx, d: DutyRow, patch: Record<string, unknown> = {}): Promise<number> {
    const started = d.state === 'NOT_STARTED';
    const version = d.version + 1;
    await tx.update(
      'report_duty',
      { id: d.id, version: d.version },
      {
        version,
        ...patch,
        ...(started ? { state: 'DRAFT' } : {}),
        ...(d.draftedBy ? {} : { draftedBy: tx.actor.accountId, draftedByName: tx.actor.name }),
      },
    );
    if (started) await this.step(tx, d, 'report.started', 'NOT_STARTED', 'DRAFT');
    return version;
  }

  async step(
    tx: Tx,
    d: DutyRow,
    event: string,
    from: string,
    to: string,
    more: { opinion?: string | null; details?: unknown } = {},
  ): Promise<void> {
    await tx.timeline({
      subjectType: 'report',
      subjectId: d.id,
      event,
      from,
      to,
      opinion: more.opinion ?? null,
      ruleVersion: d.ruleVersion,
      organisationName: await this.office(tx.actor),
      details: more.details,
    });
  }

  /** The commission the actor speaks for. */
  async office(actor: Actor): Promise<string | null> {
    if (actor.scope.kind !== 'REGION') return null;
    const region = await this.registry.region(actor.scope.regionCode);
    return region ? `${region.name}卫生健康委员会` : null;
  }
}
