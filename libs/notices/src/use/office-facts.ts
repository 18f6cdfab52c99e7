import { Inject, Injectable } from '@nestjs/common';
import { Accreditations } from '@app/accreditation';
import { Credentials } from '@app/credentials';
import { type Clock, dayOf } from '@app/kernel';
import { CLOCK, Db, type Actor, Timelines, WorkJobs } from '@app/platform';
import { Registry } from '@app/registry';
import type { BaseView, CertificateView, GrantView, WorkJobView } from '../domain/office-rules';
import { stepOf } from './enrolment-facts';

const labelOf = (labels: Map<string, { zh: string; en: string }>, code: string) =>
  labels.get(code) ?? { zh: code, en: code };

/** Reads what the to-dos of bases, administrators and issuing officers follow from. */
@Injectable()
export class OfficeFactsReader {
  constructor(
    private readonly db: Db,
    private readonly accreditations: Accreditations,
    private readonly credentials: Credentials,
    private readonly registry: Registry,
    private readonly timelines: Timelines,
    private readonly jobs: WorkJobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param hint an accreditation the news was about (it may have ended), or `type:<training type>` of which a class was opened
   */
  async base(institutionId: string, hint: string | null): Promise<BaseView> {
    const opened = hint?.startsWith('type:') ? [hint.slice(5)] : [];
    const [standings, labels] = await Promise.all([
      this.accreditations.standingOf(institutionId),
      this.accreditations.codeLabels(dayOf(this.clock.now())),
    ]);
    const ended = hint && !opened.length && !standings.some((s) => s.accreditationId === hint) ? [hint] : [];
    const ids = [...ended, ...standings.map((s) => s.accreditationId)];
    const steps = await this.timelines.ofMany('base_accreditation', ids);
    const view = (id: string, trainingType: string, live: BaseView['accreditations'][number]['live']) => ({
      id,
      trainingType,
      typeZh: labelOf(labels, trainingType).zh,
      typeEn: labelOf(labels, trainingType).en,
      live,
      history: steps.filter((s) => s.subjectId === id).map(stepOf),
    });
    const endedTypes = await Promise.all(ended.map((id) => this.accreditations.trainingTypeOf(id)));
    return {
      institutionId,
      opened,
      accreditations: [
        ...ended.map((id, i) => view(id, endedTypes[i] ?? '', null)),
        ...standings.map((s) => view(s.accreditationId, s.trainingType, s)),
        // A class of a type whose accreditation is over: its to-do is done all the same.
        ...opened.filter((t) => !standings.some((s) => s.trainingType === t)).map((t) => view('', t, null)),
      ],
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

  async certificate(id: string): Promise<CertificateView | undefined> {
    const c = await this.credentials.certificateNews(id);
    if (!c) return undefined;
    const [account, person] = await Promise.all([
      this.db.one<{ id: string }>('SELECT id FROM account WHERE person_id = ?', [c.personId]),
      this.registry.personCard(c.personId),
    ]);
    return { ...c, holderName: person?.name ?? '', holderAccountId: account?.id ?? null };
  }

  async workJob(actor: Actor, id: string): Promise<WorkJobView> {
    const j = await this.jobs.get({ ...actor, role: 'SYSTEM' }, id);
    return { ...j, since: j.finishedAt ?? j.startedAt ?? j.createdAt };
  }
}
