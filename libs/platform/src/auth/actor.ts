import type { Lang } from '../log/context';

/** Roles of domain.md §5.0. */
export const ROLES = [
  'TRAINEE',
  'INSTITUTION_ADMIN',
  'BASE_ADMIN',
  'PROGRAMME_LEAD',
  'INSTRUCTOR',
  'CLINICAL_TEACHER',
  'ITEM_AUTHOR',
  'ITEM_REVIEWER',
  'EXAM_OFFICER',
  'PROCTOR',
  'EXAMINER',
  'MARKER',
  'EXPERT',
  'COUNTY_OFFICER',
  'CITY_OFFICER',
  'PROVINCE_OFFICER',
  'SPORTS_OFFICER',
  'QC_OFFICER',
  'DEMO_CENTRE_OFFICER',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
] as const;
export type RoleCode = (typeof ROLES)[number];

/** Roles that act for an authority or run the platform: a second factor is required of them (GB/T 22239 8.1.4.1d). */
export const STAFF_ROLES: readonly RoleCode[] = ROLES.filter((r) => r !== 'TRAINEE');

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
