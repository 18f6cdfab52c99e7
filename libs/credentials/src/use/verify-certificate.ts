import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Day, dayOf, maskNamePublic } from '@app/kernel';
import { CLOCK, log, RateLimiter } from '@app/platform';
import { fail } from '../credentials.errors';
import { type CertificateRow, CertificateStore } from '../data/certificate.store';
import { FileStore } from '../data/file.store';
import { VerificationStore } from '../data/verification.store';
import { checkCertificateNumber } from '../domain/certificate-number';
import { type CertificateState, stateOn } from '../domain/certificate-lifecycle';
import type { TwoLanguages } from '../domain/check-line';
import { sameName } from '../domain/holder-name';
import { Integrity } from './integrity';

const HOUR = 3600;
/** Tries by number and name per hour and address (security.md API6). */
export const NUMBER_LIMIT = 60;
/** A code of 128 bits cannot be guessed; this only keeps one address from using up the server. */
export const CODE_LIMIT = 1200;

/** DEC-16: masked name, kind, number, issuer, dates, state. Nothing else about the holder leaves by this way. */
export interface PublicCertificate {
  number: string;
  verifyCode: string;
  state: CertificateState;
  holderMasked: string;
  title: TwoLanguages;
  statement: TwoLanguages;
  issuer: TwoLanguages;
  issuedOn: Day;
  /** printed last day, inclusive; null = no end */
  validTo: Day | null;
  /** first day it no longer holds, when revoked or cancelled */
  endedOn: Day | null;
  replacedByNumber: string | null;
  specimen: boolean;
  checkedAt: Date;
  signature: { signer: string; fingerprint: string; signedAt: Date; fileHash: string } | null;
}

/** The public check, without an account. */
@Injectable()
export class VerifyCertificate {
  constructor(
    private readonly certificates: CertificateStore,
    private readonly files: FileStore,
    private readonly counts: VerificationStore,
    private readonly integrity: Integrity,
    private readonly limits: RateLimiter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** From the QR code. @throws PLATFORM_TOO_MANY, CREDENTIALS_VERIFY_CODE_NOT_FOUND, CREDENTIALS_VERIFY_INTEGRITY */
  async byCode(code: string, ip: string): Promise<PublicCertificate> {
    await this.limits.take('verify-code', ip, CODE_LIMIT, HOUR);
    const c = /^[\w-]{22}$/.test(code) ? await this.certificates.by('verify_code', code) : undefined;
    if (!c) {
      await this.count('CODE', 'NOT_FOUND');
      throw fail('CREDENTIALS_VERIFY_CODE_NOT_FOUND');
    }
    return this.answer(c, 'CODE');
  }

  /**
   * A number that is not there and a name that does not fit get the same answer, so nothing can be found out by trying.
   * @throws CREDENTIALS_NUMBER_*, PLATFORM_TOO_MANY, CREDENTIALS_VERIFY_NOT_FOUND, CREDENTIALS_VERIFY_INTEGRITY
   */
  async byNumber(number: string, name: string, ip: string): Promise<PublicCertificate> {
    await this.limits.take('verify-number', ip, NUMBER_LIMIT, HOUR);
    const checked = checkCertificateNumber(number);
    if (checked.normalized === undefined) {
      await this.count('NUMBER', 'BAD_NUMBER');
      const code = `CREDENTIALS_NUMBER_${checked.reason as 'FORMAT' | 'CHECK_DIGIT' | 'REGION'}` as const;
      throw fail(code, {}, { fields: [{ path: 'number', code }] });
    }
    const c = await this.certificates.by('number', checked.normalized);
    if (!c || !sameName(name, c.snapshot.holder.name)) {
      await this.count('NUMBER', 'NOT_FOUND');
      throw fail('CREDENTIALS_VERIFY_NOT_FOUND');
    }
    return this.answer(c, 'NUMBER');
  }

  private async answer(c: CertificateRow, channel: 'CODE' | 'NUMBER'): Promise<PublicCertificate> {
    const [events, file] = await Promise.all([this.certificates.events([c.id]), this.files.pdfOf(c.id)]);
    const faults = this.integrity.faults(c, events);
    if (faults.length) {
      log.error({ certificateId: c.id, faults }, 'a certificate record does not fit its seals');
      await this.count(channel, 'INTEGRITY');
      throw fail('CREDENTIALS_VERIFY_INTEGRITY');
    }
    const now = this.clock.now();
    const state = stateOn(c, dayOf(now));
    await this.count(channel, state);
    const s = c.snapshot;
    const signed = file?.state === 'READY';
    return {
      number: c.number,
      verifyCode: c.verifyCode,
      state,
      holderMasked: maskNamePublic(s.holder.name),
      title: s.title,
      statement: s.statement,
      issuer: s.issuer,
      issuedOn: c.issuedOn,
      validTo: s.validTo,
      endedOn: c.endedOn,
      replacedByNumber: c.replacedByNumber,
      specimen: s.specimen,
      checkedAt: now,
      signature: signed
        ? {
            signer: file.signer!,
            fingerprint: file.signerFingerprint!,
            signedAt: file.renderedAt!,
            fileHash: file.hash!,
          }
        : null,
    };
  }

  /** Counting is for the statistics; it must never keep anybody from the answer. */
  private async count(channel: 'CODE' | 'NUMBER', outcome: string): Promise<void> {
    try {
      await this.counts.add(dayOf(this.clock.now()), channel, outcome);
    } catch (e) {
      log.warn({ err: String(e) }, 'a verification could not be counted');
    }
  }
}
