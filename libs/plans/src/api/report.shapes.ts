import { errorCatalogue, type TimelineRow } from '@app/platform';
import type { Reason } from '@app/kernel';
import { type Figure, figureDefinition, type FigureSet } from '../domain/report-figures';
import type { ReportRule } from '../domain/report-rule';
import type { ReportQueries } from '../use/report.queries';
import type { ReportRollup } from '../use/report-rollup';
import type {
  ReportBasis,
  ReportDetail,
  ReportFigure,
  ReportObstacle,
  ReportRollupInfo,
  ReportRuleInfo,
} from './report.types';

export const ruleInfo = (r: ReportRule): ReportRuleInfo => ({
  version: r.version,
  name: r.name,
  summary: r.summary,
  source: r.source,
  daysSoon: r.daysSoon.value,
  resubmissionDays: r.resubmissionDays.value,
  resubmissionSource: r.resubmissionDays.source,
});

export const figureOf = (f: Figure): ReportFigure[] => {
  const d = figureDefinition(f.key);
  return d ? [{ ...f, kind: d.kind, label: d.label, unit: d.unit }] : [];
};

export const basisOf = (s: FigureSet | null): ReportBasis | null =>
  s && {
    asOf: s.asOf,
    from: s.from,
    pulledAt: new Date(s.pulledAt),
    pulledByName: s.pulledByName,
    snapshotHash: s.snapshotHash,
    countingVersion: s.counting.version,
    countingName: s.counting.name,
    countingSource: s.counting.source,
    policyVersion: s.policy?.version ?? null,
    policySummary: s.policy?.summary ?? null,
    populationSeries: s.population.kind,
    populationDate: s.population.referenceDate,
    populationPublishedOn: s.population.publishedOn,
  };

const obstacle = (r: Reason): ReportObstacle => ({
  code: r.code,
  message: errorCatalogue.text(r.code, r.params) ?? r.code,
});

type Read = Awaited<ReturnType<ReportQueries['report']>>;

export function detailOf(r: Read): ReportDetail {
  const { duty } = r;
  return {
    ...duty,
    side: r.side,
    acts: r.acts,
    clock: r.clock,
    daysLate: r.timeliness?.daysLate ?? null,
    parts: r.sections,
    figures: r.figures && r.figures.flatMap(figureOf),
    basis: basisOf(r.figureSet),
    files: r.files,
    submissions: r.submissions,
    timeline: r.steps.map((s: TimelineRow) => ({ ...s })),
    signing: r.signing.map(obstacle),
    submitting: r.submitting.map(obstacle),
    callReason: duty.reason,
    sameHand: r.sameHand,
    otherSigners: r.otherSigners,
    rule: ruleInfo(r.rule),
  };
}

export function rollupOf(r: Awaited<ReturnType<ReportRollup['run']>>): ReportRollupInfo {
  const { first, sum } = r;
  return {
    obligationId: first.obligationId,
    year: r.year,
    label: first.label,
    source: first.source,
    clause: first.clause,
    documentNo: first.documentNo,
    callReason: first.reason,
    filed: first.filed,
    toNote: first.toNote,
    opensOn: first.opensOn,
    dueOn: first.dueOn,
    received: sum.received,
    expected: sum.expected,
    note: sum.note,
    missing: sum.missing.map((m) => m.code),
    withoutFigures: sum.withoutFigures.map((m) => m.code),
    cities: r.cities.map(({ duty, timeliness, figures, figureSet, ...c }) => ({
      ...c,
      dutyId: duty.id,
      state: duty.state,
      firstCompleteAt: duty.firstCompleteAt,
      daysLate: timeliness?.daysLate ?? null,
      recordedAfterwards: duty.recordedAfterwards,
      reminders: duty.reminders,
      remindedAt: duty.remindedAt,
      figures: figures && figures.flatMap(figureOf),
      basis: basisOf(figureSet),
    })),
    sums: sum.sums.map((s) => {
      const d = figureDefinition(s.key)!;
      return { ...s, kind: d.kind, label: d.label, unit: d.unit };
    }),
    rule: ruleInfo(r.rule),
  };
}
