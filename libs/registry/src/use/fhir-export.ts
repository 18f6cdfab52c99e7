import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, DomainError } from '@app/kernel';
import {
  type Actor,
  CLOCK,
  Files,
  type HandlerContext,
  type Lang,
  MOST_ROWS,
  UnitOfWork,
  WorkJobs,
} from '@app/platform';
import { FactsStore } from '../data/facts.store';
import { type PeopleFilter, PeopleStore } from '../data/people.store';
import { organization, practitioner, practitionerRole, type Resource } from '../domain/fhir';
import { wholePerson } from '../domain/whole-person';
import { fail } from '../people.errors';
import { WriteFhir } from '../registry.jobs';
import { peopleScope } from '../registry.policy';
import { Registry } from '../registry';

const PAGE = 200;
const PURPOSE = { least: 4, most: 200 };
export const NDJSON = 'application/fhir+ndjson';

interface Order {
  filter: PeopleFilter;
  purpose: string;
  lang: Lang;
  who: Pick<Actor, 'role' | 'scope' | 'personId' | 'name' | 'grantId'>;
}

/** Practitioners with qualifications and roles as FHIR R4, one resource a line as bulk data has it. */
@Injectable()
export class FhirExport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: WorkJobs,
    private readonly files: Files,
    private readonly people: PeopleStore,
    private readonly facts: FactsStore,
    private readonly registry: Registry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns id of the job @throws REGISTRY_FHIR_PURPOSE, REGISTRY_FHIR_TOO_MANY */
  async order(actor: Actor, filter: PeopleFilter, said: string): Promise<string> {
    const purpose = said.trim();
    const length = Array.from(purpose).length;
    if (length < PURPOSE.least || length > PURPOSE.most)
      throw fail('REGISTRY_FHIR_PURPOSE', PURPOSE, {
        fields: [{ path: 'purpose', code: 'REGISTRY_FHIR_PURPOSE', params: PURPOSE }],
      });
    const { total } = await this.people.page(filter, peopleScope(actor), { offset: 0, limit: 1 });
    if (total > MOST_ROWS) throw fail('REGISTRY_FHIR_TOO_MANY', { total, max: MOST_ROWS });
    const { role, scope, personId, name, grantId, lang } = actor;
    const order: Order = { filter, purpose, lang, who: { role, scope, personId, name, grantId } };
    return this.uow.run({ actor, action: 'registry.order-fhir', input: order }, async (tx) => {
      const jobId = await this.jobs.open(tx, {
        ...{ kind: 'export.fhir-practitioners', title: TITLE[lang], total, input: order },
        organisationId: scope.kind === 'ORGANISATION' ? scope.organisationId : null,
        regionCode: scope.kind === 'REGION' ? scope.regionCode : null,
      });
      await tx.enqueue(WriteFhir, { jobId });
      await tx.audit({ object: { type: 'export', id: jobId }, reason: purpose, details: { people: total } });
      return jobId;
    });
  }

  /** Writes the file. Safe when run twice: the job's row decides whose file hangs on it. */
  async write(jobId: string, { actor: worker, attempt }: HandlerContext, tries: number): Promise<void> {
    const job = await this.jobs.get(worker, jobId);
    if (job.state !== 'WAITING' && job.state !== 'RUNNING') return;
    const order = (typeof job.input === 'string' ? JSON.parse(job.input) : job.input) as Order;
    const who: Actor = {
      ...{ ...order.who, accountId: job.accountId, sessionId: null },
      ...{ requestId: worker.requestId, ip: null, lang: order.lang },
    };
    try {
      await this.lines(jobId, order, who, worker);
    } catch (e) {
      if (attempt < tries && !(e instanceof DomainError)) throw e;
      await this.uow.run({ actor: worker, action: 'registry.fail-fhir' }, async (tx) => {
        await this.jobs.finish(tx, jobId, { state: 'FAILED', error: FAILED[order.lang] });
        await tx.audit({ object: { type: 'export', id: jobId } });
      });
      throw e;
    }
  }

  private async lines(jobId: string, order: Order, who: Actor, worker: Actor): Promise<void> {
    const day = dayOf(this.clock.now());
    const persons = new Set<string>();
    const places = new Set<string>();
    const lines: string[] = [];
    const put = (r: Resource) => lines.push(JSON.stringify(r));
    for (let offset = 0; ; offset += PAGE) {
      const { rows, total } = await this.people.page(order.filter, peopleScope(who), { offset, limit: PAGE });
      const fresh = rows.filter((r) => !persons.has(r.id));
      const heads = await this.people.fhirHeads(fresh.map((r) => r.id));
      const facts = await this.facts.of(heads.map((h) => h.id));
      for (const r of fresh) {
        persons.add(r.id);
        const merged = heads.filter((h) => h.mergedIntoId === r.id).map((h) => facts.get(h.id)!);
        const whole = wholePerson(facts.get(r.id)!, merged);
        const head = heads.find((h) => h.id === r.id)!;
        put(practitioner({ facts: whole, citizenIdTail: head.citizenIdTail, updatedAt: head.updatedAt }, day));
        for (const s of whole.sites) {
          places.add(s.institutionId);
          put(practitionerRole(whole, s, day));
        }
      }
      const stop = await this.jobs.cancelRequested(jobId);
      await this.uow.run({ actor: worker, action: 'registry.write-fhir', journal: 'work_job' }, async (tx) => {
        if (stop) await this.jobs.finish(tx, jobId, { state: 'CANCELLED' });
        else await this.jobs.progress(tx, jobId, { total });
        if (!stop) await tx.execute('UPDATE work_job SET done = ? WHERE id = ?', [persons.size, jobId]);
      });
      if (stop) return;
      if (rows.length < PAGE) break;
    }
    const known = await this.registry.institutions([...places]);
    for (const i of known.values()) put(organization(i, day));
    const { hash } = await this.files.put(Buffer.from(lines.join('\n') + '\n'), NDJSON);
    await this.uow.run({ actor: worker, action: 'registry.finish-fhir', journal: 'work_job' }, async (tx) => {
      const open = await tx.one("SELECT id FROM work_job WHERE id = ? AND state = 'RUNNING' FOR UPDATE", [jobId]);
      if (!open) return;
      await this.registry.logExport(tx, [...persons], order.purpose, who);
      const name = `${TITLE[order.lang]} ${day}.ndjson`;
      await this.jobs.finish(tx, jobId, { state: 'DONE', result: { rows: persons.size }, file: { hash, name } });
      await tx.audit({
        object: { type: 'export', id: jobId },
        details: { people: persons.size, resources: lines.length, file: hash },
      });
    });
  }
}

const TITLE: Record<Lang, string> = { 'zh-CN': '人员档案（FHIR R4）', en: 'Practitioners (FHIR R4)' };
const FAILED: Record<Lang, string> = {
  'zh-CN': '导出没有完成，没有生成文件，数据不受影响。请稍后重新导出。',
  en: 'The export did not finish; no file was made and no data changed. Please export again later.',
};
