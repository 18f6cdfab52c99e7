import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, type FieldFault, newId } from '@app/kernel';
import { type Actor, CLOCK, isDuplicateKey, notFound, type RoleCode, type Tx, UnitOfWork } from '@app/platform';
import { AccountStore } from '../data/account.store';
import { GrantStore, type LockedGrant } from '../data/grant.store';
import { openKey, PLATFORM_ADMINS, reachFits, rolesMayMeet } from '../domain/role-rules';
import { fail } from '../identity.errors';
import { GrantDecided, GrantEnded, GrantProposed } from '../identity.events';

export interface NewGrant {
  accountId: string;
  role: RoleCode;
  regionCode?: string | null;
  organisationId?: string | null;
  startsOn: string;
  /** first day it is over; null = open */
  endsOn?: string | null;
  reason: string;
}

/** Roles come from two people: the system administrator proposes, the security administrator decides (security.md §1.6). */
@Injectable()
export class Grants {
  constructor(
    private readonly accounts: AccountStore,
    private readonly grants: GrantStore,
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws IDENTITY_OWN_GRANT, IDENTITY_GRANT_REACH, IDENTITY_GRANT_DAYS, IDENTITY_SEPARATION, IDENTITY_GRANT_OPEN */
  async propose(actor: Actor, f: NewGrant): Promise<{ id: string }> {
    if (f.accountId === actor.accountId) throw fail('IDENTITY_OWN_GRANT');
    const reach = { regionCode: f.regionCode ?? null, organisationId: f.organisationId ?? null };
    const today = dayOf(this.clock.now());
    const faults: FieldFault[] = [];
    if (!reachFits(f.role, reach)) faults.push({ path: 'scope', code: 'IDENTITY_GRANT_REACH' });
    if (f.endsOn && (f.endsOn <= f.startsOn || f.endsOn <= today))
      faults.push({ path: 'endsOn', code: 'IDENTITY_GRANT_DAYS' });
    if (faults.length) throw fail(faults[0]!.code as 'IDENTITY_GRANT_DAYS', {}, { fields: faults });
    try {
      return await this.uow.run({ actor, action: 'identity.propose-grant', input: f }, async (tx) => {
        if (!(await this.accounts.lock(tx, f.accountId))) throw notFound();
        await this.assertReachExists(tx, reach);
        await this.grants.closePast(tx, f.accountId, today);
        await this.assertSeparate(tx, f.accountId, f.role, today);
        const id = newId();
        await tx.insert('role_grant', {
          id,
          accountId: f.accountId,
          role: f.role,
          ...reach,
          state: 'PROPOSED',
          startsOn: f.startsOn,
          endsOn: f.endsOn ?? null,
          proposedBy: actor.accountId,
          openKey: openKey(f.role, reach),
          reason: f.reason,
          createdAt: tx.now,
        });
        await this.trail(tx, id, 'PROPOSED', null, 'PROPOSED', f.reason, {
          accountId: f.accountId,
          role: f.role,
          ...reach,
        });
        await tx.emit(GrantProposed, { grantId: id });
        return { id };
      });
    } catch (e) {
      if (isDuplicateKey(e)) throw fail('IDENTITY_GRANT_OPEN');
      throw e;
    }
  }

  /** Takes effect on the account's next request. @throws IDENTITY_OWN_GRANT, IDENTITY_SEPARATION, IDENTITY_GRANT_DECIDED */
  async decide(actor: Actor, id: string, approve: boolean, opinion: string): Promise<void> {
    const to = approve ? 'ACTIVE' : 'REFUSED';
    await this.uow.run(
      { actor, action: approve ? 'identity.approve-grant' : 'identity.refuse-grant', input: { id, opinion } },
      async (tx) => {
        const g = await this.locked(tx, id);
        if (g.proposedBy === actor.accountId || g.accountId === actor.accountId) throw fail('IDENTITY_OWN_GRANT');
        if (g.state !== 'PROPOSED') throw fail('IDENTITY_GRANT_DECIDED');
        const today = dayOf(tx.now);
        if (approve) {
          if (g.endsOn && g.endsOn <= today) throw fail('IDENTITY_GRANT_DAYS');
          // Two proposals can pass alone and clash together: looked at again under the account's lock.
          await this.assertSeparate(tx, g.accountId, g.role, today);
        }
        await tx.update(
          'role_grant',
          { id, state: 'PROPOSED' },
          { state: to, decidedBy: actor.accountId, decidedAt: tx.now, ...(approve ? {} : { openKey: null }) },
        );
        await this.trail(tx, id, approve ? 'APPROVED' : 'REFUSED', 'PROPOSED', to, opinion, {
          accountId: g.accountId,
          role: g.role,
        });
        await tx.emit(GrantDecided, { grantId: id });
      },
    );
  }

  /** Ends a grant in force (or withdraws one not begun). @throws IDENTITY_OWN_GRANT, IDENTITY_LAST_ADMIN, IDENTITY_GRANT_DECIDED */
  async end(actor: Actor, id: string, reason: string): Promise<void> {
    await this.uow.run({ actor, action: 'identity.end-grant', input: { id, reason } }, async (tx) => {
      const g = await this.locked(tx, id);
      if (g.accountId === actor.accountId) throw fail('IDENTITY_OWN_GRANT');
      if (g.state !== 'ACTIVE') throw fail('IDENTITY_GRANT_DECIDED');
      const today = dayOf(tx.now);
      if (PLATFORM_ADMINS.includes(g.role) && !(await this.accounts.othersInRole(tx, g.role, g.accountId, today)))
        throw fail('IDENTITY_LAST_ADMIN');
      await tx.update('role_grant', { id, state: 'ACTIVE' }, { state: 'ENDED', openKey: null, endedAt: tx.now });
      await this.trail(tx, id, 'ENDED', 'ACTIVE', 'ENDED', reason, { accountId: g.accountId, role: g.role });
      await tx.emit(GrantEnded, { grantId: id });
    });
  }

  /** Account first, then grant: the same order everywhere, so that two decisions wait instead of deadlocking. */
  private async locked(tx: Tx, id: string): Promise<LockedGrant> {
    const owner = await tx.one<{ accountId: string }>('SELECT account_id FROM role_grant WHERE id = ?', [id]);
    if (!owner) throw notFound();
    await this.accounts.lock(tx, owner.accountId);
    return (await this.grants.lock(tx, id))!;
  }

  private async assertSeparate(tx: Tx, accountId: string, role: RoleCode, today: string): Promise<void> {
    const open = await this.grants.openRoles(tx, accountId, today);
    if (!rolesMayMeet([...open.map((g) => g.role), role])) throw fail('IDENTITY_SEPARATION');
  }

  private async assertReachExists(
    tx: Tx,
    reach: { regionCode: string | null; organisationId: string | null },
  ): Promise<void> {
    const there =
      (!reach.regionCode || (await this.grants.regionExists(tx, reach.regionCode))) &&
      (!reach.organisationId || (await this.grants.institutionExists(tx, reach.organisationId)));
    if (!there) throw fail('IDENTITY_GRANT_REACH', {}, { fields: [{ path: 'scope', code: 'IDENTITY_GRANT_REACH' }] });
  }

  private async trail(
    tx: Tx,
    id: string,
    event: string,
    from: string | null,
    to: string,
    opinion: string,
    details: object,
  ): Promise<void> {
    await tx.timeline({ subjectType: 'role_grant', subjectId: id, event, from, to, opinion, details });
    await tx.audit({ object: { type: 'role_grant', id }, reason: opinion, details });
  }
}
