import { EXPORTS, exportTitle } from '$lib/exports/export';
import { t } from '$lib/i18n';
import type { Role } from '$lib/session';
import type { Tone } from '$lib/ui';

export const roleName = (role: string): string => t(`common.role.${role as Role}`);

type Grant = { role: string; scopeName?: string | null; state?: string };

/** What a role is held for: the region or organisation, the person, or the platform. */
export const scopeName = (g: Grant): string =>
  g.scopeName ?? (/^(SYSTEM|SECURITY|AUDIT)_ADMIN$/.test(g.role) ? t('admin.wholePlatform') : t('admin.self'));

export const activeRoles = (grants: Grant[]): string =>
  grants
    .filter((g) => g.state === 'ACTIVE')
    .map((g) => (g.scopeName ? `${roleName(g.role)} · ${g.scopeName}` : roleName(g.role)))
    .join('；') || t('admin.noRole');

export type GrantState = 'PROPOSED' | 'ACTIVE' | 'REFUSED' | 'ENDED';
export const GRANT_TONE: Record<GrantState, Tone> = {
  PROPOSED: 'warn',
  ACTIVE: 'success',
  REFUSED: 'danger',
  ENDED: 'neutral',
};

export const period = (g: { startsOn: string; endsOn?: string | null }): string =>
  g.endsOn ? t('admin.fromTo', { from: g.startsOn, to: g.endsOn }) : t('admin.from', { day: g.startsOn });

type AccountFacts = { disabledAt?: string | null; lockedUntil?: string | null; hasPassword: boolean };
export type AccountState = 'ACTIVE' | 'DISABLED' | 'LOCKED' | 'NEW';
export const ACCOUNT_TONE: Record<AccountState, Tone> = {
  ACTIVE: 'success',
  DISABLED: 'danger',
  LOCKED: 'warn',
  NEW: 'info',
};
export const accountState = (a: AccountFacts): AccountState =>
  a.disabledAt ? 'DISABLED' : a.lockedUntil ? 'LOCKED' : a.hasPassword ? 'ACTIVE' : 'NEW';

export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED' | 'AWAITING_CONFIRMATION';
export const JOB_TONE: Record<JobState, Tone> = {
  WAITING: 'neutral',
  RUNNING: 'info',
  DONE: 'success',
  FAILED: 'danger',
  CANCELLED: 'neutral',
  AWAITING_CONFIRMATION: 'warn',
};

const JOB_KIND = {
  'credentials.issue-batch': 'issuing',
  'platform.check-audit-chain': 'audit',
  'platform.export-audit': 'export',
  'registry.return-list': 'returned',
} as const;
type Job = { kind: string; title: string };
export const jobKind = ({ kind }: Job): string =>
  t(
    `admin.jobKind.${kind.startsWith('export.') ? 'export' : /^registry\.(import|write)-/.test(kind) ? 'import' : (JOB_KIND[kind as keyof typeof JOB_KIND] ?? 'import')}`,
  );
/** Lists taken out are named in the reader's language, other jobs as they were ordered. */
export const jobTitle = ({ kind, title }: Job): string => {
  const code = EXPORTS.find((c) => `export.${c}` === kind);
  return code ? exportTitle(code) : title;
};

/** Which area a role is proposed for: the select of the form depends on it. */
export const REACH: Partial<Record<Role, 'REGION' | 'ORGANISATION'>> = {
  INSTITUTION_ADMIN: 'ORGANISATION',
  BASE_ADMIN: 'ORGANISATION',
  PROGRAMME_LEAD: 'ORGANISATION',
  INSTRUCTOR: 'ORGANISATION',
  CLINICAL_TEACHER: 'ORGANISATION',
  ITEM_AUTHOR: 'REGION',
  ITEM_REVIEWER: 'REGION',
  EXAM_OFFICER: 'REGION',
  PROCTOR: 'REGION',
  EXAMINER: 'REGION',
  MARKER: 'REGION',
  COUNTY_OFFICER: 'REGION',
  CITY_OFFICER: 'REGION',
  PROVINCE_OFFICER: 'REGION',
  SPORTS_OFFICER: 'REGION',
  QC_OFFICER: 'REGION',
  DEMO_CENTRE_OFFICER: 'REGION',
};

/** In the order of domain.md §5.0: officials first, as these are granted most. */
export const GRANTABLE: Role[] = [
  'PROVINCE_OFFICER',
  'CITY_OFFICER',
  'COUNTY_OFFICER',
  'INSTITUTION_ADMIN',
  'BASE_ADMIN',
  'EXAM_OFFICER',
  'PROCTOR',
  'EXAMINER',
  'MARKER',
  'ITEM_AUTHOR',
  'ITEM_REVIEWER',
  'PROGRAMME_LEAD',
  'INSTRUCTOR',
  'CLINICAL_TEACHER',
  'EXPERT',
  'QC_OFFICER',
  'SPORTS_OFFICER',
  'DEMO_CENTRE_OFFICER',
  'TRAINEE',
  'SYSTEM_ADMIN',
  'SECURITY_ADMIN',
  'AUDIT_ADMIN',
];
