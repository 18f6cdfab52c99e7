import { type RoleCode, STAFF_ROLES } from '@app/platform';

/** Idle limits in minutes (7.3.1): staff 30, learners 120; a session ends after 12 hours in any case. */
export const SESSION_RULES = { staffIdleMinutes: 30, learnerIdleMinutes: 120, hours: 12 } as const;
/** Five wrong tries per account name × address within 15 minutes lock for 15 minutes; 30 per address. */
export const SIGNIN_RULES = { tries: 5, addressTries: 30, windowMinutes: 15, lockMinutes: 15 } as const;

export const isStaff = (role: RoleCode): boolean => STAFF_ROLES.includes(role);

/** @returns the instant after which the session counts as left alone */
export const idleUntil = (lastSeenAt: Date, role: RoleCode | null): Date =>
  new Date(lastSeenAt.getTime() + (role && isStaff(role) ? SESSION_RULES.staffIdleMinutes : SESSION_RULES.learnerIdleMinutes) * 60_000);

/** Administrators of the platform: one person holds at most one, and no business role besides (三员分立). */
export const PLATFORM_ADMINS: readonly RoleCode[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];

/** @returns whether a person may hold all these roles together */
export function rolesMayMeet(roles: readonly RoleCode[]): boolean {
  const admins = new Set(roles.filter((r) => PLATFORM_ADMINS.includes(r)));
  return admins.size === 0 || (admins.size === 1 && roles.every((r) => admins.has(r)));
}
