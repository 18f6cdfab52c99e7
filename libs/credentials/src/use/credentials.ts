import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Day, dayOf } from '@app/kernel';
import { CLOCK, Db, regionPrefix, scopes } from '@app/platform';
import { CertificateStore } from '../data/certificate.store';
import { DecisionStore } from '../data/decision.store';
import { EndRequestStore } from '../data/end-request.store';
import { type CertificateState, stateOn } from '../domain/certificate-lifecycle';
import type { CheckLine, Missing, TwoLanguages } from '../domain/check-line';
import type { EndAction } from '../domain/ending';

export interface DecisionFacts {
  id: string;
  enrolmentId: string;
  personId: string;
  provinceCode: string;
  baseInstitutionId: string;
  programmeTitle: TwoLanguages;
  classTitle: string;
  certificateKind: string;
  eligible: boolean;
  checks: CheckLine[];
  missing: Missing[];
  ruleVersion: string;
  decidedOn: Day;
  certificateId: string | null;
}

export interface CertificateFacts {
  id: string;
  enrolmentId: string;
  personId: string;
  provinceCode: string;
  kind: string;
  number: string;
  title: TwoLanguages;
  holderName: string;
  issuedOn: Day;
  /** printed last day, inclusive; null = no end */
  validTo: Day | null;
  state: CertificateState;
  endedOn: Day | null;
}

export interface EndRequestFacts {
  id: string;
  certificateId: string;
  provinceCode: string;
  number: string;
  action: EndAction;
  state: 'REQUESTED' | 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN';
  requestedBy: string;
}

/** What other capabilities may ask. */
@Injectable()
export class Credentials {
  constructor(
    private readonly db: Db,
    private readonly decisions: DecisionStore,
    private readonly certificates: CertificateStore,
    private readonly requests: EndRequestStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The decision in force; undefined while nothing was decided. */
  async decisionFor(enrolmentId: string): Promise<DecisionFacts | undefined> {
    const d = await this.decisions.current(enrolmentId, scopes.all('read facade'));
    if (!d) return undefined;
    const held = await this.certificates.ofEnrolments(this.db, [enrolmentId]);
    return {
      id: d.id,
      enrolmentId: d.enrolmentId,
      personId: d.personId,
      provinceCode: d.provinceCode,
      baseInstitutionId: d.baseInstitutionId,
      programmeTitle: { zh: d.programmeTitleZh, en: d.programmeTitleEn },
      classTitle: d.classTitle,
      certificateKind: d.certificateKind,
      eligible: d.eligible,
      checks: d.checks,
      missing: d.missing,
      ruleVersion: d.ruleVersion,
      decidedOn: d.decidedOn,
      certificateId: held.get(`${d.enrolmentId} ${d.certificateKind}`)?.id ?? null,
    };
  }

  async certificatesOf(personId: string): Promise<CertificateFacts[]> {
    const day = dayOf(this.clock.now());
    const rows = await this.certificates.ofPerson(personId);
    return rows.map((c) => ({
      id: c.id,
      enrolmentId: c.enrolmentId,
      personId: c.personId,
      provinceCode: c.provinceCode,
      kind: c.kind,
      number: c.number,
      title: c.snapshot.title,
      holderName: c.snapshot.holder.name,
      issuedOn: c.issuedOn,
      validTo: c.snapshot.validTo,
      state: stateOn(c, day),
      endedOn: c.endedOn,
    }));
  }

  /** Certificates issued in `[from, to]` to people who worked in the region then, whatever became of them since. */
  issuedIn(q: { regionCode: string; from: Day; to: Day }): Promise<number> {
    return this.db.count(
      `SELECT COUNT(*) AS n FROM certificate c JOIN institution i ON i.id = c.employer_institution_id
       WHERE c.issued_on BETWEEN ? AND ? AND i.county_code LIKE ?`,
      [q.from, q.to, `${regionPrefix(q.regionCode)}%`],
    );
  }

  async certificate(id: string): Promise<CertificateFacts | undefined> {
    const c = await this.certificates.by('id', id);
    return c && (await this.certificatesOf(c.personId)).find((x) => x.id === id);
  }

  async endRequest(id: string): Promise<EndRequestFacts | undefined> {
    const r = await this.requests.byId(id);
    const c = r && (await this.certificates.by('id', r.certificateId));
    if (!r || !c) return undefined;
    const { certificateId, action, state, requestedBy } = r;
    return { id, certificateId, action, state, requestedBy, provinceCode: c.provinceCode, number: c.number };
  }
}
