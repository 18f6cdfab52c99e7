import { newId } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Workforce } from '@app/workforce';
import type { DutyRow } from '../data/report.store';
import { type FigureSet, REPORT_FIGURES, withRates } from '../domain/report-figures';

type Heads = Awaited<ReturnType<Workforce['snapshotFigures']>>;

export function figuresOf(heads: Heads): Pick<FigureSet, 'values' | 'population'> {
  const p = heads.find((h) => h.category === 'PHYSICIAN');
  const t = heads.find((h) => h.category === 'THERAPIST');
  const text = (n: number | null | undefined) => (n === null || n === undefined ? null : String(n));
  const values = withRates(
    new Map<string, string | null>([
      ['POPULATION', text(p?.population)],
      ...(['PHYSICIANS', 'THERAPISTS'] as const).flatMap((key): [string, string | null][] => {
        const h = key === 'PHYSICIANS' ? p : t;
        return [
          [`${key}_REGISTERED`, text(h?.registered)],
          [`${key}_CERTIFIED`, text(h?.certified)],
          [`${key}_UNION`, text(h?.union)],
        ];
      }),
    ]),
  );
  return {
    population: {
      status: p?.population ? 'OK' : 'NO_POPULATION',
      persons: p?.population ?? null,
      kind: p?.populationSeries ?? null,
      referenceDate: p?.populationReferenceDate ?? null,
      publishedOn: p?.populationPublishedOn ?? null,
    },
    values: REPORT_FIGURES.map(({ key }) => ({ key, value: values.get(key) ?? null })),
  };
}

/** 丹东市 reports two therapists more than the system counts, and says why. */
export function reportedOf(region: string, v: { key: string; value: string | null }) {
  if (region !== '210600' || v.key !== 'THERAPISTS_UNION' || v.value === null) return { reported: null, reason: null };
  return { reported: String(Number(v.value) + 2), reason: '2 人已取得康复治疗专业技术资格，执业地点登记尚未办结。' };
}

/** Steps of the past: `tx.timeline` would date them today. */
export const steps =
  (tx: Tx, d: DutyRow) =>
  (at: Date, actorName: string, role: string, event: string, fromState: string, toState: string, opinion?: string) =>
    tx.insert('timeline_entry', {
      ...{ id: newId(), subjectType: 'report', subjectId: d.id, at, accountId: 'system', actorName, role },
      ...{
        organisationName: null,
        event,
        fromState,
        toState,
        opinion: opinion ?? null,
        ruleVersion: d.ruleVersion,
        details: null,
      },
    });
