import type { Actor, Lang, RoleCode } from '@app/platform';
import type { AccountRow } from '../data/account.store';

/** Who stands before the door, before an account is known. */
export interface Caller {
  ip: string;
  userAgent: string | null;
  requestId: string;
  lang: Lang;
  /** the signed mark of a browser in which this account signed in before */
  device: string | null;
}

/** Stands in the audit trail where no account is known. */
const STRANGER = 'stranger';

/** The actor of acts during sign-in. Without an account: a stranger, so that a refused try leaves its trace as well. */
export const signingActor = (
  account: (Pick<AccountRow, 'id' | 'name' | 'personId'> & { firstRole?: RoleCode | null }) | null,
  c: Caller,
  role: RoleCode = account?.firstRole ?? 'TRAINEE',
): Actor => ({
  accountId: account?.id ?? STRANGER,
  personId: account?.personId ?? null,
  name: account?.name ?? STRANGER,
  role,
  scope: { kind: 'SELF' },
  sessionId: null,
  grantId: null,
  requestId: c.requestId,
  ip: c.ip,
  lang: c.lang,
});
