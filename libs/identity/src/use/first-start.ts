import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, type FieldFault, newId, normalizePhone, randomToken, sha256Hex } from '@app/kernel';
import {
  CLOCK,
  type Config,
  CONFIG,
  Db,
  execute,
  type RoleCode,
  systemActor,
  type Tx,
  UnitOfWork,
} from '@app/platform';
import { AccountStore } from '../data/account.store';
import { passwordFault } from '../domain/password';
import { openKey } from '../domain/role-rules';
import { SETUP_RULES } from '../domain/session-rules';
import { signInName } from '../domain/sign-in-name';
import { fail } from '../identity.errors';
import { Accounts } from './accounts';
import type { Caller } from './caller';
import { hashPassword } from './password-hash';

export interface FirstAdmin {
  loginName: string;
  name: string;
  phone?: string | null;
  password: string;
}

export type FirstAdmins = Record<'system' | 'security' | 'audit', FirstAdmin>;

const ROLE_OF: Record<keyof FirstAdmins, RoleCode> = {
  system: 'SYSTEM_ADMIN',
  security: 'SECURITY_ADMIN',
  audit: 'AUDIT_ADMIN',
};
const SEATS = Object.keys(ROLE_OF) as (keyof FirstAdmins)[];

/** The first administrators of an installation. There is no default account: a token from the console opens one ceremony. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly store: AccountStore,
    private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns what the console should say, once; null when the installation has accounts (or is not a production one) */
  async prepare(): Promise<string | null> {
    if (this.config.profile !== 'production' || (await this.store.exists())) return null;
    const token = randomToken(32);
    const now = this.clock.now();
    // Outside UnitOfWork: this is not anybody's act yet, and only its hash is kept.
    await execute(this.db.dataSource, 'INSERT INTO setup_token (token_hash, created_at, expires_at) VALUES (?, ?, ?)', [
      sha256Hex(token),
      now,
      new Date(now.getTime() + SETUP_RULES.minutes * 60_000),
    ]);
    return [
      `No account exists yet. Appoint the three administrators within ${SETUP_RULES.minutes} minutes / 请在 ${SETUP_RULES.minutes} 分钟内设立三员：`,
      `  ${this.config.publicUrl}/setup`,
      `  one-time token / 一次性口令: ${token}`,
    ].join('\n');
  }

  /** Makes exactly the three administrators, together; then no token works any more. @throws IDENTITY_SETUP_TOKEN, field errors */
  async appoint(token: string, admins: FirstAdmins, c: Caller): Promise<void> {
    await this.assertOpen(token);
    this.assertUsable(admins);
    const hashes = Object.fromEntries(
      await Promise.all(SEATS.map(async (s) => [s, await hashPassword(admins[s].password)] as const)),
    ) as Record<keyof FirstAdmins, string>;
    const actor = { ...systemActor('first start', c.requestId), ip: c.ip };
    let seat: keyof FirstAdmins = 'system';
    try {
      await this.uow.run({ actor, action: 'identity.appoint-first-administrators' }, async (tx) => {
        // All token rows are locked: of two ceremonies at once the second finds its token used and accounts there.
        const tokens = await tx.query<{ tokenHash: string; usedAt: Date | null; expiresAt: Date }>(
          'SELECT * FROM setup_token FOR UPDATE',
        );
        const mine = tokens.find((t) => t.tokenHash === sha256Hex(token));
        const none = (await tx.query('SELECT id FROM account LIMIT 1')).length === 0;
        if (!mine || mine.usedAt || mine.expiresAt <= tx.now || !none) throw fail('IDENTITY_SETUP_TOKEN');
        await tx.execute('UPDATE setup_token SET used_at = ? WHERE used_at IS NULL', [tx.now]);
        for (seat of SEATS) await this.seat(tx, ROLE_OF[seat], admins[seat], hashes[seat]);
      });
    } catch (e) {
      throw this.at(seat, this.accounts.taken(e));
    }
  }

  private async seat(tx: Tx, role: RoleCode, f: FirstAdmin, passwordHash: string): Promise<void> {
    const { id } = await this.accounts.insert(tx, {
      loginName: signInName(f.loginName).value,
      name: f.name.trim(),
      phone: f.phone ? normalizePhone(f.phone) : null,
      personId: null,
      origin: 'NORMAL',
      passwordHash,
    });
    const grantId = newId();
    await tx.insert('role_grant', {
      id: grantId,
      accountId: id,
      role,
      state: 'ACTIVE',
      startsOn: dayOf(tx.now),
      openKey: openKey(role, { regionCode: null, organisationId: null }),
      reason: '首次启动时任命',
      decidedAt: tx.now,
      createdAt: tx.now,
    });
    await tx.timeline({
      subjectType: 'role_grant',
      subjectId: grantId,
      event: 'APPOINTED',
      to: 'ACTIVE',
      details: { accountId: id, role },
    });
  }

  private async assertOpen(token: string): Promise<void> {
    const row = await this.db.one(
      'SELECT token_hash FROM setup_token WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?',
      [sha256Hex(token), this.clock.now()],
    );
    if (!row) throw fail('IDENTITY_SETUP_TOKEN');
  }

  /** All faults of all three at once. */
  private assertUsable(admins: FirstAdmins): void {
    const faults: FieldFault[] = [];
    const add = (seat: string, field: string, code: string) => faults.push({ path: `${seat}.${field}`, code });
    for (const seat of SEATS) {
      const a = admins[seat];
      const name = signInName(a.loginName);
      const others = SEATS.filter((s) => s !== seat).map((s) => admins[s]);
      if (name.kind !== 'LOGIN' || name.value.length > 40) add(seat, 'loginName', 'IDENTITY_LOGIN_FORM');
      else if (others.some((o) => signInName(o.loginName).value === name.value))
        add(seat, 'loginName', 'IDENTITY_LOGIN_TAKEN');
      const phone = a.phone ? normalizePhone(a.phone) : null;
      if (a.phone && !phone) add(seat, 'phone', 'IDENTITY_PHONE_FORM');
      else if (phone && others.some((o) => o.phone && normalizePhone(o.phone) === phone))
        add(seat, 'phone', 'IDENTITY_PHONE_TAKEN');
      const fault = passwordFault(a.password, [name.value, phone ?? '']);
      if (fault) add(seat, 'password', `IDENTITY_PASSWORD_${fault}`);
      else if (others.some((o) => o.password === a.password)) add(seat, 'password', 'IDENTITY_PASSWORD_SHARED');
    }
    if (faults.length) throw fail(faults[0]!.code as 'IDENTITY_LOGIN_FORM', {}, { fields: faults });
  }

  private at(seat: string, e: unknown): unknown {
    const fields = (e as { fields?: FieldFault[] }).fields;
    if (fields) for (const f of fields) if (!f.path.includes('.')) f.path = `${seat}.${f.path}`;
    return e;
  }
}
