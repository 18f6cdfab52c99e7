// Processor time of one certificate: Typst PDF/A-2a with tags, QR and seal, then a PAdES signature.
//   node bench/certificate.mjs          prints one JSON line per figure (docs: bars.md)
// Every document has its own holder, number and programme, so nothing is cached that 5,000 different people would not
// find cached. Time of the render process is counted in, its start too (figure "start" shows it alone).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS = 5;
const DOCUMENTS = 40;
const WARM_UP = 20;
const BAR_CPU_MS = 30;
const BAR_BYTES = 80_000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { CertificateRenderer, PadesSigner, ensureDemoIssuer } = requireTypeScript('libs/credentials/src/paper/index.ts');

const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const GIVEN = Array.from('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华建国红志');
const TOWNS = [
  '沈阳',
  '大连',
  '鞍山',
  '抚顺',
  '本溪',
  '丹东',
  '锦州',
  '营口',
  '阜新',
  '辽阳',
  '盘锦',
  '铁岭',
  '朝阳',
  '葫芦岛',
];
const SIGNED_AT = new Date('2026-11-21T02:00:00Z');

/** The n-th certificate: all that differs between people differs. */
function paper(n) {
  const pick = (list, step) => list[(n * step + Math.floor(n / list.length)) % list.length];
  const number = `21022026${String(n).padStart(6, '0')}7`;
  const town = pick(TOWNS, 3);
  return {
    number,
    title: '合格证书',
    kindLabel: '康复医学科医师转岗培训',
    holderName: pick(SURNAMES, 7) + pick(GIVEN, 11) + pick(GIVEN, 5),
    sex: n % 2 ? '女' : '男',
    birthDate: `19${70 + (n % 29)}-0${1 + (n % 9)}-1${n % 10}`,
    citizenIdMasked: `2101${String(n % 100).padStart(2, '0')}********${String(n % 10_000).padStart(4, '0')}`,
    programmeTitle: `辽宁省康复医学科医师转岗培训（${town}第${(n % 12) + 1}期）`,
    baseName: `${town}市中心医院康复医学培训基地`,
    classPeriod: { from: '2026-03-02', to: `2026-08-${10 + (n % 20)}` },
    hoursText: `${140 + (n % 40)} 学时`,
    issuerName: '示范卫生健康委员会（演示）',
    issuedOn: '2026-11-21',
    validTo: null,
    verifyUrl: `https://kangxun.example.gov.cn/verify/${number}`,
    templateVersion: 'certificate-v1',
    provinceName: '辽宁省',
  };
}

const dir = mkdtempSync(join(tmpdir(), 'bench-certificate-'));
const renderer = new CertificateRenderer();
try {
  const issuer = await ensureDemoIssuer(dir);
  const signer = new PadesSigner(issuer.keyPem, issuer.certPem, [issuer.caPem]);
  let next = 1;
  let errors = 0;
  const sizes = [];

  /** One certificate; answers the processor ms of both halves. */
  const one = async () => {
    const data = paper(next++);
    const [mine, theirs] = [cpuMs(), renderer.stats.cpuMs];
    const plain = await renderer.render(data);
    const between = cpuMs();
    const signed = await signer.sign(plain, {
      reason: '签发证书',
      location: '辽宁省',
      name: data.issuerName,
      signedAt: SIGNED_AT,
    });
    const end = cpuMs();
    return { data, signed, render: between - mine + renderer.stats.cpuMs - theirs, sign: end - between };
  };

  const start = await one();
  line('start', 'cpu ms of the first document, process start included', [start.render + start.sign], 1, {});
  for (let i = 0; i < WARM_UP; i++) await one();

  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const documents = [];
    for (let i = 0; i < DOCUMENTS; i++) {
      const made = await one();
      sizes.push(made.signed.length);
      documents.push(made);
    }
    for (const made of [documents[0], documents.at(-1)]) errors += faults(made) ? 1 : 0;
    runs.push({ render: mean(documents.map((d) => d.render)), sign: mean(documents.map((d) => d.sign)) });
  }
  const settings = {
    runs: RUNS,
    documentsPerRun: DOCUMENTS,
    checkedBy: 'pdfsig and pdftotext, first and last of each run',
  };
  const n = RUNS * DOCUMENTS;
  line(
    'render-and-sign',
    'cpu ms',
    runs.map((r) => r.render + r.sign),
    n,
    { errors, bar: BAR_CPU_MS, ...settings },
  );
  line(
    'render',
    'cpu ms',
    runs.map((r) => r.render),
    n,
    settings,
  );
  line(
    'sign',
    'cpu ms',
    runs.map((r) => r.sign),
    n,
    settings,
  );
  line('size', 'bytes', sizes, n, { bar: BAR_BYTES, ...settings });
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${renderer.pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;
  line('render-process-memory', 'MB', [rss], next - 1, {});
  if (errors > 0) process.exitCode = 1;
} finally {
  await renderer.close();
  rmSync(dir, { recursive: true, force: true });
}

/** What two independent programs say of the file; empty when all is right. */
function faults({ data, signed }) {
  const file = join(dir, 'check.pdf');
  writeFileSync(file, signed);
  const signature = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  const wrong = [];
  if (!signature.includes('Signature is Valid') || !signature.includes('Total document signed'))
    wrong.push('signature');
  if (!text.includes(data.holderName) || !text.includes(data.number)) wrong.push('text');
  if (signed.length > BAR_BYTES) wrong.push('size');
  return wrong.join(', ');
}

function line(figure, unit, values, n, { errors = 0, bar, ...settings }) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p) => round(sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]);
  const value = at(0.5);
  const cpu = unit.startsWith('cpu ms') ? { cpuMsPerOp: value } : {};
  const against = bar === undefined ? {} : { floor: bar, ratio: round(value / bar) };
  const spread = { min: round(sorted[0]), max: round(sorted.at(-1)) };
  console.log(
    JSON.stringify({
      bench: 'certificate',
      figure,
      value,
      unit,
      ...against,
      n,
      p50: value,
      p95: at(0.95),
      p99: at(0.99),
      ...cpu,
      errors,
      settings: { ...settings, ...spread },
    }),
  );
}

function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function mean(values) {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function round(n) {
  return Math.round(n * 100) / 100;
}

/** Loads a module of the source tree through SWC, so the bench measures what is checked out and not an old build. */
function requireTypeScript(file) {
  const require = createRequire(import.meta.url);
  const Module = require('node:module');
  const { $schema: _, ...options } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
  Module._extensions['.ts'] = (module, filename) =>
    module._compile(
      require('@swc/core').transformFileSync(filename, { ...options, swcrc: false, sourceMaps: false }).code,
      filename,
    );
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (request, ...rest) {
    const lib = /^@app\/([^/]+)$/.exec(request);
    return resolve.call(this, lib ? join(root, 'libs', lib[1], 'src/index.ts') : request, ...rest);
  };
  return require(join(root, file));
}
