import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@app/kernel';
import { Crypto } from '@app/platform';
import type { CertificateRow, EventRow } from '../data/certificate.store';
import { columnFaults, snapshotHash } from '../domain/snapshot';

export type IntegrityFault = 'SNAPSHOT' | 'COLUMNS' | 'MAC' | 'EVENTS' | 'STATE';

type EventFacts = Omit<EventRow, 'id' | 'mac' | 'at'> & { at: Date };

/**
 * Seals over what certificates say. Made with the index key, which is never changed in a running installation: a
 * certificate issued today must still verify in thirty years.
 */
@Injectable()
export class Integrity {
  constructor(private readonly crypto: Crypto) {}

  certificateMac(
    c: Pick<CertificateRow, 'number' | 'verifyCode' | 'enrolmentId' | 'validToEnd' | 'snapshotHash'>,
  ): string {
    const { number, verifyCode, enrolmentId, validToEnd } = c;
    const text = canonicalJson({ number, verifyCode, enrolmentId, validToEnd, snapshotHash: c.snapshotHash });
    return this.crypto.blindIndex(text, 'certificate.mac');
  }

  /** Covers the event before, so that none can be taken out or put between. */
  eventMac(e: EventFacts, previousMac: string): string {
    const { certificateId, seq, event, fromState, toState, effectiveOn, ground, reason, requestId, accountId } = e;
    const { actorName, role, ruleVersion, at } = e;
    const text = canonicalJson({
      ...{ certificateId, seq, event, fromState, toState, effectiveOn, ground, reason, requestId, accountId },
      ...{ actorName, role, ruleVersion, at: at.toISOString(), previousMac },
    });
    return this.crypto.blindIndex(text, 'certificate_event.mac');
  }

  /** What does not fit together; empty when the record is as it was written. @param events all of this certificate, in order */
  faults(c: CertificateRow, events: EventRow[]): IntegrityFault[] {
    const out: IntegrityFault[] = [];
    if (snapshotHash(c.snapshot) !== c.snapshotHash) out.push('SNAPSHOT');
    if (columnFaults(c, c.snapshot).length) out.push('COLUMNS');
    if (this.certificateMac(c) !== c.mac) out.push('MAC');
    let previous = '';
    const chained = events.every((e, i) => {
      const fits = e.seq === i + 1 && e.mac === this.eventMac(e, previous);
      previous = e.mac;
      return fits;
    });
    if (!chained || events.length === 0) out.push('EVENTS');
    const last = events.at(-1);
    if (last && (last.toState !== c.state || (last.effectiveOn ?? null) !== (c.endedOn ?? null))) out.push('STATE');
    return out;
  }
}
