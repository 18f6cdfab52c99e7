import { Injectable } from '@nestjs/common';
import { type Day, dayOf, newId } from '@app/kernel';
import { type Actor, Files, notFound, UnitOfWork } from '@app/platform';
import { EnrolmentStore } from '../data/enrolment.store';
import { plainDecimal } from '../data/json';
import { attestationFaults, type AttestationKind, isMet } from '../domain/attestation';
import { STATE_WORDS } from '../domain/enrolment-lifecycle';
import { fail } from '../programmes.errors';
import { AttestationRecorded } from '../programmes.events';
import { ownTrainees } from '../programmes.policy';

export interface AttestInput {
  enrolmentId: string;
  requirementCode: string;
  kind: AttestationKind;
  /** decimal text, at most two decimals */
  value: string;
  onDay: Day;
  uploadId?: string | null;
  examinerInstitutionId?: string | null;
  remark?: string | null;
  reason?: string | null;
}

/** The base attests what only people can see: rotations served, skills assessed. A correction is a new entry. */
@Injectable()
export class RecordAttestation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly enrolments: EnrolmentStore,
    private readonly files: Files,
  ) {}

  /**
   * @throws PLATFORM_NOT_FOUND; PROGRAMMES_OWN_APPLICATION; PROGRAMMES_NOT_IN_TRAINING; PROGRAMMES_NOT_ATTESTED_KIND;
   * PROGRAMMES_ATTESTATION_REFUSED with every reason
   */
  async run(
    actor: Actor,
    f: AttestInput,
  ): Promise<{ id: string; requirementCode: string; value: string; met: boolean }> {
    const file = f.uploadId ? await this.files.upload(actor, f.uploadId) : null;
    return this.uow.run({ actor, action: 'programmes.attest', input: f }, async (tx) => {
      const seen = await this.enrolments.inScope(tx, f.enrolmentId, ownTrainees(actor));
      const e = seen && (await this.enrolments.lock(tx, f.enrolmentId));
      const record = e && (await this.enrolments.record(f.enrolmentId, tx));
      const requirement = record?.requirements.find((r) => r.code === f.requirementCode);
      if (!e || !record || !requirement) throw notFound();
      if (actor.personId === e.personId || actor.accountId === e.accountId) throw fail('PROGRAMMES_OWN_APPLICATION');
      const words = STATE_WORDS[e.state];
      if (e.state !== 'ACTIVE') throw fail('PROGRAMMES_NOT_IN_TRAINING', { stateZh: words.zh, stateEn: words.en });
      if (requirement.kind !== 'ATTESTATION') throw fail('PROGRAMMES_NOT_ATTESTED_KIND');
      const earlier = (await this.enrolments.attestations([e.id], tx)).filter(
        (a) => a.requirementCode === requirement.code,
      );
      const reasons = attestationFaults(
        requirement,
        {
          kind: f.kind,
          value: f.value,
          onDay: f.onDay,
          reason: f.reason ?? null,
          examinerInstitutionId: f.examinerInstitutionId ?? null,
          hasEvidence: file !== null,
        },
        {
          today: dayOf(tx.now),
          classStartsOn: record.classStartOn,
          baseInstitutionId: e.baseInstitutionId,
          employerInstitutionId: e.employerInstitutionId,
          earlier,
        },
      );
      if (reasons.length) throw fail('PROGRAMMES_ATTESTATION_REFUSED', { count: reasons.length }, { reasons });
      if (f.examinerInstitutionId && !(await this.enrolments.institutionName(tx, f.examinerInstitutionId)))
        throw notFound();
      const id = newId();
      const seq = (earlier.at(-1)?.seq ?? 0) + 1;
      await tx.insert('attestation', {
        id,
        enrolmentId: e.id,
        requirementCode: requirement.code,
        seq,
        kind: f.kind,
        value: f.value,
        onDay: f.onDay,
        examinerInstitutionId: f.examinerInstitutionId ?? null,
        fileHash: file?.hash ?? null,
        fileName: file?.name ?? null,
        fileMime: file?.mime ?? null,
        remark: f.remark?.trim() || null,
        reason: f.reason?.trim() || null,
        recordedBy: actor.accountId,
        recordedByName: actor.name,
        recordedAt: tx.now,
      });
      await tx.timeline({
        subjectType: 'enrolment',
        subjectId: e.id,
        event: f.kind === 'CORRECTION' ? 'CORRECT_ATTESTATION' : 'ATTEST',
        opinion: f.reason?.trim() || f.remark?.trim() || null,
        ruleVersion: e.ruleVersion,
        organisationName: await this.enrolments.institutionName(tx, e.baseInstitutionId),
        details: {
          requirement: requirement.code,
          labelZh: requirement.labelZh,
          labelEn: requirement.labelEn,
          value: plainDecimal(f.value),
          onDay: f.onDay,
        },
      });
      await tx.audit({
        object: { type: 'attestation', id },
        reason: f.reason ?? null,
        details: {
          enrolmentId: e.id,
          requirement: requirement.code,
          kind: f.kind,
          value: f.value,
          seq,
          file: file?.hash ?? null,
        },
      });
      await tx.emit(AttestationRecorded, { enrolmentId: e.id });
      return { id, requirementCode: requirement.code, value: plainDecimal(f.value), met: isMet(requirement, f.value) };
    });
  }
}
