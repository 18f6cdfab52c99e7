import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { canonicalJson, newId } from '@app/kernel';
import type { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import type { Actor } from '../auth/actor';

export interface AuditFacts {
  /** `capability.verb-noun` */
  action: string;
  object: { type: string; id: string };
  reason?: string | null;
  /** What changed. Mask personal data before it comes here. */
  details?: unknown;
}

export interface AuditRow {
  id: string;
  at: Date;
  accountId: string;
  actorName: string;
  role: string;
  organisationId: string | null;
  regionCode: string | null;
  action: string;
  objectType: string;
  objectId: string;
  reason: string | null;
  details: unknown;
  ip: string | null;
  requestId: string;
}

@Injectable()
export class AuditWriter {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The row to insert, with its HMAC. */
  row(actor: Actor, now: Date, facts: AuditFacts): Record<string, unknown> {
    const row: AuditRow = {
      id: newId(),
      at: now,
      accountId: actor.accountId,
      actorName: actor.name.slice(0, 100),
      role: actor.role,
      organisationId: actor.scope.kind === 'ORGANISATION' ? actor.scope.organisationId : null,
      regionCode: actor.scope.kind === 'REGION' ? actor.scope.regionCode : null,
      action: facts.action,
      objectType: facts.object.type,
      objectId: facts.object.id,
      reason: facts.reason?.slice(0, 500) ?? null,
      details: facts.details ?? null,
      ip: actor.ip,
      requestId: actor.requestId,
    };
    return { ...row, details: row.details === null ? null : JSON.stringify(row.details), mac: this.mac(row) };
  }

  /** HMAC-SHA256 (hex) over the row in canonical JSON. */
  mac(row: AuditRow): string {
    return createHmac('sha256', this.config.keys.audit)
      .update(canonicalJson({ ...row, at: row.at.toISOString(), details: row.details ?? null }))
      .digest('hex');
  }
}
