import { type AuditResult, serverAudits } from 'graphql-http';
import { testApp, type TestApp } from '../support/app';

let kx: TestApp;
let url: string;
beforeAll(async () => {
  kx = await testApp();
  await kx.app.listen(0, '127.0.0.1');
  url = `${await kx.app.getUrl()}/graphql`;
});
afterAll(() => kx.close());

/** The audits of the GraphQL-over-HTTP working group against the server as it listens. */
test('GraphQL over HTTP: every MUST holds; what SHOULD is told', async () => {
  const audits = serverAudits({ url, fetchFn: fetch });
  const results: AuditResult[] = [];
  for (const audit of audits) results.push(await audit.fn());
  const level = (r: AuditResult) => /^(MUST|SHOULD|MAY)/.exec(r.name)?.[1] ?? '?';
  const of = (l: string) => results.filter((r) => level(r) === l);
  const lines = results
    .filter((r) => r.status !== 'ok')
    .map((r) => `  ${r.id} ${r.status}: ${r.name}${'reason' in r ? ` (${r.reason})` : ''}`);
  const ok = (l: string) => `${l} ${of(l).filter((r) => r.status === 'ok').length} of ${of(l).length}`;
  console.log([`GraphQL over HTTP: ${['MUST', 'SHOULD', 'MAY'].map(ok).join(', ')}`, ...lines].join('\n'));
  expect(of('MUST').length).toBeGreaterThanOrEqual(13);
  expect(
    of('MUST')
      .filter((r) => r.status !== 'ok')
      .map((r) => r.name),
  ).toEqual([]);
}, 60_000);
