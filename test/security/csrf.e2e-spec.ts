import { testApp, type TestApp, type TestUser } from '../support/app';

let kx: TestApp;
let user: TestUser;
beforeAll(async () => {
  kx = await testApp();
  user = await kx.user({ role: 'TRAINEE' });
});
afterAll(() => kx.close());

const MUTATION = 'mutation { signOutEverywhere }';
const send = (headers: Record<string, string>, payload?: string, method: 'POST' | 'GET' = 'POST', url = '/graphql') =>
  kx.app.inject({ method, url, headers: { cookie: user.cookie, ...headers }, payload });
const refused = async (r: ReturnType<typeof send>) => {
  const answer = await r;
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
  expect(answer.payload).not.toContain('"signOutEverywhere":true');
};
const acts = () => kx.db.count("SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'identity.sign-out-everywhere'");

test('a form on another site cannot send a mutation: none of the three simple content types is read (3.5.2)', async () => {
  const body = JSON.stringify({ query: MUTATION });
  await refused(send({ 'content-type': 'text/plain' }, body));
  await refused(send({ 'content-type': 'text/plain; application/json' }, body));
  await refused(send({ 'content-type': 'application/x-www-form-urlencoded' }, `query=${encodeURIComponent(MUTATION)}`));
  const boundary = 'x';
  const part = `--${boundary}\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: MUTATION, variables: {} })}\r\n--${boundary}\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--${boundary}--\r\n`;
  await refused(send({ 'content-type': `multipart/form-data; boundary=${boundary}` }, part));
  await refused(send({}, body));
  expect(await acts()).toBe(0);
});

test('a link or an image cannot either: a mutation by GET is refused, with or without the preflight header', async () => {
  const url = `/graphql?query=${encodeURIComponent(MUTATION)}`;
  await refused(send({}, undefined, 'GET', url));
  await refused(send({ 'apollo-require-preflight': 'true' }, undefined, 'GET', url));
  await refused(send({ 'content-type': 'application/json' }, undefined, 'GET', url));
  expect(await acts()).toBe(0);
});

test('and no other site may read our answers (3.4.2)', async () => {
  for (const origin of ['https://evil.example', 'null']) {
    const r = await send({ 'content-type': 'application/json', origin }, JSON.stringify({ query: '{ __typename }' }));
    expect(r.headers['access-control-allow-origin']).toBeUndefined();
    expect(r.headers['access-control-allow-credentials']).toBeUndefined();
    const preflight = await kx.app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  }
});

test('the page itself can', async () => {
  const r = await send({ 'content-type': 'application/json' }, JSON.stringify({ query: MUTATION }));
  expect(JSON.parse(r.payload)).toEqual({ data: { signOutEverywhere: true } });
});
