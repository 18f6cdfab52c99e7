import { Injectable } from '@nestjs/common';
import { canonicalJson, newId, sha256Hex } from '@app/kernel';
import { type Actor, Crypto, Db, type Seeder, Seeds, systemActor, type Tx, UnitOfWork } from '@app/platform';
import { openKey, rolesMayMeet } from '../domain/role-rules';
import { Accounts } from '../use/accounts';
import { hashPassword } from '../use/password-hash';
import { ANSHAN, DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount, WALKERS } from './demo-accounts';

/** The accounts of the demonstration. They are made in the demo profile only; production starts without any account. */
@Injectable()
@Seeds(30, 'demo', 'identity.demo-accounts')
export class DemoAccountsSeeder implements Seeder {
  constructor(
    private readonly db: Db,
    private readonly uow: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly crypto: Crypto,
  ) {}

  contentHash(): string {
    return sha256Hex(canonicalJson({ DEMO_ACCOUNTS, DEMO_PASSWORD, WALKERS }));
  }

  async run(): Promise<string> {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const actor = systemActor('demo accounts', 'seed-demo-accounts');
    let made = 0;
    for (const a of DEMO_ACCOUNTS)
      made += await this.uow.run({ actor, action: 'identity.seed-demo-account' }, async (tx) => {
        const known = await tx.one<{ id: string }>('SELECT id FROM account WHERE login_name = ?', [a.login]);
        const id = known?.id ?? (await this.account(tx, a, passwordHash));
        await this.grants(tx, id, a);
        await tx.audit({ object: { type: 'account', id } });
        return known ? 0 : 1;
      });
    made += await this.walkers(passwordHash, actor);
    return `${DEMO_ACCOUNTS.length} demo accounts and ${WALKERS} more clinicians, ${made} new`;
  }

  /** Clinicians of one hospital who may enter transfer-post training: each can walk the road once. */
  private async walkers(passwordHash: string, actor: Actor): Promise<number> {
    const people = await this.db.query<{ id: string; name: string; phoneSealed: string | null }>(
      `SELECT p.id, p.name, p.phone_sealed FROM person p
       JOIN practice_site s ON s.person_id = p.id AND s.role = 'MAIN' AND s.end_on IS NULL
       JOIN institution i ON i.id = s.institution_id AND i.name = ?
       JOIN licence l ON l.person_id = p.id AND l.end_on IS NULL AND l.category IN ('CLINICAL', 'TCM') AND l.level = 1
       WHERE p.died_on IS NULL AND p.merged_into_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM licence_scope x WHERE x.person_id = p.id AND x.scope = 'REHABILITATION')
         AND NOT EXISTS (SELECT 1 FROM licence_suspension x WHERE x.person_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM residency_record x WHERE x.person_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM training_certificate x WHERE x.person_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id AND a.login_name NOT LIKE 'as-%')
       GROUP BY p.id ORDER BY p.id LIMIT ${WALKERS}`,
      [ANSHAN],
    );
    let made = 0;
    for (const [i, person] of people.entries()) {
      const login = `as-${String(i + 1).padStart(2, '0')}`;
      made += await this.uow.run({ actor, action: 'identity.seed-demo-account' }, async (tx) => {
        const known = await tx.one<{ id: string }>('SELECT id FROM account WHERE login_name = ?', [login]);
        const phone = person.phoneSealed ? this.crypto.open(person.phoneSealed, 'person.phone') : null;
        const account = {
          loginName: login,
          name: person.name,
          phone,
          personId: person.id,
          origin: 'DEMO',
          passwordHash,
        } as const;
        const id = known?.id ?? (await this.accounts.insert(tx, account)).id;
        await this.grants(tx, id, { login, name: person.name, grants: [{ role: 'TRAINEE' }] });
        await tx.audit({ object: { type: 'account', id } });
        return known ? 0 : 1;
      });
    }
    return made;
  }

  private async account(tx: Tx, a: DemoAccount, passwordHash: string): Promise<string> {
    const person = a.person
      ? await this.db.one<{ id: string; phoneSealed: string | null }>(
          'SELECT id, phone_sealed FROM person WHERE name = ? AND merged_into_id IS NULL ORDER BY id LIMIT 1',
          [a.person],
        )
      : undefined;
    if (a.person && !person)
      throw new Error(`The demo person ${a.person} is missing: the registry's demo data come first`);
    const phone = person?.phoneSealed ? this.crypto.open(person.phoneSealed, 'person.phone') : null;
    return (
      await this.accounts.insert(tx, {
        loginName: a.login,
        name: a.name,
        phone,
        personId: person?.id ?? null,
        origin: 'DEMO',
        passwordHash,
      })
    ).id;
  }

  private async grants(tx: Tx, accountId: string, a: DemoAccount): Promise<void> {
    if (!rolesMayMeet(a.grants.map((g) => g.role))) throw new Error(`The roles of ${a.login} may not meet`);
    for (const g of a.grants) {
      const institution = g.institution
        ? await tx.one<{ id: string }>('SELECT id FROM institution WHERE name = ?', [g.institution])
        : undefined;
      if (g.institution && !institution) throw new Error(`The demo institution ${g.institution} is missing`);
      const reach = { regionCode: g.regionCode ?? null, organisationId: institution?.id ?? null };
      await tx.insert(
        'role_grant',
        {
          id: newId(),
          accountId,
          role: g.role,
          ...reach,
          state: 'ACTIVE',
          startsOn: '2026-01-01',
          openKey: openKey(g.role, reach),
          reason: '演示账号',
          decidedAt: tx.now,
          createdAt: tx.now,
        },
        'ignore',
      );
    }
  }
}
