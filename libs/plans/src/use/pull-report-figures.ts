import { Injectable } from '@nestjs/common';
import { dayOf } from '@app/kernel';
import { Credentials } from '@app/credentials';
import { type Actor, notFound, UnitOfWork } from '@app/platform';
import { Programmes } from '@app/programmes';
import { Workforce } from '@app/workforce';
import { PlanStore } from '../data/plan.store';
import { ReportStore } from '../data/report.store';
import { type FigureSet, REPORT_FIGURES, withRates } from '../domain/report-figures';
import { reportFail } from '../report.errors';
import { mayReadReports } from '../report.policy';
import { ReportDesk } from './report-desk';
import { TakeSnapshot } from './take-snapshot';

/** Takes the figures of a report from a snapshot as of a day, with everything they rest on (§5.8). */
@Injectable()
export class PullReportFigures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly desk: ReportDesk,
    private readonly store: ReportStore,
    private readonly snapshots: TakeSnapshot,
    private readonly workforce: Workforce,
    private readonly plans: PlanStore,
    private readonly programmes: Programmes,
    private readonly credentials: Credentials,
  ) {}

  /**
   * The values reported beside the figures stay; whoever takes figures anew looks at them again.
   * @throws PLANS_REPORT_DAY_FUTURE, PLANS_REPORT_NOT_YOURS, PLANS_REPORT_LOCKED
   */
  async run(actor: Actor, f: { id: string; asOf: string }): Promise<number> {
    const known = await this.store.duty(f.id, mayReadReports(actor));
    if (!known) throw notFound();
    const from = `${f.asOf.slice(0, 4)}-01-01`;
    const window = { regionCode: known.regionCode, from, to: f.asOf };
    const [training, certificates, counting, policy] = await Promise.all([
      this.programmes.trainingIn(window),
      this.credentials.issuedIn(window),
      this.workforce.currentRule(),
      this.plans.policy(f.asOf),
    ]);
    return this.uow.run({ actor, action: 'plans.pull-report-figures', input: f }, async (tx) => {
      const { duty } = await this.desk.takeToEdit(tx, f.id);
      if (f.asOf > dayOf(tx.now)) {
        const code = 'PLANS_REPORT_DAY_FUTURE';
        throw reportFail(code, {}, { fields: [{ path: 'asOf', code }] });
      }
      const title = `${duty.regionName}${duty.year}年${duty.label.zh}`.slice(0, 200);
      const snapshot = await this.snapshots.take(tx, duty.regionCode, { asOf: f.asOf, title });
      // The frozen figures are read back on this connection, so that what is printed is what the hash covers.
      const heads = await this.workforce.snapshotFigures(snapshot.id, [duty.regionCode], tx);
      const of = (category: string) => heads.find((h) => h.category === category);
      const [p, t] = [of('PHYSICIAN'), of('THERAPIST')];
      const raw = new Map<string, string | null>([
        ['POPULATION', p?.population === null || p === undefined ? null : String(p.population)],
        ...headValues('PHYSICIANS', p),
        ...headValues('THERAPISTS', t),
        ['CLASSES_HELD', String(training.classes)],
        ['TRAINEES_ADMITTED', String(training.admitted)],
        ['CERTIFICATES_ISSUED', String(certificates)],
      ]);
      const values = withRates(raw);
      const set: FigureSet = {
        asOf: f.asOf,
        from,
        pulledAt: tx.now.toISOString(),
        pulledByName: actor.name,
        snapshotId: snapshot.id,
        snapshotHash: snapshot.hash,
        counting: {
          version: counting.version,
          name: { zh: counting.nameZh, en: counting.nameEn },
          source: counting.source,
        },
        policy: policy
          ? {
              version: policy.version,
              summary: { zh: policy.summaryZh, en: policy.summaryEn },
              source: policy.source,
            }
          : null,
        population: {
          status: p?.population == null ? 'NO_POPULATION' : 'OK',
          persons: p?.population ?? null,
          kind: p?.populationSeries ?? null,
          referenceDate: p?.populationReferenceDate ?? null,
          publishedOn: p?.populationPublishedOn ?? null,
        },
        values: REPORT_FIGURES.map(({ key }) => ({ key, value: values.get(key) ?? null })),
      };
      const version = await this.desk.touched(tx, duty, { figures: JSON.stringify(set) });
      await tx.audit({
        object: { type: 'report', id: f.id },
        details: { asOf: f.asOf, snapshot: snapshot.id, hash: snapshot.hash },
      });
      return version;
    });
  }
}

const headValues = (
  key: string,
  h: { registered: number; certified: number; union: number } | undefined,
): [string, string | null][] => [
  [`${key}_REGISTERED`, h ? String(h.registered) : null],
  [`${key}_CERTIFIED`, h ? String(h.certified) : null],
  [`${key}_UNION`, h ? String(h.union) : null],
];
