import type { Key } from './i18n';

/** Role codes of domain.md §5.0: exactly those that have a name in the dictionary. */
export type Role = Key extends infer K ? (K extends `common.role.${infer R}` ? R : never) : never;

export interface RoleGrant {
  grantId: string;
  role: Role;
  scopeName: string | null;
}

export interface ActiveRole {
  grantId: string;
  role: Role;
  scopeName: string | null;
  regionCode: string | null;
  organisationId: string | null;
}

export interface Viewer {
  accountId: string;
  personId: string | null;
  name: string;
  roles: RoleGrant[];
  active: ActiveRole;
  mustChangePassword: boolean;
  secondFactor: boolean;
  openTaskCount: number;
  unreadCount: number;
}

/** What the operator of this installation has set; an empty line is left out of the footer. */
export interface Site {
  name: string;
  demo: boolean;
  icp?: string | null;
  police?: string | null;
  support?: string | null;
}
