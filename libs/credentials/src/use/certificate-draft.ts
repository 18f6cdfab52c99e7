import { Inject, Injectable } from '@nestjs/common';
import { type Day, newId, randomToken } from '@app/kernel';
import { type Config, CONFIG, Db } from '@app/platform';
import { Registry } from '@app/registry';
import { fail } from '../credentials.errors';
import type { OrderRow } from '../data/order.store';
import type { Decision } from '../domain/decision';
import { type CertificateSnapshot, snapshotHash } from '../domain/snapshot';
import { validityOf } from '../domain/validity';
import type { Gathered } from './gather-facts';
import { Integrity } from './integrity';

/** Names and masked numbers the snapshots need, read once for a chunk. */
export interface DraftContext {
  provinceNames: Map<string, string>;
  institutionNames: Map<string, string>;
  citizenIdTails: Map<string, string>;
}

/** A person ready to be certified: the number is all that is missing. */
export interface Draft {
  gathered: Gathered;
  decision: Decision;
  decisionId: string;
}

/** Puts together what a certificate certifies. */
@Injectable()
export class CertificateDrafts {
  constructor(
    private readonly db: Db,
    private readonly registry: Registry,
    private readonly integrity: Integrity,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async context(gathered: Gathered[]): Promise<DraftContext> {
    const enrolments = gathered.map((g) => g.enrolment);
    const codes = [...new Set(enrolments.map((e) => e.provinceCode))];
    const persons = [...new Set(enrolments.map((e) => e.personId))];
    const [regions, institutions, tails] = await Promise.all([
      Promise.all(codes.map((c) => this.registry.region(c))),
      this.registry.institutions(enrolments.flatMap((e) => [e.baseInstitutionId, e.employerInstitutionId])),
      persons.length
        ? this.db.query<{ id: string; tail: string }>(
            'SELECT id, citizen_id_tail AS tail FROM person WHERE id IN (?)',
            [persons],
          )
        : [],
    ]);
    return {
      provinceNames: new Map(regions.flatMap((r) => (r ? [[r.code, r.name] as const] : []))),
      institutionNames: new Map([...institutions].map(([id, i]) => [id, i.name])),
      citizenIdTails: new Map(tails.map((t) => [t.id, t.tail])),
    };
  }

  /** @throws CREDENTIALS_NO_ISSUER */
  snapshot(
    { gathered: { enrolment: e, person, kind }, decision }: Draft,
    number: string,
    day: Day,
    c: DraftContext,
  ): CertificateSnapshot {
    const issuer = kind.issuers[e.provinceCode];
    const provinceName = c.provinceNames.get(e.provinceCode) ?? e.provinceCode;
    if (!issuer) throw fail('CREDENTIALS_NO_ISSUER', { kind: kind.title.zh, province: provinceName });
    const validity = validityOf(day, kind.validityMonths);
    const nameOf = (id: string) => ({ id, name: c.institutionNames.get(id) ?? '' });
    return {
      format: 1,
      number,
      kind: kind.code,
      kindVersion: kind.version,
      title: kind.title,
      statement: kind.statement,
      templateVersion: kind.templateVersion,
      holder: {
        personId: e.personId,
        name: person!.name,
        sex: person!.sex,
        birthDate: person!.birthDate,
        citizenIdMasked: '*'.repeat(14) + (c.citizenIdTails.get(e.personId) ?? '****'),
      },
      programme: { code: e.programmeCode, title: e.programmeTitle, trainingType: e.trainingType },
      class: { id: e.classId, title: e.classTitle, startOn: e.classStartOn, endOn: e.classEndOn },
      base: nameOf(e.baseInstitutionId),
      employer: nameOf(e.employerInstitutionId),
      province: { code: e.provinceCode, name: provinceName },
      issuer,
      issuedOn: day,
      validFrom: validity.from,
      validTo: validity.printedLastDay,
      specimen: this.config.profile !== 'production',
      evidence: {
        decidedOn: decision.day,
        ruleVersion: decision.ruleVersion,
        checks: decision.checks.map(({ code, found, needed }) => ({ code, found, needed })),
      },
    };
  }

  /** The row of a new certificate. */
  row(
    { gathered: { enrolment: e, kind }, decisionId }: Draft,
    snapshot: CertificateSnapshot,
    order: OrderRow,
    now: Date,
  ) {
    const hash = snapshotHash(snapshot);
    const { toEnd } = validityOf(snapshot.issuedOn, kind.validityMonths);
    const sealed = {
      number: snapshot.number,
      verifyCode: randomToken(16),
      enrolmentId: e.id,
      validToEnd: toEnd,
      snapshotHash: hash,
    };
    return {
      id: newId(),
      ...sealed,
      kind: kind.code,
      kindVersion: kind.version,
      personId: e.personId,
      provinceCode: e.provinceCode,
      baseInstitutionId: e.baseInstitutionId,
      employerInstitutionId: e.employerInstitutionId,
      issuedOn: snapshot.issuedOn,
      validFrom: snapshot.validFrom,
      state: 'ISSUED' as const,
      stateSince: now,
      endedOn: null,
      replacedById: null,
      snapshot,
      mac: this.integrity.certificateMac(sealed),
      decisionId,
      orderId: order.jobId,
      signedBy: order.signedBy,
      signedByName: order.signedByName,
      issuedAt: now,
    };
  }
}
