import { Injectable } from '@nestjs/common';
import { addDays, type Day, dayOf, newId, type Reason } from '@app/kernel';
import { type Actor, Files, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import { Registry } from '@app/registry';
import { fail } from '../accreditation.errors';
import { BaseStatusChanged } from '../accreditation.events';
import { mayDecideAbout } from '../accreditation.policy';
import { AccreditationStore, type EvidenceFile } from '../data/accreditation.store';
import { baseLifecycle } from '../domain/base-lifecycle';
import { barredUntil, type BaseRule, earliestStart, endOfValidity, lastDay, plaqueNumber } from '../domain/base-rule';
import { CurrentRule } from './current-rule';

export interface GrantFacts {
  institutionId: string;
  trainingType: string;
  designationKind: string;
  specialties: string[];
  capacityPerYear: number;
  validFrom: Day;
  /** an existing number; empty = the next of the series */
  plaqueNumber?: string | null;
  decisionNumber: string;
  decisionText: string;
  opinion?: string | null;
  evidenceUploadIds: string[];
}

/** A provincial officer makes an institution a base for one training type. */
@Injectable()
export class GrantAccreditation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: AccreditationStore,
    private readonly rules: CurrentRule,
    private readonly registry: Registry,
    private readonly files: Files,
  ) {}

  /**
   * @returns the new accreditation's id and plaque number
   * @throws PLATFORM_NOT_FOUND outside the own province; ACCREDITATION_OWN_INSTITUTION; ACCREDITATION_GRANT_REFUSED with
   * all reasons; ACCREDITATION_ALREADY_LIVE; ACCREDITATION_PLAQUE_TAKEN
   */
  async run(actor: Actor, f: GrantFacts): Promise<{ id: string; plaqueNumber: string }> {
    const evidence: EvidenceFile[] = [];
    for (const id of new Set(f.evidenceUploadIds)) {
      const u = await this.files.upload(actor, id);
      evidence.push({ hash: u.hash, name: u.name, mime: u.mime, size: u.size });
    }
    const institution = await this.registry.institution(f.institutionId);
    try {
      return await this.uow.run({ actor, action: 'accreditation.grant', input: f }, async (tx) => {
        const today = dayOf(tx.now);
        const rule = await this.rules.on(today, tx);
        const place = await this.store.institutionInScope(tx, f.institutionId, mayDecideAbout(actor));
        if (!place || !institution) throw notFound();
        if (await this.store.belongs(tx, actor, f.institutionId, today)) throw fail('ACCREDITATION_OWN_INSTITUTION');
        const active = institution.medical && (institution.closedOn === null || institution.closedOn > today);
        const reasons = [
          ...(active ? [] : [{ code: 'ACCREDITATION_NOT_MEDICAL', params: { name: institution.name } }]),
          ...(await this.bar(tx, f, rule, today)),
          ...inputFaults(f, rule, today),
        ];
        if (reasons.length) throw fail('ACCREDITATION_GRANT_REFUSED', { count: reasons.length }, { reasons });
        const plaque = await this.plaque(tx, f, rule, place.countyCode);
        const id = newId();
        const to = baseLifecycle.next('NONE', 'GRANT');
        await tx.insert('base_accreditation', {
          id,
          institutionId: f.institutionId,
          trainingType: f.trainingType,
          designationKind: f.designationKind,
          specialties: JSON.stringify(f.specialties),
          capacityPerYear: f.capacityPerYear,
          plaqueNumber: plaque,
          validFrom: f.validFrom,
          endOn: endOfValidity(rule, f.validFrom),
          state: to,
          stateSince: today,
          live: 1,
          decisionNumber: f.decisionNumber,
          decisionText: f.decisionText,
          opinion: f.opinion ?? null,
          evidence: JSON.stringify(evidence),
          ruleVersion: rule.version,
          grantedBy: actor.accountId,
          createdAt: tx.now,
        });
        const validTo = lastDay(endOfValidity(rule, f.validFrom));
        await tx.timeline({
          subjectType: 'base_accreditation',
          subjectId: id,
          event: 'GRANT',
          from: 'NONE',
          to,
          opinion: f.opinion ?? null,
          ruleVersion: rule.version,
          organisationName: await this.store.authorityName(tx, actor),
          details: {
            decisionNumber: f.decisionNumber,
            plaqueNumber: plaque,
            validFrom: f.validFrom,
            validTo,
            capacityPerYear: f.capacityPerYear,
          },
        });
        await tx.audit({
          object: { type: 'base_accreditation', id },
          reason: f.decisionNumber,
          details: {
            institutionId: f.institutionId,
            trainingType: f.trainingType,
            capacityPerYear: f.capacityPerYear,
            validFrom: f.validFrom,
            evidence: evidence.map((e) => e.hash),
          },
        });
        await tx.emit(BaseStatusChanged, { accreditationId: id, institutionId: f.institutionId });
        return { id, plaqueNumber: plaque };
      });
    } catch (e) {
      if (!isDuplicateKey(e)) throw e;
      throw String((e as Error).message).includes('uq_base_accreditation_plaque')
        ? fail(
            'ACCREDITATION_PLAQUE_TAKEN',
            { number: f.plaqueNumber ?? '' },
            {
              fields: [
                { path: 'plaqueNumber', code: 'ACCREDITATION_PLAQUE_TAKEN', params: { number: f.plaqueNumber ?? '' } },
              ],
            },
          )
        : fail('ACCREDITATION_ALREADY_LIVE');
    }
  }

  private async bar(tx: Tx, f: GrantFacts, rule: BaseRule, today: Day): Promise<Reason[]> {
    const removal = await this.store.lastRemoval(tx, f.institutionId, f.trainingType);
    if (!removal) return [];
    const until = barredUntil(rule, removal.stateSince);
    return today < until
      ? [{ code: 'ACCREDITATION_BARRED', params: { on: removal.stateSince, until, rule: rule.version } }]
      : [];
  }

  /** The number given, or the next of the province's series that nobody typed in by hand before. */
  private async plaque(tx: Tx, f: GrantFacts, rule: BaseRule, countyCode: string): Promise<string> {
    const given = f.plaqueNumber?.trim();
    if (given) return given;
    const province = countyCode.slice(0, 2);
    const year = Number(f.validFrom.slice(0, 4));
    for (;;) {
      const number = plaqueNumber(rule, province, year, await this.store.nextInSeries(tx, `${province}-${year}`));
      if (!(await this.store.plaqueExists(tx, number))) return number;
    }
  }
}

/** What the current rules say against the input, each once. */
function inputFaults(f: GrantFacts, rule: BaseRule, today: Day): Reason[] {
  const out: Reason[] = [];
  const known = (list: { code: string }[], code: string) => list.some((c) => c.code === code);
  if (
    !known(rule.trainingTypes, f.trainingType) ||
    !known(rule.designationKinds, f.designationKind) ||
    !f.specialties.every((s) => known(rule.specialties, s))
  )
    out.push({ code: 'ACCREDITATION_UNKNOWN_CODE' });
  const max = rule.maxCapacityPerYear.value;
  if (f.capacityPerYear < 1 || f.capacityPerYear > max)
    out.push({ code: 'ACCREDITATION_CAPACITY_OUT_OF_RANGE', params: { max } });
  // A validity that is already over cannot be granted: the earliest start is the day after `today` minus the years.
  const earliest = addDays(earliestStart(rule, today), 1);
  if (f.validFrom < earliest) out.push({ code: 'ACCREDITATION_STARTS_TOO_EARLY', params: { earliest } });
  const latest = addDays(today, 366);
  if (f.validFrom > latest) out.push({ code: 'ACCREDITATION_STARTS_TOO_LATE', params: { latest } });
  return out;
}
