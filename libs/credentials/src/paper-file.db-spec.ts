import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@app/kernel';
import { type Config, CONFIG, execute, Files } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../../../test/support/app';
import { awards } from '../../../test/support/awards';
import { decided, provinceOfficer, sign } from '../../../test/support/issuing';
import { CertificateStore } from './data/certificate.store';
import { FileStore } from './data/file.store';
import { CredentialsSweeper } from './jobs/work';
import { tool, workFolder } from './paper/paper.fixture';
import { CertificateVerifier } from './use/certificate-verifier';
import { type IssuePoint, IssuePoints } from './use/issue-points';
import { PaperPrinter } from './use/paper-printer';
import { RenderCertificate } from './use/render-certificate';

let kx: TestApp;
let officer: TestUser;
const folder = workFolder();
beforeAll(async () => {
  kx = await testApp({ at: '2026-03-02T01:00:00Z', seed: 'starter' });
  officer = await provinceOfficer(kx);
}, 60_000);
afterAll(async () => {
  folder.remove();
  await kx.close();
});
afterEach(() => jest.restoreAllMocks());

const file = (certificateId: string) => kx.get(FileStore).pdfOf(certificateId);
const rendered = (id: string) =>
  kx.db.count("SELECT COUNT(*) AS n FROM outbox WHERE name = 'credentials.certificate-rendered' AND payload LIKE ?", [
    `%${id}%`,
  ]);

/** One certificate issued, its file still to be made. */
async function issued(name: string): Promise<{ id: string; personId: string }> {
  const a = await awards(kx, 1, { names: [name] });
  const p = a.people[0]!;
  await decided(kx, [p.enrolmentId]);
  await sign(officer, [p.enrolmentId]);
  jest.spyOn(kx.get(RenderCertificate), 'run').mockResolvedValue();
  await kx.drain();
  jest.restoreAllMocks();
  const row = await kx.db.one<{ id: string }>('SELECT id FROM certificate WHERE enrolment_id = ?', [p.enrolmentId]);
  return { id: row!.id, personId: p.personId };
}
const render = (id: string) => kx.get(RenderCertificate).run(kx.system, id);
const bytesOf = async (id: string) => kx.get(Files).bytes((await file(id))!.hash!);

it('the PDF carries name, number and seal, its signature verifies, and its QR code leads to the check', async () => {
  const { id, personId } = await issued('林晓雨');
  await render(id);
  expect(await file(id)).toMatchObject({ state: 'READY', renders: 1, signer: '示范卫生健康委员会证书专用章（演示）' });
  expect(await rendered(id)).toBe(1);
  const pdf = folder.write('certificate.pdf', await bytesOf(id));
  expect(tool('pdfsig', [pdf])).toContain('Signature is Valid');
  const text = tool('pdftotext', ['-layout', pdf, '-']);
  const c = (await kx.get(CertificateStore).by('id', id))!;
  for (const part of [
    '林晓雨',
    c.number,
    '辽宁省卫生健康委员会（演示）',
    '不改变注册的执业范围',
    '演示样张',
    '二〇二六年三月二日',
  ]) {
    expect(text.replace(/\s/g, '')).toContain(part.replace(/\s/g, ''));
  }
  const personRow = await kx.db.one<{ citizenIdSealed: string }>('SELECT citizen_id_sealed FROM person WHERE id = ?', [
    personId,
  ]);
  expect(text).not.toContain(kx.crypto.open(personRow!.citizenIdSealed, 'person.citizen_id'));
  tool('pdftoppm', ['-r', '150', '-png', '-singlefile', pdf, join(folder.dir, 'page')]);
  expect(tool('zbarimg', ['-q', '--raw', join(folder.dir, 'page.png')]).split('\n')[0]).toBe(
    `${kx.get<Config>(CONFIG).publicUrl}/v/${c.verifyCode}`,
  );
  const learner = await kx.user({ role: 'TRAINEE', personId });
  const link = await learner.gql<{ certificatePdfLink: string }>(
    'query ($id: String!) { certificatePdfLink(id: $id) }',
    { id },
  );
  const download = await kx.app.inject({ url: link.data!.certificatePdfLink, headers: { cookie: learner.cookie } });
  expect(download.statusCode).toBe(200);
  expect(download.headers['content-disposition']).toContain(encodeURIComponent(c.number));
  expect(download.rawPayload.equals(await bytesOf(id))).toBe(true);
  expect((await kx.app.inject({ url: link.data!.certificatePdfLink })).statusCode).toBe(404);
});

