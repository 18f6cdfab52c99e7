import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, type Reason } from '@app/kernel';
import { type Actor, CLOCK, Files, notFound, type PageOf, Timelines } from '@app/platform';
import { type DutyFilter, type DutyListRow, ReportListStore, type SubmissionRow } from '../data/report-list.store';
import { type DutyRow, ReportStore } from '../data/report.store';
import { type Submission, type Timeliness, timeliness } from '../domain/deadline';
import { againstSigning, againstSubmitting, isReceived, reportClock, reportLifecycle } from '../domain/report';
import type { Figure } from '../domain/report-figures';
import { mayReadReports, sideOf } from '../report.policy';
import type { Submitted } from './move-report';
import { contentOf, figuresOf, type Loaded } from './report-desk';

export const submissionOf = (s: SubmissionRow): Submission => ({ at: s.submittedAt, complete: s.complete === 1 });
export const submittedOf = (s: SubmissionRow): Submitted =>
  (typeof s.content === 'string' ? JSON.parse(s.content) : s.content) as Submitted;

/** Reads of reports: a city's own, a province's all; the province reads what was handed in, never a draft. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly store: ReportStore,
    private readonly lists: ReportListStore,
    private readonly timelines: Timelines,
    private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async duties(actor: Actor, f: DutyFilter): Promise<PageOf<ReturnType<ReportQueries['listed']>>> {
    const today = dayOf(this.clock.now());
    const [page, rule] = await Promise.all([
      this.lists.duties(f, mayReadReports(actor), today),
      this.store.rule(today),
    ]);
    return { total: page.total, rows: page.rows.map((r) => this.listed(r, today, rule.daysSoon.value)) };
  }

  listed(r: DutyListRow, today: string, daysSoon: readonly number[]) {
    const late = r.firstCompleteAt ? timeliness(r.dueOn, [{ at: r.firstCompleteAt, complete: true }]) : null;
    const facts = { ...r, retrospective: r.retrospective === 1, filed: r.filed === 1 };
    return {
      ...facts,
      label: { zh: r.labelZh, en: r.labelEn },
      recordedAfterwards: r.recordedAfterwards === 1,
      clock: reportClock(facts, today, daysSoon),
      daysLate: late?.daysLate ?? null,
    };
  }

  /** @throws PLATFORM_NOT_FOUND */
  async load(actor: Actor, id: string): Promise<Loaded> {
    const duty = await this.store.duty(id, mayReadReports(actor));
    if (!duty) throw notFound();
    const [sections, values, files] = await Promise.all([
      this.store.sections(id),
      this.store.values(id),
      this.store.files(id),
    ]);
    return { duty, sections, values, files };
  }

  async report(actor: Actor, id: string) {
    const loaded = await this.load(actor, id);
    const { duty } = loaded;
    const today = dayOf(this.clock.now());
    const side = sideOf(actor, duty);
    const [rule, steps, submissions, officers] = await Promise.all([
      this.store.rule(today),
      this.timelines.of('report', id),
      this.lists.submissions([id]),
      this.lists.officers(duty.author === 'CITY' ? 'CITY_OFFICER' : 'PROVINCE_OFFICER', duty.regionCode, today),
    ]);
    const last = submissions.at(-1);
    const own = side === 'AUTHOR';
    const shown = own && !duty.recordedAfterwards ? this.working(loaded) : this.handedIn(duty, last);
    const link = (f: { hash: string; name: string; mime: string }) =>
      this.files.link({ ...f, accountId: actor.accountId, seconds: 900 });
    return {
      duty,
      side,
      rule,
      clock: reportClock(duty, today, rule.daysSoon.value),
      timeliness: this.timeliness(duty, submissions),
      ...shown,
      files: shown.files.map((f) => ({ ...f, url: link(f) })),
      submissions: submissions.map((s) => ({
        ...s,
        complete: s.complete === 1,
        recordedAfterwards: s.recordedAfterwards === 1,
      })),
      // A draft's own history is its office's; the province sees what was done with it since it came in.
      steps: own ? steps : steps.filter((s) => RECEIVER_STEPS.has(s.event)),
      acts: this.acts(duty, side, today),
      ...(own ? this.checks(loaded, today) : { signing: [] as Reason[], submitting: [] as Reason[] }),
      sameHand: own && duty.draftedBy === actor.accountId,
      otherSigners: officers.filter((o) => o.accountId !== duty.draftedBy).length,
    };
  }

  private checks(loaded: Loaded, today: string): { signing: Reason[]; submitting: Reason[] } {
    const c = contentOf(loaded, loaded.duty.state === 'RETURNED' ? loaded.duty.returnedAt : null);
    const submitting = loaded.duty.filed ? againstSubmitting(c, today) : [];
    return { signing: againstSigning(c), submitting };
  }

  private acts(duty: DutyRow, side: ReturnType<typeof sideOf>, today: string): string[] {
    if (!side) return [];
    return reportLifecycle
      .allowed(duty.state)
      .filter((t) => t.who.includes(side) && t.event !== 'START')
      .map((t) => t.event)
      .filter((e) => {
        if (e === 'SUBMIT') return duty.filed;
        if (e === 'KEEP') return !duty.filed;
        if (e === 'RECORD_PAPER') return duty.filed && duty.dueOn < today;
        if (e === 'RECORD_KEPT') return !duty.filed && side === 'AUTHOR' && duty.dueOn < today;
        return true;
      });
  }

  private working(l: Loaded) {
    return {
      sections: l.duty.sections.map((s) => {
        const now = l.sections.find((x) => x.code === s.code);
        return {
          ...s,
          text: now?.text ?? '',
          version: now?.version ?? 0,
          updatedByName: now?.updatedByName ?? null,
          updatedAt: now?.updatedAt ?? null,
        };
      }),
      figureSet: l.duty.figures,
      figures: figuresOf(l) as Figure[] | null,
      files: l.files.map(({ id, kind, name, size, hash, mime }) => ({
        id,
        kind: kind as string,
        name,
        size,
        hash,
        mime,
      })),
    };
  }

  private handedIn(duty: DutyRow, last: SubmissionRow | undefined) {
    const content = last && isReceived(duty.state) ? submittedOf(last) : null;
    return {
      sections: (content?.sections ?? duty.sections.map((s) => ({ ...s, text: '' }))).map((s) => ({
        ...s,
        version: 0,
        updatedByName: null,
        updatedAt: null,
      })),
      figureSet: content?.figures ?? null,
      figures: content?.values ?? null,
      files: (content?.files ?? []).map((f, i) => ({ ...f, id: `${last!.id}-${i}` })),
    };
  }

  timeliness(duty: Pick<DutyRow, 'dueOn'>, submissions: SubmissionRow[]): Timeliness | null {
    return timeliness(duty.dueOn, submissions.map(submissionOf));
  }
}

const RECEIVER_STEPS = new Set([
  'report.submitted',
  'report.resubmitted',
  'report.returned',
  'report.accepted',
  'report.recorded',
  'report.kept',
  'report.reminded',
]);
