// A person at the API: signs in, asks, acts. Plain fetch with a cookie.
import crypto from 'node:crypto';

export const PASSWORD = 'Kx-demo-2026';

export class Refused extends Error {
  constructor(operation, error) {
    const reasons = (error.extensions?.reasons ?? []).map((r) => `\n    - ${r.message}`).join('');
    super(`${operation}: ${error.message}${reasons}`);
    this.code = error.extensions?.code;
  }
}

export class Person {
  constructor(base, login) {
    this.base = base;
    this.login = login;
    this.cookie = '';
  }

  static async signedIn(base, login) {
    const person = new Person(base, login);
    await person.act('mutation($i: SignInInput!) { signIn(input: $i) { next } }', {
      i: { name: login, password: PASSWORD },
    });
    return person;
  }

  /** Continues in another role of the same person. */
  async inRole(role) {
    const { viewer } = await this.ask('{ viewer { roles { grantId role } active { role } } }');
    if (viewer.active.role !== role) {
      const grant = viewer.roles.find((r) => r.role === role);
      if (!grant) throw new Error(`${this.login} has no role ${role}`);
      await this.act('mutation($g: String!) { switchRole(grantId: $g) }', { g: grant.grantId });
    }
    return this;
  }

  ask(query, variables = {}) {
    return this.send(query, variables, {});
  }

  act(query, variables = {}, key = crypto.randomUUID()) {
    return this.send(query, variables, { 'idempotency-key': key });
  }

  /** Uploads a file. @returns its id */
  async upload(name, bytes, type) {
    const form = new FormData();
    form.append('file', new Blob([bytes], { type }), name);
    const response = await fetch(`${this.base}/upload`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'x-kx-upload': '1' },
      body: form,
    });
    const answer = await response.json();
    if (!response.ok) throw new Refused('upload', { message: answer.error.message, extensions: answer.error });
    return answer.id;
  }

  async send(query, variables, headers) {
    const response = await fetch(`${this.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie, ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(20_000),
    });
    for (const c of response.headers.getSetCookie()) if (c.includes('kx_session')) this.cookie = c.split(';')[0];
    const { data, errors } = await response.json();
    if (errors?.length)
      throw new Refused(
        /(\w+)\s*[({]/.exec(query.replace(/^(query|mutation)[^{]*\{/, ''))?.[1] ?? 'request',
        errors[0],
      );
    return data;
  }
}

/** Asks until `enough` says so. @throws Error naming what did not come */
export async function until(what, seconds, ask, enough) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (performance.now() > end)
      throw new Error(`${what} did not come within ${seconds} s; last seen: ${JSON.stringify(answer).slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const today = (days = 0) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
