import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId, normalizePhone } from '@app/kernel';
import { type Actor, CLOCK, Crypto, isDuplicateKey, notFound, type Tx, UnitOfWork } from '@app/platform';
import type { FieldFault } from '@app/kernel';
import { type AccountRow, AccountStore } from '../data/account.store';
import { GrantStore } from '../data/grant.store';
import { SessionStore } from '../data/session.store';
import { PLATFORM_ADMINS } from '../domain/role-rules';
import { LOGIN_NAME, signInName } from '../domain/sign-in-name';
import { fail } from '../identity.errors';
import { AccountCreated, AccountDisabled } from '../identity.events';
import { guardSubject } from './signin-guard';
import { Totp } from './totp';

export interface NewAccount {
  loginName: string;
  name: string;
  phone?: string | null;
  /** links the account to the registered person with this number and the same name */
  citizenId?: string | null;
}

/** The life of accounts. An account is made without any role: rights come from grants, which need two people. */
@Injectable()
export class Accounts {
  constructor(
    private readonly accounts: AccountStore,
    private readonly grants: GrantStore,
    private readonly sessions: SessionStore,
    private readonly totp: Totp,
    private readonly uow: UnitOfWork,
    private readonly crypto: Crypto,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns its id @throws IDENTITY_LOGIN_FORM, _LOGIN_TAKEN, _PHONE_FORM, _PHONE_TAKEN, _PERSON_UNKNOWN, _PERSON_TAKEN at their fields */
  async create(actor: Actor, f: NewAccount): Promise<{ id: string }> {
    const loginName = signInName(f.loginName);
    const phone = f.phone ? normalizePhone(f.phone) : null;
    const faults: FieldFault[] = [];
    if (loginName.kind !== 'LOGIN' || loginName.value.length > 40)
      faults.push({ path: 'loginName', code: 'IDENTITY_LOGIN_FORM' });
    if (f.phone && !phone) faults.push({ path: 'phone', code: 'IDENTITY_PHONE_FORM' });
    const person = f.citizenId ? await this.person(f.citizenId, f.name) : null;
    if (f.citizenId && !person) faults.push({ path: 'citizenId', code: 'IDENTITY_PERSON_UNKNOWN' });
    if (faults.length) throw fail(faults[0]!.code as 'IDENTITY_LOGIN_FORM', {}, { fields: faults });
    try {
      return await this.uow.run(
        { actor, action: 'identity.create-account', input: { loginName: loginName.value, name: f.name } },
        (tx) =>
          this.insert(tx, {
            loginName: LOGIN_NAME.exec(loginName.value)![0],
            name: f.name.trim(),
            phone,
            personId: person?.id ?? null,
            origin: 'NORMAL',
          }),
      );
    } catch (e) {
      throw this.taken(e);
    }
  }

  /** The row itself, in somebody's transaction; also for the first administrators and the demo. */
  async insert(
    tx: Tx,
    f: {
      loginName: string;
      name: string;
      phone: string | null;
      personId: string | null;
      origin: string;
      passwordHash?: string;
    },
  ): Promise<{ id: string }> {
    const id = newId();
    await tx.insert('account', {
      id,
      loginName: f.loginName,
      phoneSealed: f.phone && this.crypto.seal(f.phone, 'account.phone'),
      phoneIndex: f.phone && this.crypto.blindIndex(f.phone, 'account.phone'),
      name: f.name,
      personId: f.personId,
      passwordHash: f.passwordHash ?? null,
      passwordChangedAt: f.passwordHash ? tx.now : null,
      mustChangePassword: 0,
      origin: f.origin,
      createdAt: tx.now,
    });
    if (f.passwordHash)
      await tx.insert('password_history', {
        id: newId(),
        accountId: id,
        passwordHash: f.passwordHash,
        createdAt: tx.now,
      });
    await tx.timeline({ subjectType: 'account', subjectId: id, event: 'CREATED' });
    await tx.emit(AccountCreated, { accountId: id });
    await tx.audit({ object: { type: 'account', id }, details: { loginName: f.loginName } });
    return { id };
  }

  /** Which unique key spoke, in the user's words. */
  taken(e: unknown): unknown {
    if (!isDuplicateKey(e)) return e;
    const text = String((e as Error).message);
    const [code, path] = text.includes('uq_account_phone')
      ? (['IDENTITY_PHONE_TAKEN', 'phone'] as const)
      : text.includes('uq_account_person')
        ? (['IDENTITY_PERSON_TAKEN', 'citizenId'] as const)
        : (['IDENTITY_LOGIN_TAKEN', 'loginName'] as const);
    return fail(code, {}, { fields: [{ path, code }] });
  }

  /** The account's sessions die with it, at once. @throws IDENTITY_NOT_SELF, IDENTITY_LAST_ADMIN */
  async disable(actor: Actor, id: string, reason: string): Promise<void> {
    await this.change(actor, id, 'identity.disable-account', 'DISABLED', reason, async (tx, a) => {
      if (a.disabledAt) return;
      const today = dayOf(tx.now);
      for (const g of await this.grants.openRoles(tx, id, today))
        if (
          g.state === 'ACTIVE' &&
          PLATFORM_ADMINS.includes(g.role) &&
          !(await this.accounts.othersInRole(tx, g.role, id, today))
        )
          throw fail('IDENTITY_LAST_ADMIN');
      await tx.execute('UPDATE account SET disabled_at = ? WHERE id = ?', [tx.now, id]);
      await tx.execute(
        'UPDATE password_link SET ended_at = ? WHERE account_id = ? AND used_at IS NULL AND ended_at IS NULL',
        [tx.now, id],
      );
      await this.sessions.endAll(tx, id);
      await tx.emit(AccountDisabled, { accountId: id });
    });
  }

  async enable(actor: Actor, id: string, reason: string): Promise<void> {
    await this.change(actor, id, 'identity.enable-account', 'ENABLED', reason, async (tx) => {
      await tx.execute('UPDATE account SET disabled_at = NULL WHERE id = ?', [id]);
    });
  }

  /** Lifts all pauses after wrong tries for this account: name, phone, second factor and password checks. */
  async unlock(actor: Actor, id: string, reason: string): Promise<void> {
    await this.change(actor, id, 'identity.unlock-sign-in', 'UNLOCKED', reason, async (tx, a) => {
      await tx.execute('DELETE FROM signin_guard WHERE subject IN (?)', [this.subjectsOf(a)]);
    });
  }

  /** The factor goes, sessions end; the owner sets up a new one at the next sign-in. The password stays. */
  async resetSecondFactor(actor: Actor, id: string, reason: string): Promise<void> {
    await this.change(actor, id, 'identity.reset-second-factor', 'SECOND_FACTOR_RESET', reason, async (tx) => {
      await this.totp.removeTx(tx, id);
      await this.sessions.endAll(tx, id);
    });
  }

  subjectsOf(a: Pick<AccountRow, 'id' | 'loginName' | 'phoneSealed'>): string[] {
    const names = [a.loginName, ...(a.phoneSealed ? [this.crypto.open(a.phoneSealed, 'account.phone')] : [])];
    return [...names.map((n) => `name:${n}`), `totp:${a.id}`, `password:${a.id}`].map(guardSubject);
  }

  private async person(citizenId: string, name: string): Promise<{ id: string } | null> {
    const index = this.crypto.blindIndex(citizenId.trim().toUpperCase(), 'person.citizen_id');
    const p = await this.accounts.personByCitizenId(index);
    return p && p.name === name.trim() ? p : null;
  }

  private async change(
    actor: Actor,
    id: string,
    action: string,
    event: string,
    reason: string,
    fn: (tx: Tx, account: AccountRow) => Promise<void>,
  ): Promise<void> {
    if (id === actor.accountId) throw fail('IDENTITY_NOT_SELF');
    await this.uow.run({ actor, action, input: { id, reason } }, async (tx) => {
      const account = await this.accounts.lock(tx, id);
      if (!account) throw notFound();
      await fn(tx, account);
      await tx.timeline({ subjectType: 'account', subjectId: id, event, opinion: reason });
      await tx.audit({ object: { type: 'account', id }, reason });
    });
  }
}
