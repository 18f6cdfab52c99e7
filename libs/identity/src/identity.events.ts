import { defineEvent } from '@app/platform';

export const AccountCreated = defineEvent<{ accountId: string }>('identity.account-created');
export const AccountDisabled = defineEvent<{ accountId: string }>('identity.account-disabled');
/** Somebody else started a new password for the account: its owner should hear of it. */
export const PasswordLinkStarted = defineEvent<{ accountId: string }>('identity.password-link-started');
export const GrantProposed = defineEvent<{ grantId: string }>('identity.grant-proposed');
/** Approved or refused; the row says which. */
export const GrantDecided = defineEvent<{ grantId: string }>('identity.grant-decided');
export const GrantEnded = defineEvent<{ grantId: string }>('identity.grant-ended');
