import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, maskPhone, normalizePhone } from '@app/kernel';
import {
  type Actor,
  CLOCK,
  type Config,
  CONFIG,
  Crypto,
  notFound,
  type RoleCode,
  type TimelineRow,
  Timelines,
} from '@app/platform';
import { type AccountRow, AccountStore } from '../data/account.store';
import { type GrantListRow, type GrantState, GrantStore } from '../data/grant.store';
import { GuardStore } from '../data/guard.store';
import { SessionStore } from '../data/session.store';
import { ROLE_REACH } from '../domain/role-rules';
import { isStaff, PASSWORD_RULES, passwordExpiresAt } from '../domain/session-rules';
import { accountScope } from '../identity.policy';
import { Accounts } from './accounts';

export interface AccountSummary {
  id: string;
  loginName: string;
  name: string;
  phoneMasked: string | null;
  linkedToPerson: boolean;
  hasPassword: boolean;
  secondFactor: boolean;
  disabledAt: Date | null;
  createdAt: Date;
  lastSignInAt: Date | null;
  lockedUntil: Date | null;
  grants: GrantListRow[];
}

export interface MyAccount {
  loginName: string;
  name: string;
  phoneMasked: string | null;
  passwordChangedAt: Date | null;
  passwordExpiresAt: Date | null;
  passwordExpiresSoon: boolean;
  secondFactorSince: Date | null;
  secondFactorRequired: boolean;
}

/** Reads of accounts and grants, SQL to shape. */
@Injectable()
export class IdentityQueries {
  constructor(
    private readonly store: AccountStore,
    private readonly grantStore: GrantStore,
    private readonly sessions: SessionStore,
    private readonly guards: GuardStore,
    private readonly accounts: Accounts,
    private readonly timelines: Timelines,
    private readonly crypto: Crypto,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private get today(): string {
    return dayOf(this.clock.now());
  }

  async mine(actor: Actor): Promise<MyAccount> {
    const [a, grants] = await Promise.all([
      this.store.byId(actor.accountId),
      this.store.grants(actor.accountId, this.today),
    ]);
    if (!a) throw notFound();
    const roles = grants.map((g) => g.role);
    const expires = passwordExpiresAt({ roles, passwordChangedAt: a.passwordChangedAt });
    const notice = this.clock.now().getTime() + PASSWORD_RULES.noticeDays * 86_400_000;
    return {
      loginName: a.loginName,
      name: a.name,
      phoneMasked: this.phone(a),
      passwordChangedAt: a.passwordChangedAt,
      passwordExpiresAt: expires,
      passwordExpiresSoon: expires !== null && expires.getTime() <= notice,
      secondFactorSince: a.totpEnabledAt,
      secondFactorRequired: this.config.staffTotp === 'required' && roles.some(isStaff),
    };
  }

  async page(
    actor: Actor,
    f: {
      search: string | null;
      state: 'ACTIVE' | 'DISABLED' | null;
      role: RoleCode | null;
      offset: number;
      limit: number;
    },
  ): Promise<{ rows: AccountSummary[]; total: number }> {
    const phone = f.search ? normalizePhone(f.search) : null;
    const filter = { ...f, phoneIndex: phone && this.crypto.blindIndex(phone, 'account.phone') };
    const { rows, total } = await this.store.page(filter, accountScope(actor, this.today), this.today);
    return { rows: await this.summaries(rows), total };
  }

  /** One account with its history. @throws PLATFORM_NOT_FOUND */
  async one(actor: Actor, id: string): Promise<AccountSummary & { timeline: TimelineRow[] }> {
    const row = await this.store.seen(id, accountScope(actor, this.today));
    if (!row) throw notFound();
    const [[summary], timeline] = await Promise.all([this.summaries([row]), this.timelines.of('account', id)]);
    return { ...summary!, timeline };
  }

  grants(f: { state: GrantState | null; role: RoleCode | null; search: string | null; offset: number; limit: number }) {
    return this.grantStore.page(f);
  }

  grantTimeline(id: string): Promise<TimelineRow[]> {
    return this.timelines.of('role_grant', id);
  }

  /** What a role can be given for: regions of its tier, or institutions. Nothing for roles without an area. */
  async reachOptions(
    role: RoleCode,
    search: string | null,
  ): Promise<{ id: string; name: string; under: string | null }[]> {
    const county = ['DISTRICT', 'COUNTY', 'COUNTY_CITY'];
    switch (ROLE_REACH[role]) {
      case 'ORGANISATION':
        return this.grantStore.institutions(search, 50);
      case 'PROVINCE':
        return this.grantStore.regions(['PROVINCE'], search, 50);
      case 'CITY':
        return this.grantStore.regions(['PREFECTURE_CITY'], search, 50);
      case 'COUNTY':
        return this.grantStore.regions(county, search, 300);
      case 'REGION':
        return this.grantStore.regions(['PROVINCE', 'PREFECTURE_CITY', ...county], search, 300);
      default:
        return [];
    }
  }

  private phone(a: AccountRow): string | null {
    return a.phoneSealed && maskPhone(this.crypto.open(a.phoneSealed, 'account.phone'));
  }

  private async summaries(rows: AccountRow[]): Promise<AccountSummary[]> {
    const ids = rows.map((r) => r.id);
    const subjects = new Map(rows.map((r) => [r.id, this.accounts.subjectsOf(r)]));
    const [grants, last, locked] = await Promise.all([
      this.grantStore.ofAccounts(ids),
      this.sessions.lastSignIns(ids),
      this.guards.lockedSubjects([...subjects.values()].flat(), this.clock.now()),
    ]);
    return rows.map((a) => {
      const until = subjects.get(a.id)!.flatMap((s) => locked.get(s) ?? []);
      return {
        id: a.id,
        loginName: a.loginName,
        name: a.name,
        phoneMasked: this.phone(a),
        linkedToPerson: a.personId !== null,
        hasPassword: a.passwordHash !== null,
        secondFactor: a.totpEnabledAt !== null,
        disabledAt: a.disabledAt,
        createdAt: a.createdAt,
        lastSignInAt: last.get(a.id) ?? null,
        lockedUntil: until.length ? new Date(Math.max(...until.map((d) => d.getTime()))) : null,
        grants: grants.get(a.id) ?? [],
      };
    });
  }
}
