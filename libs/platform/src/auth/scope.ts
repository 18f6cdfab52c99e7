import type { Param } from '../db/rows';

/**
 * What rows a read may see. Only a policy makes one (from the actor); stores put it into SQL, so that a row out of scope
 * is exactly as absent. `where` is a boolean SQL expression, `params` fill its placeholders.
 */
export interface Scope {
  readonly where: string;
  readonly params: Param[];
  readonly reason: string;
}

/** Columns a store offers to be scoped by. A scope on a column that is not offered sees nothing. */
export interface ScopeColumns {
  /** six-digit region code (county) */
  region?: string;
  organisation?: string | string[];
  person?: string;
  account?: string;
}

/** Prefix of a GB/T 2260 code that covers its subtree: 210000 → 21, 210100 → 2101, 210102 → 210102. */
export const regionPrefix = (code: string): string =>
  code.endsWith('0000') ? code.slice(0, 2) : code.endsWith('00') ? code.slice(0, 4) : code;

const nothing = (reason: string): Scope => ({ where: '1=0', params: [], reason });

export const scopes = {
  all: (reason: string): Scope => ({ where: '1=1', params: [], reason }),
  none: nothing,
  region: (code: string, columns: ScopeColumns): Scope =>
    columns.region
      ? { where: `${columns.region} LIKE ?`, params: [regionPrefix(code) + '%'], reason: `region ${code}` }
      : nothing('no region column'),
  organisation: (id: string, columns: ScopeColumns): Scope => {
    const cols = [columns.organisation ?? []].flat();
    return cols.length
      ? {
          where: `(${cols.map((c) => `${c} = ?`).join(' OR ')})`,
          params: cols.map(() => id),
          reason: `organisation ${id}`,
        }
      : nothing('no organisation column');
  },
  person: (id: string | null, columns: ScopeColumns): Scope =>
    id && columns.person
      ? { where: `${columns.person} = ?`, params: [id], reason: `person ${id}` }
      : nothing('no person'),
  account: (id: string, columns: ScopeColumns): Scope =>
    columns.account
      ? { where: `${columns.account} = ?`, params: [id], reason: `account ${id}` }
      : nothing('no account column'),
};

/** The usual scope of an actor over a table: own rows, own organisation, own region subtree, or the whole platform. */
export function scopeOf(
  actor: {
    scope: { kind: string; organisationId?: string; regionCode?: string };
    personId: string | null;
    role: string;
  },
  columns: ScopeColumns,
): Scope {
  switch (actor.scope.kind) {
    case 'REGION':
      return scopes.region(actor.scope.regionCode!, columns);
    case 'ORGANISATION':
      return scopes.organisation(actor.scope.organisationId!, columns);
    case 'SELF':
      return scopes.person(actor.personId, columns);
    default:
      // Platform administrators have no business rights (三员, §5.0); jobs see everything.
      return actor.role === 'SYSTEM' ? scopes.all('system') : nothing(`${actor.role} has no business scope`);
  }
}
