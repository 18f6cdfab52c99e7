import { Entity, Index } from 'typeorm';
import { BigInt64, BlindIndex, Code, DayColumn, Flag, Id, Instant, Int, Ref, Sealed, Text } from '@app/platform';

/** Who may sign in. One person has one account; staff accounts need not belong to a registered person. */
@Entity('account')
@Index('uq_account_login', ['loginName'], { unique: true })
@Index('uq_account_phone', ['phoneIndex'], { unique: true })
@Index('uq_account_person', ['personId'], { unique: true })
export class Account {
  @Id() id: string;
  @Text(60) loginName: string;
  @Sealed({ nullable: true }) phoneSealed: string | null;
  @BlindIndex({ nullable: true }) phoneIndex: string | null;
  @Text(100) name: string;
  @Ref({ nullable: true }) personId: string | null;
  @Text(200, { nullable: true }) passwordHash: string | null;
  @Instant({ nullable: true }) passwordChangedAt: Date | null;
  @Flag({ default: 0 }) mustChangePassword: number;
  @Sealed({ nullable: true }) totpSealed: string | null;
  @Instant({ nullable: true }) totpEnabledAt: Date | null;
  /** last time step used: a code works once */
  @BigInt64({ nullable: true }) totpLastStep: string | null;
  @Instant({ nullable: true }) disabledAt: Date | null;
  /** NORMAL, or DEMO: such accounts exist only in the demo profile */
  @Code(12) origin: string;
  @Instant() createdAt: Date;
}

/** A role with its region or organisation, for a time. */
@Entity('role_grant')
@Index('uq_grant_open', ['accountId', 'openKey'], { unique: true })
@Index('ix_grant_account', ['accountId'])
@Index('ix_grant_state', ['state', 'createdAt'])
@Index('ix_grant_organisation', ['organisationId', 'role'])
@Index('ix_grant_region', ['regionCode', 'role'])
export class RoleGrant {
  @Id() id: string;
  @Ref() accountId: string;
  @Code(32) role: string;
  @Ref({ nullable: true }) organisationId: string | null;
  @Code(6, { nullable: true }) regionCode: string | null;
  /** PROPOSED (by the system administrator) · ACTIVE (approved by the security administrator) · REFUSED · ENDED */
  @Code(12) state: string;
  @DayColumn() startsOn: string;
  @DayColumn({ nullable: true }) endsOn: string | null;
  @Ref({ nullable: true }) proposedBy: string | null;
  @Ref({ nullable: true }) decidedBy: string | null;
  /** `ROLE:scope` while proposed or in force, else null: the same grant is open once */
  @Code(80, { nullable: true }) openKey: string | null;
  /** why it was proposed */
  @Text(300, { nullable: true }) reason: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Instant({ nullable: true }) endedAt: Date | null;
  @Instant() createdAt: Date;
}

/** A signed-in browser. The cookie holds a random token; here lies only its hash. */
@Entity('session')
@Index('ix_session_account', ['accountId', 'endedAt'])
export class Session {
  @Code(64, { primary: true }) tokenHash: string;
  @Ref() publicId: string;
  @Ref() accountId: string;
  @Ref({ nullable: true }) grantId: string | null;
  @Instant() createdAt: Date;
  @Instant() lastSeenAt: Date;
  @Instant() expiresAt: Date;
  @Instant({ nullable: true }) endedAt: Date | null;
  /** PASSWORD: the second factor is still missing · SETUP: only to set up a factor or a new password · FULL */
  @Code(10) level: string;
  @Code(45, { nullable: true }) ip: string | null;
  @Text(300, { nullable: true }) userAgent: string | null;
}

/** Failed tries by account name × address, kept in the database: emptying Redis opens nothing. */
@Entity('signin_guard')
@Index('ix_guard_subject', ['subject'])
@Index('ix_guard_age', ['windowStart'])
export class SigninGuard {
  @Code(64, { primary: true }) guardKey: string;
  /** hash of the name alone, so that the security administrator can unlock it everywhere; null for an address */
  @Code(64, { nullable: true }) subject: string | null;
  @Int({ default: 0 }) failures: number;
  @Instant() windowStart: Date;
  @Instant({ nullable: true }) lockedUntil: Date | null;
}

/** One-time token for the first administrators of a production installation. */
@Entity('setup_token')
export class SetupToken {
  @Code(64, { primary: true }) tokenHash: string;
  @Instant() createdAt: Date;
  @Instant() expiresAt: Date;
  @Instant({ nullable: true }) usedAt: Date | null;
}

/** A one-time link with which somebody sets a password. Whoever starts it never learns the password (6.4.6). */
@Entity('password_link')
@Index('ix_password_link_account', ['accountId', 'createdAt'])
export class PasswordLink {
  @Code(64, { primary: true }) tokenHash: string;
  @Ref() accountId: string;
  @Ref() startedBy: string;
  @Instant() createdAt: Date;
  @Instant() expiresAt: Date;
  @Instant({ nullable: true }) usedAt: Date | null;
  /** replaced by a newer link */
  @Instant({ nullable: true }) endedAt: Date | null;
}

/** Earlier passwords as argon2id: the last five are not taken again. */
@Entity('password_history')
@Index('ix_password_history_account', ['accountId', 'createdAt'])
export class PasswordHistory {
  @Id() id: string;
  @Ref() accountId: string;
  @Text(200) passwordHash: string;
  @Instant() createdAt: Date;
}

export const identityEntities = [Account, RoleGrant, Session, SigninGuard, SetupToken, PasswordLink, PasswordHistory];
