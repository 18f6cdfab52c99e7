import { generateSync } from 'otplib';
import { newId } from '@app/kernel';
import type { RoleCode } from '@app/platform';
import { hashPassword } from '../../libs/identity/src/use/password-hash';
import type { GqlAnswer, TestApp } from './app';

export const PASSWORD = 'Tq7#mLw2xR';

/** A browser: keeps cookies like one, sends them with each call, comes from an address. */
export class Browser {
  readonly cookies = new Map<string, string>();
  constructor(
    readonly kx: TestApp,
    public ip = '10.0.0.1',
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
  }

  async gql<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<GqlAnswer<T>> {
    const r = await this.kx.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: this.ip,
      headers: { 'content-type': 'application/json', ...(this.cookies.size ? { cookie: this.cookie } : {}) },
      payload: JSON.stringify({ query, variables }),
    });
    for (const c of r.cookies) {
      if (c.value === '') this.cookies.delete(c.name);
      else this.cookies.set(c.name, c.value);
    }
    return { status: r.statusCode, headers: r.headers, ...(JSON.parse(r.payload) as object) } as GqlAnswer<T>;
  }

  signIn(name: string, password = PASSWORD): Promise<GqlAnswer<{ signIn: { next: string } }>> {
    return this.gql('mutation($i: SignInInput!) { signIn(input: $i) { next } }', { i: { name, password } });
  }

  code(code: string): Promise<GqlAnswer<{ signInWithCode: { next: string } }>> {
    return this.gql('mutation($c: String!) { signInWithCode(code: $c) { next } }', { c: code });
  }

  async viewer(): Promise<{ name: string; active: { role: RoleCode } } | null> {
    const r = await this.gql<{ viewer: { name: string; active: { role: RoleCode } } | null }>(
      '{ viewer { name active { role } } }',
    );
    return r.data!.viewer;
  }
}

let hashed: Promise<string> | undefined;

export interface MadeAccount {
  id: string;
  login: string;
  phone: string | null;
  grantIds: string[];
}

/** An account with a password, as the product stores it. */
export async function account(
  kx: TestApp,
  f: { login: string; roles?: RoleCode[]; phone?: string; mustChangePassword?: boolean; passwordChangedAt?: Date },
): Promise<MadeAccount> {
  const id = newId();
  const passwordHash = await (hashed ??= hashPassword(PASSWORD));
  const grantIds: string[] = [];
  await kx.uow.run({ actor: kx.system, action: 'test.account' }, async (tx) => {
    grantIds.length = 0;
    await tx.insert('account', {
      id,
      loginName: f.login,
      name: `name of ${f.login}`,
      phoneSealed: f.phone ? kx.crypto.seal(f.phone, 'account.phone') : null,
      phoneIndex: f.phone ? kx.crypto.blindIndex(f.phone, 'account.phone') : null,
      passwordHash,
      passwordChangedAt: f.passwordChangedAt ?? tx.now,
      mustChangePassword: f.mustChangePassword ? 1 : 0,
      origin: 'NORMAL',
      createdAt: tx.now,
    });
    await tx.insert('password_history', { id: newId(), accountId: id, passwordHash, createdAt: tx.now });
    for (const role of f.roles ?? ['TRAINEE']) {
      const grantId = newId();
      grantIds.push(grantId);
      await tx.insert('role_grant', {
        id: grantId,
        accountId: id,
        role,
        state: 'ACTIVE',
        startsOn: '2000-01-01',
        createdAt: tx.now,
      });
    }
    await tx.audit({ object: { type: 'account', id } });
  });
  return { id, login: f.login, phone: f.phone ?? null, grantIds };
}

/** The code an authenticator would show at the test clock's time. */
export const codeAt = (kx: TestApp, secret: string): string =>
  generateSync({ secret, epoch: Math.floor(kx.clock.now().getTime() / 1000) });

/** Sets up a second factor the way a person does, in a browser that has just signed in with the password. */
export async function setUpFactor(b: Browser): Promise<string> {
  const begun = await b.gql<{ beginSecondFactor: { secret: string } }>('mutation { beginSecondFactor { secret } }');
  const { secret } = begun.data!.beginSecondFactor;
  await b.gql('mutation($c: String!) { confirmSecondFactor(code: $c) { next } }', { c: codeAt(b.kx, secret) });
  // The code just used is worth nothing any more; the next one comes in 30 seconds.
  b.kx.clock.advance(30_000);
  return secret;
}
