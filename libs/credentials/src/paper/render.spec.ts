import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { CertificatePaper } from './certificate-data';
import { LONG, PAPER, tool, workFolder } from './paper.fixture';
import { RenderInterrupted } from './paper.errors';
import { CertificateRenderer } from './render';
import { fontDir } from './repo-root';

const work = workFolder();
const renderer = new CertificateRenderer();
afterAll(async () => {
  await renderer.close();
  work.remove();
});

const pdf = async (name: string, change: Partial<CertificatePaper> = {}): Promise<string> =>
  work.write(`${name}.pdf`, await renderer.render({ ...PAPER, ...change }));
/** Text in reading order without the spaces and breaks of layout. */
const text = (file: string): string => tool('pdftotext', ['-raw', file, '-']).replace(/\s+/g, '');
/** Names of the fonts that are not embedded. */
const loose = (file: string): string[] =>
  tool('pdffonts', [file])
    .split('\n')
    .slice(2)
    .filter((row) => row && !/\s(CID TrueType|CID Type 0C)\s+Identity-H\s+yes yes yes\s/.test(row));
const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (e: { code?: string }) => e.code,
  );

describe('a certificate', () => {
  let file: string;
  beforeAll(async () => {
    file = await pdf('plain');
  });

  it('prints name, number, dates, issuer and how to verify', () => {
    const words = text(file);
    for (const part of [
      '合格证书',
      '欧阳明珠',
      '210220240000017',
      '210199********0015',
      '二〇二六年十一月二十一日',
      '一九八八年三月五日出生',
      '康复医学科医师转岗培训（第一期）',
      '示范卫生健康委员会（演示）',
      '长期有效',
      'Issuedon21November2026',
      'kangxun.example.gov.cn',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('is one page of tagged PDF/A-2a, A4 landscape, in Chinese, with its title', () => {
    const info = tool('pdfinfo', [file]);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts \(A4\)/);
    expect(info).toMatch(/Title:\s+合格证书 210220240000017/);
    const raw = readFileSync(file, 'latin1');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    const structure = tool('pdfinfo', ['-struct-text', file]);
    expect(structure.match(/^\s*Figure/gm)).toHaveLength(2);
    expect(structure).toMatch(/H1/);
    expect(tool('qpdf', ['--qdf', '--object-streams=disable', file, '-'])).toContain('/Lang (zh-CN)');
  });

  it('embeds every font', () => {
    expect(loose(file)).toEqual([]);
    expect(tool('pdffonts', [file])).toContain('KangxunSerif-Bold');
  });

  it('has a QR code that a reader takes for the verify address', () => {
    tool('pdftoppm', ['-r', '110', '-png', '-singlefile', file, file.replace('.pdf', '')]);
    expect(tool('zbarimg', ['-q', '--raw', file.replace('.pdf', '.png')]).split('\n')[0]).toBe(PAPER.verifyUrl);
  });

  it('is the same file for the same data, from another process too', async () => {
    const other = new CertificateRenderer();
    try {
      expect(Buffer.from(await other.render(PAPER)).equals(readFileSync(file))).toBe(true);
    } finally {
      await other.close();
    }
  });
});

it('fits long names, titles, bases and issuers', async () => {
  const file = await pdf('long', LONG);
  const words = text(file);
  for (const value of [LONG.title, LONG.holderName, LONG.programmeTitle, LONG.baseName, LONG.issuerName]) {
    expect(words).toContain(value!.replace(/\s+/g, ''));
  }
  expect(words).toContain('二〇二九年十一月二十日');
  expect(outside(file)).toEqual([]);
});

it('fits a 60-character name, a 200-character title and 700 characters of text, or says it cannot', async () => {
  const widest = {
    holderName: '阿'.repeat(60),
    title: '证'.repeat(40),
    issuerName: '会'.repeat(40),
    bodyText: '训'.repeat(700),
  };
  const file = await pdf('widest', widest);
  expect(text(file)).toContain('训'.repeat(30));
  expect(outside(file)).toEqual([]);
  const paragraphs = Array.from({ length: 150 }, () => '段').join('\n\n');
  expect(await code(renderer.render({ ...PAPER, bodyText: paragraphs }))).toBe('CREDENTIALS_PAPER_TOO_LONG');
});

/** Words that reach beyond the inner frame (15.3 mm = 43.4 pt from the edge). */
function outside(file: string): string[] {
  const words = tool('pdftotext', ['-bbox', file, '-']).matchAll(
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
  );
  const all = [...words];
  expect(all.length).toBeGreaterThan(20);
  return all
    .filter(([, x0, y0, x1, y1]) => Number(x0) < 43 || Number(x1) > 799 || Number(y0) < 43 || Number(y1) > 552.5)
    .map((m) => m[5]!);
}

describe('rare characters', () => {
  it.each(['𠮷𬱖䶮', '㛃·𫖮㬎', '王𬭚𫟹𬬻', '買買提·艾沙'])('prints %s', async (holderName) => {
    const file = await pdf('rare', { holderName });
    expect(text(file)).toContain(holderName);
    expect(loose(file)).toEqual([]);
  });

  it('uses our fonts only, whatever the machine has', async () => {
    const file = await pdf('fonts', { holderName: '𠮷𬱖䶮', title: '𠮷证书', issuerName: '𠮷县委员会' });
    const names = tool('pdffonts', [file]).split('\n').slice(2).filter(Boolean);
    expect(names.filter((row) => !/^[A-Z]{6}\+Kangxun/.test(row))).toEqual([]);
  });

  it('refuses a character no font has, by name, instead of printing a box', async () => {
    const refusal = renderer.render({ ...PAPER, holderName: '王𪚥😀' });
    await expect(refusal).rejects.toMatchObject({
      code: 'CREDENTIALS_PAPER_GLYPH_MISSING',
      params: { characters: ['𪚥 (U+2A6A5)', '😀 (U+1F600)'] },
    });
  });
});

describe('data and templates', () => {
  it('prints markup as the text it is', async () => {
    const holderName = '#panic("x") $a$ *b* `c` [d] \\e';
    expect(text(await pdf('markup', { holderName }))).toContain(holderName.replace(/\s/g, ''));
  });

  it.each(['certificate-v0', '../secrets', '', 'certificate-v1.typ'])(
    'refuses the template %p',
    async (templateVersion) => {
      expect(await code(renderer.render({ ...PAPER, templateVersion }))).toMatch(/TEMPLATE_UNKNOWN|BAD_DATA/);
    },
  );

  it('says which font of the installation is missing', async () => {
    const wrong = new CertificateRenderer({ moreFonts: { dir: fontDir(), families: ['No Such Family'] } });
    const refusal = wrong.render(PAPER).finally(() => wrong.close());
    await expect(refusal).rejects.toMatchObject({
      code: 'CREDENTIALS_PAPER_TEMPLATE_BROKEN',
      params: { detail: expect.stringContaining('no such family') },
    });
  });
});

describe('the render process', () => {
  it('is replaced after its share of documents, in the order asked', async () => {
    const small = new CertificateRenderer({ documentsPerProcess: 2 });
    const names = ['一', '二', '三', '四', '五'];
    const files = await Promise.all(names.map((holderName) => small.render({ ...PAPER, holderName })));
    expect(small.stats).toMatchObject({ documents: 5, processes: 3 });
    expect(small.stats.cpuMs).toBeGreaterThan(0);
    const last = work.write('order.pdf', files[4]!);
    await small.close();
    expect(text(last)).toContain('五女');
  });

  it('killed in the middle of a document: that one is refused, the next is printed', async () => {
    await renderer.render(PAPER);
    const pid = renderer.pid!;
    process.kill(pid, 'SIGSTOP');
    const lost = renderer.render(PAPER);
    const next = renderer.render({ ...PAPER, holderName: '下一位' });
    const refused = expect(lost).rejects.toMatchObject({ name: 'RenderInterrupted', why: 'CRASH' });
    await pause(50);
    process.kill(pid, 'SIGKILL');
    await refused;
    expect(text(work.write('next.pdf', await next))).toContain('下一位');
    expect(renderer.pid).not.toBe(pid);
  });

  it('hung: refused after the time allowed, and gone', async () => {
    const strict = new CertificateRenderer({ timeoutMs: 1_500 });
    await strict.render(PAPER);
    const pid = strict.pid!;
    process.kill(pid, 'SIGSTOP');
    await expect(strict.render(PAPER)).rejects.toMatchObject({ why: 'TIMEOUT' });
    expect((await strict.render(PAPER)).length).toBeGreaterThan(10_000);
    await pause(50);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await strict.close();
  });

  it('ends when idle and comes back', async () => {
    const lazy = new CertificateRenderer({ idleMs: 30 });
    await lazy.render(PAPER);
    await pause(200);
    expect(lazy.pid).toBeUndefined();
    await lazy.render(PAPER);
    expect(lazy.stats.processes).toBe(2);
    await lazy.close();
  });

  it('closed: running and waiting documents are refused, and no process stays', async () => {
    const closing = new CertificateRenderer();
    await closing.render(PAPER);
    const pid = closing.pid!;
    const both = [closing.render(PAPER), closing.render(PAPER)];
    const refused = Promise.allSettled(both);
    await closing.close();
    for (const result of await refused) {
      expect(result.status).toBe('rejected');
      expect((result as PromiseRejectedResult).reason).toBeInstanceOf(RenderInterrupted);
    }
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expect(closing.render(PAPER)).rejects.toMatchObject({ why: 'CLOSED' });
  });

  it('sees nothing of our environment', async () => {
    process.env.KANGXUN_SPEC_SECRET = 'do-not-leak';
    const fresh = new CertificateRenderer();
    await fresh.render(PAPER);
    const environment = readFileSync(`/proc/${fresh.pid}/environ`, 'latin1');
    await fresh.close();
    delete process.env.KANGXUN_SPEC_SECRET;
    expect(environment).not.toContain('do-not-leak');
  });
});
