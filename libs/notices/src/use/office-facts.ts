import { Inject, Injectable } from '@nestjs/common';
import { Accreditations } from '@app/accreditation';
import { Credentials } from '@app/credentials';
import { type Clock, dayOf } from '@app/kernel';
import { CLOCK, Db, type Actor, Timelines, WorkJobs } from '@app/platform';
import { fromJson } from '../data/json';
import type { CorrectionView } from '../domain/correction-rules';
import type { BaseView, CertificateView, GrantView, WorkJobView } from '../domain/office-rules';
import { stepOf } from './enrolment-facts';

const OVER = new Set<string>(['REMOVED', 'EXPIRED']);

/** Reads what the to-dos of bases, administrators and issuing officers follow from. */
@Injectable()
export class OfficeFactsReader {
  constructor(
    private readonly db: Db,
    private readonly accreditations: Accreditations,
    private readonly credentials: Credentials,
    private readonly timelines: Timelines,
    private readonly jobs: WorkJobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param openedType a training type of which the news said a class was opened */
  async base(institutionId: string, openedType: string | null): Promise<BaseView> {
    const [records, labels] = await Promise.all([
      this.accreditations.everyOf(institutionId),
      this.accreditations.codeLabels(dayOf(this.clock.now())),
    ]);
    const steps = await this.timelines.ofMany(
      'base_accreditation',
      records.map((r) => r.accreditationId),
    );
    return {
      institutionId,
      opened: openedType ? [openedType] : [],
      accreditations: records.map((r) => {
        const label = labels.get(r.trainingType) ?? { zh: r.trainingType, en: r.trainingType };
        return {
          id: r.accreditationId,
          trainingType: r.trainingType,
          typeZh: label.zh,
          typeEn: label.en,
          live: OVER.has(r.state) ? null : r,
          history: steps.filter((s) => s.subjectId === r.accreditationId).map(stepOf),
        };
      }),
    };
  }

  grant(id: string): Promise<GrantView | undefined> {
    return this.db.one<GrantView>(
      `SELECT g.id, g.account_id, a.name AS account_name, g.role, COALESCE(i.name, r.name) AS scope_name, g.state,
         g.proposed_by, g.decided_by, g.created_at, g.decided_at, g.ended_at
       FROM role_grant g JOIN account a ON a.id = g.account_id LEFT JOIN institution i ON i.id = g.organisation_id
       LEFT JOIN region r ON r.code = g.region_code AND r.valid_to IS NULL WHERE g.id = ?`,
      [id],
    );
  }

  async certificate(id: string, rendered: boolean): Promise<CertificateView | undefined> {
    const c = await this.credentials.certificate(id);
    if (!c) return undefined;
    const [account, steps] = await Promise.all([
      this.db.one<{ id: string }>('SELECT id FROM account WHERE person_id = ?', [c.personId]),
      this.timelines.of('certificate', id),
    ]);
    return {
      ...c,
      titleZh: c.title.zh,
      titleEn: c.title.en,
      holderAccountId: account?.id ?? null,
      rendered,
      history: steps.map(stepOf),
    };
  }

  async correction(id: string): Promise<CorrectionView | undefined> {
    const c = await this.db.one<Omit<CorrectionView, 'history' | 'cityDecides'>>(
      `SELECT c.id, p.name, c.account_id, c.institution_id, c.county_code, c.fact_type FROM correction_request c JOIN person p ON p.id = c.person_id WHERE c.id = ?`,
      [id],
    );
    if (!c) return undefined;
    const city = c.countyCode && `${c.countyCode.slice(0, 4)}00`;
    const officers = city
      ? await this.db.count(
          "SELECT COUNT(*) AS n FROM role_grant WHERE role = 'CITY_OFFICER' AND region_code = ? AND state = 'ACTIVE'",
          [city],
        )
      : 0;
    const history = (await this.timelines.of('correction', id)).map(stepOf);
    return { ...c, cityDecides: officers > 0, history };
  }

  async workJob(actor: Actor, id: string): Promise<WorkJobView> {
    const j = await this.jobs.get({ ...actor, role: 'SYSTEM' }, id);
    const { importId } = fromJson<{ importId?: string } | null>(j.input) ?? {};
    return { ...j, importId: importId ?? null, since: j.finishedAt ?? j.startedAt ?? j.createdAt };
  }
}
