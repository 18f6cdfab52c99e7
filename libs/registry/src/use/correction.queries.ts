import { Injectable } from '@nestjs/common';
import { type Actor, Crypto, Files, notFound, Timelines, UnitOfWork } from '@app/platform';
import { CorrectionStore, type CorrectionRow } from '../data/correction.store';
import { PeopleStore } from '../data/people.store';
import { PERSON_FIELDS } from '../data/person-fields';
import { correctionLifecycle } from '../domain/correction';
import { correctionScope } from '../registry.policy';
import type { AskedAct } from './ask-correction';

/** Reads of correction requests: the own ones, those of the own staff, those of the area. */
@Injectable()
export class CorrectionQueries {
  constructor(
    private readonly corrections: CorrectionStore,
    private readonly people: PeopleStore,
    private readonly timelines: Timelines,
    private readonly files: Files,
    private readonly crypto: Crypto,
    private readonly uow: UnitOfWork,
  ) {}

  async list(actor: Actor, f: { open?: boolean | null; offset: number; limit: number }) {
    const states =
      f.open === true
        ? ['SUBMITTED', 'EMPLOYER_AGREED', 'EMPLOYER_OBJECTED']
        : f.open === false
          ? ['APPROVED', 'REFUSED', 'WITHDRAWN']
          : [];
    const { rows, total } = await this.corrections.page(correctionScope(actor), { ...f, states });
    return { total, rows: rows.map((r) => this.row(r)) };
  }

  /** What is asked, the fact as it was, evidence and history; a staff view is written to the access log. @throws PLATFORM_NOT_FOUND */
  async detail(actor: Actor, id: string, purpose: string) {
    const c = await this.corrections.one(id, correctionScope(actor));
    if (!c) throw notFound();
    const own = actor.personId === c.personId;
    if (!own)
      await this.uow.run({ actor, action: 'registry.view-person', journal: 'access_log' }, (tx) =>
        this.people.logAccess(tx, [c.personId], 'VIEW', purpose),
      );
    const [evidence, steps] = await Promise.all([this.corrections.evidence(id), this.timelines.of('correction', id)]);
    const { act, before } = this.asked(c);
    return {
      ...this.row(c),
      statement: c.statement,
      employerOpinion: c.employerOpinion,
      decision: c.decision,
      before,
      wanted: own ? act : { ...act, licenceNumber: tail(act.licenceNumber), phone: tail(act.phone) },
      evidence: evidence.map((e) => ({
        id: e.id,
        name: e.fileName,
        link: this.files.link({ hash: e.fileHash, name: e.fileName, mime: e.fileMime, accountId: actor.accountId }),
      })),
      steps,
      events: correctionLifecycle
        .allowed(c.state)
        .filter((x) => x.who.includes(actor.role) && own === (x.event === 'WITHDRAW'))
        .map((x) => x.event),
    };
  }

  private asked(c: CorrectionRow): AskedAct {
    return JSON.parse(this.crypto.open(c.actSealed, PERSON_FIELDS.correction)) as AskedAct;
  }

  private row(c: CorrectionRow) {
    return {
      ...{ id: c.id, personId: c.personId, personName: c.personName, state: c.state, factType: c.factType },
      ...{ institutionName: c.institutionName, regionName: [c.cityName, c.countyName].filter(Boolean).join('') },
      ...{ createdAt: c.createdAt, decidedAt: c.decidedAt, act: this.asked(c).act.act },
    };
  }
}

/** Sealed numbers are shown by their end. */
const tail = (value: string | null | undefined) => (value ? `***${value.slice(-4)}` : null);
