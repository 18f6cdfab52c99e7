import { type RoleCode, STAFF_ROLES } from '@app/kernel';

/**
 * Idle limits in minutes: staff 15–30, learners 2 h (ASVS 7.3.1; GB/T 22239 8.1.4.1b); a session ends after 12 hours in
 * any case (7.3.2). A half session (second factor or password still to come) lives 10 minutes (6.5.5).
 */
export const SESSION_RULES = { staffIdleMinutes: 30, learnerIdleMinutes: 120, hours: 12, halfMinutes: 10 } as const;

/**
 * Five tries per account name × address (or known device) in 15 minutes lock that pair for 15 minutes, 30 wrong tries do
 * so for the address (ASVS 6.3.1). Never the account alone: nobody locks somebody else out from afar (6.1.1).
 * A known device counts for itself, so the owner gets in although the hospital's one address is locked.
 */
export const SIGNIN_RULES = {
  tries: 5,
  addressTries: 30,
  windowMinutes: 15,
  lockMinutes: 15,
  deviceDays: 180,
} as const;

/** Password checks per address in 5 minutes, right ones included: a hall of candidates signs in from one address. */
export const SIGNIN_FLOOD = { requests: 3000, seconds: 300 } as const;

/**
 * Staff change their password every 90 days with 7 days' notice, the last 5 are not used again (GB/T 22239 8.1.4.1a).
 * Clinicians are not forced (ASVS 6.2.10; decision in security.md §1.10).
 */
export const PASSWORD_RULES = { staffDays: 90, noticeDays: 7, remembered: 5 } as const;

/** A link that lets somebody set a password is handed over by hand and lives one day, once (ASVS 6.4.1, 6.4.6). */
export const LINK_RULES = { hours: 24 } as const;

/** The token of the first start lives an hour (ASVS 6.3.2; security.md §1.6). */
export const SETUP_RULES = { minutes: 60 } as const;

/**
 * PASSWORD: the second factor must follow. SETUP: everything was right, but a second factor or a new password must be set
 * first; nothing else may be done. FULL: signed in.
 */
export type SessionLevel = 'PASSWORD' | 'SETUP' | 'FULL';

/** What the page must ask for next. */
export type SignInNext = 'DONE' | 'TOTP' | 'SET_UP_TOTP' | 'CHANGE_PASSWORD';

export const isStaff = (role: RoleCode): boolean => STAFF_ROLES.includes(role);

/** @returns the instant after which the session counts as left alone */
export const idleUntil = (lastSeenAt: Date, role: RoleCode | null): Date =>
  new Date(
    lastSeenAt.getTime() +
      (role && isStaff(role) ? SESSION_RULES.staffIdleMinutes : SESSION_RULES.learnerIdleMinutes) * 60_000,
  );

export interface SignInFacts {
  roles: readonly RoleCode[];
  totpOn: boolean;
  totpRequiredOfStaff: boolean;
  mustChangePassword: boolean;
  passwordChangedAt: Date | null;
}

/** @returns when the password has to be replaced, or null when nothing forces it */
export function passwordExpiresAt(f: Pick<SignInFacts, 'roles' | 'passwordChangedAt'>): Date | null {
  if (!f.passwordChangedAt || !f.roles.some(isStaff)) return null;
  return new Date(f.passwordChangedAt.getTime() + PASSWORD_RULES.staffDays * 86_400_000);
}

/** What is still missing once password (and second factor, when on) were right. The factor comes before the password. */
export function nextStep(f: SignInFacts, now: Date): Exclude<SignInNext, 'TOTP'> {
  if (f.totpRequiredOfStaff && !f.totpOn && f.roles.some(isStaff)) return 'SET_UP_TOTP';
  const expires = passwordExpiresAt(f);
  return f.mustChangePassword || (expires && expires <= now) ? 'CHANGE_PASSWORD' : 'DONE';
}
