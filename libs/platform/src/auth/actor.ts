import type { RoleCode } from '@app/kernel';
import type { Lang } from '../log/context';

export { type RoleCode, ROLES, STAFF_ROLES } from '@app/kernel';

export type ActorScope =
  | { kind: 'SELF' }
  | { kind: 'ORGANISATION'; organisationId: string }
  | { kind: 'REGION'; regionCode: string }
  | { kind: 'PLATFORM' };

/** Who acts, in which role, from where. Made by identity from the session, or by {@link systemActor} for jobs. */
export interface Actor {
  accountId: string;
  personId: string | null;
  name: string;
  role: RoleCode | 'SYSTEM';
  scope: ActorScope;
  sessionId: string | null;
  grantId: string | null;
  requestId: string;
  ip: string | null;
  lang: Lang;
  /** Header `idempotency-key` of the request: a repeat gets the first answer and has no second effect. */
  idempotencyKey?: string;
}

/** The actor of jobs and schedules; `onBehalfOf` keeps the account whose act caused the work. */
export const systemActor = (reason: string, requestId: string, onBehalfOf?: string): Actor => ({
  accountId: onBehalfOf ?? 'system',
  personId: null,
  name: reason,
  role: 'SYSTEM',
  scope: { kind: 'PLATFORM' },
  sessionId: null,
  grantId: null,
  requestId,
  ip: null,
  lang: 'zh-CN',
});
