import Award from '@lucide/svelte/icons/award';
import BookOpen from '@lucide/svelte/icons/book-open';
import Building2 from '@lucide/svelte/icons/building-2';
import ChartPie from '@lucide/svelte/icons/chart-pie';
import CircleUserRound from '@lucide/svelte/icons/circle-user-round';
import Cog from '@lucide/svelte/icons/cog';
import Eye from '@lucide/svelte/icons/eye';
import FileCheck from '@lucide/svelte/icons/file-check';
import FilePen from '@lucide/svelte/icons/file-pen';
import FileText from '@lucide/svelte/icons/file-text';
import FileUp from '@lucide/svelte/icons/file-up';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Hospital from '@lucide/svelte/icons/hospital';
import House from '@lucide/svelte/icons/house';
import IdCard from '@lucide/svelte/icons/id-card';
import KeyRound from '@lucide/svelte/icons/key-round';
import ListTodo from '@lucide/svelte/icons/list-todo';
import Scale from '@lucide/svelte/icons/scale';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import Search from '@lucide/svelte/icons/search';
import Stamp from '@lucide/svelte/icons/stamp';
import Target from '@lucide/svelte/icons/target';
import Upload from '@lucide/svelte/icons/upload';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';
import type { Key } from './i18n';
import type { Role } from './session';

export interface NavItem {
  href: string;
  labelKey: Extract<Key, `common.nav.${string}`>;
  icon: Component;
  /** On the phone's bottom bar; at most 4 per role, the rest is in the drawer. */
  tab?: boolean;
  /** Shows the number of open to-dos. */
  badge?: 'tasks';
}

const home: NavItem = { href: '/home', labelKey: 'common.nav.home', icon: House, tab: true };
const desk: NavItem = { ...home, labelKey: 'common.nav.desk' };
const tasks: NavItem = { href: '/tasks', labelKey: 'common.nav.tasks', icon: ListTodo, tab: true, badge: 'tasks' };
const people: NavItem = { href: '/people', labelKey: 'common.nav.people', icon: Users };

const corrections: NavItem = { href: '/corrections', labelKey: 'common.nav.corrections', icon: FilePen };

const jobs: NavItem = { href: '/jobs', labelKey: 'common.nav.jobs', icon: Upload };
const imports: NavItem = { href: '/imports', labelKey: 'common.nav.imports', icon: FileUp };
const accounts: NavItem = {
  href: '/admin/accounts',
  labelKey: 'common.nav.accounts',
  icon: CircleUserRound,
  tab: true,
};
const grants: NavItem = { href: '/admin/grants', labelKey: 'common.nav.grants', icon: KeyRound, tab: true };
const audit: NavItem = { href: '/admin/audit', labelKey: 'common.nav.audit', icon: ScrollText, tab: true };
const access: NavItem = { href: '/admin/access', labelKey: 'common.nav.access', icon: Eye };
const adminJobs: NavItem = { href: '/admin/jobs', labelKey: 'common.nav.adminJobs', icon: Cog, tab: true };

const reports: NavItem = { href: '/reports', labelKey: 'common.nav.reports', icon: FileText };

const officer = (province: boolean, reporting = true): NavItem[] => [
  desk,
  { href: '/goals', labelKey: 'common.nav.goals', icon: Target, tab: true },
  tasks,
  ...(reporting ? [reports] : []),
  people,
  corrections,
  { href: '/institutions', labelKey: 'common.nav.institutions', icon: Building2 },
  ...(province
    ? [{ href: '/accreditations', labelKey: 'common.nav.accreditations', icon: Stamp } satisfies NavItem]
    : []),
  { href: '/certificates/manage', labelKey: 'common.nav.certificatesManage', icon: Award, tab: true },
  { href: '/populations', labelKey: 'common.nav.populations', icon: ChartPie },
  imports,
  jobs,
  { href: '/rules', labelKey: 'common.nav.rules', icon: Scale },
];

/** The whole navigation. A page that is not here is reached from one that is. */
export const NAV: Partial<Record<Role, NavItem[]>> = {
  TRAINEE: [
    home,
    { href: '/learning', labelKey: 'common.nav.learning', icon: BookOpen, tab: true },
    { href: '/classes', labelKey: 'common.nav.classes', icon: Search },
    { href: '/exams', labelKey: 'common.nav.exams', icon: GraduationCap, tab: true },
    { href: '/certificates', labelKey: 'common.nav.certificates', icon: Award, tab: true },
    { href: '/profile', labelKey: 'common.nav.profile', icon: IdCard },
    { ...tasks, tab: false },
  ],
  INSTITUTION_ADMIN: [
    home,
    tasks,
    { href: '/confirmations', labelKey: 'common.nav.confirmations', icon: FileCheck, tab: true },
    { ...people, tab: true },
    corrections,
    { ...accounts, tab: false },
    imports,
    jobs,
  ],
  BASE_ADMIN: [
    home,
    tasks,
    { href: '/base', labelKey: 'common.nav.base', icon: Hospital, tab: true },
    { href: '/base/classes', labelKey: 'common.nav.baseClasses', icon: GraduationCap, tab: true },
    jobs,
  ],
  EXAM_OFFICER: [
    home,
    { href: '/exams/manage', labelKey: 'common.nav.examsManage', icon: GraduationCap, tab: true },
    tasks,
    jobs,
  ],
  PROVINCE_OFFICER: officer(true),
  CITY_OFFICER: officer(false),
  COUNTY_OFFICER: officer(false, false),
  SYSTEM_ADMIN: [home, { ...tasks, tab: false }, accounts, grants, adminJobs],
  SECURITY_ADMIN: [home, { ...tasks, tab: false }, grants, accounts, audit],
  AUDIT_ADMIN: [home, audit, access, { ...jobs, tab: true }],
};

/** Roles whose pages are still to come. */
export const FALLBACK: NavItem[] = [home, tasks];

/** The item the address belongs to: the longest that it starts with. */
export function currentHref(items: NavItem[], pathname: string): string | undefined {
  return items
    .map((item) => item.href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