it('rendered four times at once: one file row, one event, and the file is the one recorded', async () => {
  const { id } = await issued('何静');
  await Promise.all([render(id), render(id), render(id), render(id)]);
  expect(await kx.db.count('SELECT COUNT(*) AS n FROM certificate_file WHERE certificate_id = ?', [id])).toBe(1);
  expect(await file(id)).toMatchObject({ state: 'READY', renders: 1 });
  expect(await rendered(id)).toBe(1);
  await render(id);
  expect(await file(id)).toMatchObject({ renders: 1 });
});

it.each<IssuePoint>(['paper-rendered', 'paper-signed', 'file-stored', 'file-recorded'])(
  'dying at %s and run again leaves one signed file; the certificate was in force all along',
  async (point) => {
    const { id } = await issued('死亡点');
    const spy = jest.spyOn(kx.get(IssuePoints), 'reached').mockImplementation(async (at) => {
      if (at === point) throw new Error('died');
    });
    await expect(render(id)).rejects.toThrow('died');
    spy.mockRestore();
    expect((await kx.get(CertificateStore).by('id', id))!.state).toBe('ISSUED');
    await render(id);
    expect(await file(id)).toMatchObject({ state: 'READY', renders: 1 });
    expect(tool('pdfsig', [folder.write(`${point}.pdf`, await bytesOf(id))])).toContain('Signature is Valid');
  },
);

it('R13: a lost file is made again with the same content; asking for it orders it', async () => {
  const { id, personId } = await issued('周明远');
  await render(id);
  const before = (await file(id))!;
  const textBefore = tool('pdftotext', ['-layout', folder.write('before.pdf', await bytesOf(id)), '-']);
  rmSync(join(kx.get<Config>(CONFIG).dataDir, 'files'), { recursive: true });
  expect((await kx.get(CertificateVerifier).verify()).faults).toContainEqual({
    subject: before.hash,
    fault: 'FILE_MISSING',
  });

  const learner = await kx.user({ role: 'TRAINEE', personId });
  const LINK = 'query ($id: String!) { certificatePdfLink(id: $id) }';
  const asked = await learner.gql(LINK, { id });
  expect(asked.errors![0]!.extensions.code).toBe('CREDENTIALS_PDF_NOT_READY');
  expect((await learner.gql(LINK, { id })).errors).toHaveLength(1);
  await kx.drain();
  const after = (await file(id))!;
  expect(after).toMatchObject({ state: 'READY', renders: 2, dataHash: before.dataHash });
  expect(tool('pdftotext', ['-layout', folder.write('after.pdf', await bytesOf(id)), '-'])).toBe(textBefore);
  expect((await learner.gql(LINK, { id })).errors).toBeUndefined();
});

it('a certificate that cannot be printed stays in force, says why to the officer, and is tried later and later', async () => {
  const { id } = await issued('生僻字');
  const printer = jest
    .spyOn(kx.get(PaperPrinter), 'render')
    .mockRejectedValue(new DomainError('CREDENTIALS_PAPER_GLYPH_MISSING', { characters: ['𪚥 (U+2A6A5)'] }));
  await expect(render(id)).rejects.toThrow('CREDENTIALS_PAPER_GLYPH_MISSING');
  expect(await file(id)).toMatchObject({ state: 'FAILED', attempts: 1 });
  const DETAIL = `query ($id: String!) { certificate(id: $id) { state pdf { state error } } }`;
  const seen = await officer.gql<{ certificate: { state: string; pdf: { state: string; error: string } } }>(DETAIL, {
    id,
  });
  expect(seen.data!.certificate).toMatchObject({ state: 'ISSUED', pdf: { state: 'FAILED' } });
  expect(seen.data!.certificate.pdf.error).toContain('U+2A6A5');

  const sweep = async () => {
    await kx.get(CredentialsSweeper).tick();
    return kx.db.count(
      "SELECT COUNT(*) AS n FROM outbox WHERE name = 'credentials.render-certificate' AND payload LIKE ? AND handed_at IS NULL",
      [`%${id}%`],
    );
  };
  expect(await sweep()).toBe(0);
  kx.clock.advance(61_000);
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(1);
  printer.mockRestore();
  await kx.drain();
  expect(await file(id)).toMatchObject({ state: 'READY', error: null });
});

it('a file whose job was lost is ordered by the sweeper after a minute, once', async () => {
  const { id } = await issued('丢失任务');
  await execute(kx.db.dataSource, "DELETE FROM outbox WHERE name = 'credentials.render-certificate'");
  const sweeper = kx.get(CredentialsSweeper);
  await sweeper.tick();
  expect(await kx.drain()).toBe(0);
  kx.clock.advance(61_000);
  await Promise.all([sweeper.tick(), sweeper.tick()]);
  expect(await kx.db.count("SELECT COUNT(*) AS n FROM outbox WHERE name = 'credentials.render-certificate'")).toBe(1);
  await kx.drain();
  expect(await file(id)).toMatchObject({ state: 'READY' });
});
