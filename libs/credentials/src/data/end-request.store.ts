import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { Db, type Scope, type Tx } from '@app/platform';
import type { EndAction, EndGround } from '../domain/ending';

export interface EndRequestRow {
  id: string;
  certificateId: string;
  action: EndAction;
  ground: EndGround;
  reason: string;
  effectiveOn: Day;
  holderNotifiedOn: Day | null;
  holderAnswer: string | null;
  state: 'REQUESTED' | 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN';
  requestedBy: string;
  requestedByPersonId: string | null;
  requestedByName: string;
  requestedAs: string;
  requestedAt: Date;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  opinion: string | null;
}

@Injectable()
export class EndRequestStore {
  constructor(private readonly db: Db) {}

  /** @throws a duplicate-key error when one is open already */
  async add(tx: Tx, row: Omit<EndRequestRow, 'decidedBy' | 'decidedByName' | 'decidedAt' | 'opinion'>): Promise<void> {
    await tx.insert('certificate_end_request', { ...row, openOf: row.certificateId });
  }

  lock(tx: Tx, id: string): Promise<EndRequestRow | undefined> {
    return tx.one<EndRequestRow>('SELECT * FROM certificate_end_request WHERE id = ? FOR UPDATE', [id]);
  }

  byId(id: string): Promise<EndRequestRow | undefined> {
    return this.db.one<EndRequestRow>('SELECT * FROM certificate_end_request WHERE id = ?', [id]);
  }

  async decide(
    tx: Tx,
    id: string,
    state: 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN',
    opinion: string | null,
  ): Promise<void> {
    await tx.update(
      'certificate_end_request',
      { id, state: 'REQUESTED' },
      { state, openOf: null, decidedBy: tx.actor.accountId, decidedByName: tx.actor.name, decidedAt: tx.now, opinion },
    );
  }

  of(certificateId: string): Promise<EndRequestRow[]> {
    return this.db.query<EndRequestRow>(
      'SELECT * FROM certificate_end_request WHERE certificate_id = ? ORDER BY requested_at DESC LIMIT 50',
      [certificateId],
    );
  }

  /** Open requests in an officer's province, for the list on the certificates page. */
  open(scope: Scope): Promise<(EndRequestRow & { number: string; holderName: string })[]> {
    return this.db.query(
      `SELECT q.*, c.number, p.name AS holder_name FROM certificate_end_request q JOIN certificate c ON c.id = q.certificate_id
       JOIN person p ON p.id = c.person_id JOIN institution b ON b.id = c.base_institution_id JOIN institution m ON m.id = c.employer_institution_id
       WHERE q.open_of IS NOT NULL AND ${scope.where} ORDER BY q.requested_at LIMIT 100`,
      scope.params,
    );
  }
}
