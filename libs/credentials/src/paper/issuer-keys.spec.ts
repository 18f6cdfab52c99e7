import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainError } from '@app/kernel';
import { newCertificate, newKeyPair, privateKeyPem, type KeyPair } from './certificates';
import { ensureDemoIssuer, loadIssuer } from './issuer-keys';
import { tool, workFolder } from './paper.fixture';

const NOW = new Date('2026-11-21T00:00:00Z');
const work = workFolder();
afterAll(() => work.remove());

describe('ensureDemoIssuer', () => {
  const dir = join(work.dir, 'keys');

  it('makes one issuer, however many start at once', async () => {
    const all = await Promise.all([ensureDemoIssuer(dir, NOW), ensureDemoIssuer(dir, NOW)]);
    expect(all[0]).toEqual(all[1]);
    expect(await ensureDemoIssuer(dir, new Date('2027-01-01'))).toEqual(all[0]);
    expect(readdirSync(dir)).toEqual(['demo-issuer']);
  }, 30_000);

  it('keeps the files to the account that made them', () => {
    const folder = join(dir, 'demo-issuer');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).map((f) => [f, statSync(join(folder, f)).mode & 0o777])).toEqual(
      ['ca.pem', 'cert.pem', 'key.pem'].map((f) => [f, 0o600]),
    );
  });

  it('certifies signing documents only, for five years, under a demo authority', async () => {
    const { certPem, keyPem, caPem } = await ensureDemoIssuer(dir, NOW);
    const certificate = new X509Certificate(certPem);
    expect(certificate.subject).toContain('O=示范卫生健康委员会（演示）');
    expect(certificate.validTo).toBe('Nov 21 00:00:00 2031 GMT');
    expect(certificate.ca).toBe(false);
    expect(keyPem).toContain('BEGIN PRIVATE KEY');
    const print = tool('openssl', ['x509', '-noout', '-text', '-in', join(dir, 'demo-issuer', 'cert.pem')]);
    expect(print).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\n/);
    expect(print).toContain('Public-Key: (3072 bit)');
    expect(certificate.verify(new X509Certificate(caPem).publicKey)).toBe(true);
    const verify = ['verify', '-x509_strict', '-attime', String(NOW.getTime() / 1000), '-CAfile'];
    expect(
      tool('openssl', [...verify, join(dir, 'demo-issuer', 'ca.pem'), join(dir, 'demo-issuer', 'cert.pem')]),
    ).toContain(': OK');
  });
});

describe('loadIssuer', () => {
  let key: KeyPair;
  let keyPem: string;
  let root: string;
  let leaf: string;
  const common = {
    organisation: '某省卫生健康委员会',
    validFrom: new Date('2026-01-01'),
    validTo: new Date('2028-01-01'),
  };

  beforeAll(async () => {
    const rootKey = await newKeyPair();
    key = await newKeyPair();
    keyPem = await privateKeyPem(key);
    root = await newCertificate({ ...common, commonName: '根', subjectKey: rootKey });
    leaf = await newCertificate({
      ...common,
      commonName: '签章',
      subjectKey: key,
      issuer: { certPem: root, key: rootKey },
    });
  }, 30_000);

  const put = (name: string, content: string, mode = 0o600): string => {
    const file = join(work.dir, name);
    writeFileSync(file, content);
    chmodSync(file, mode);
    return file;
  };
  const faults = (keyFile: string, certFile: string, now = NOW): Promise<string> =>
    loadIssuer(keyFile, certFile, now).then(
      () => 'none',
      (error: DomainError) => {
        expect(error.code).toBe('CREDENTIALS_ISSUER_UNUSABLE');
        return (error.params.faults as string[]).join(' | ');
      },
    );

  it('takes a matching pair with its chain', async () => {
    const cert = put('cert.pem', `Some text\n${leaf}${root}`, 0o644);
    const issuer = await loadIssuer(put('key.pem', keyPem), cert, NOW);
    expect(issuer.keyPem).toBe(keyPem);
    expect(issuer.certPem).toBe(leaf.trimEnd());
    expect(issuer.chain).toEqual([root.trimEnd()]);
    expect(await faults(put('group.pem', keyPem, 0o640), cert)).toBe('none');
  });

  it('names each fault', async () => {
    const cert = put('cert.pem', leaf);
    const good = put('key.pem', keyPem);
    expect(await faults(put('open.pem', keyPem, 0o644), cert)).toMatch(/every account of the machine \(mode 644\)/);
    expect(await faults(good, cert, new Date('2028-01-02'))).toMatch(
      /^the certificate expired on Jan {2}1 00:00:00 2028 GMT$/,
    );
    expect(await faults(good, cert, new Date('2025-12-31'))).toMatch(/^the certificate is not valid before/);
    expect(await faults(good, put('root.pem', root))).toMatch(/does not belong .* is an authority.* allows neither/);
    expect(await faults(good, put('empty.pem', ''))).toMatch(/^no certificate in .*empty\.pem$/);
    expect(await faults(good, join(work.dir, 'none.pem'))).toMatch(/^cannot read the certificate file .*ENOENT$/);
    expect(await faults(put('junk.pem', 'junk'), cert)).toMatch(/^no readable private key/);
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs1',
      format: 'pem',
    });
    expect(await faults(put('other.pem', other.toString()), cert)).toBe('the key does not belong to the certificate');
  });

  it('refuses weak, encrypted and non-RSA keys', async () => {
    const cert = put('cert.pem', leaf);
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    expect(await faults(put('weak.pem', weak.export({ type: 'pkcs8', format: 'pem' }).toString()), cert)).toMatch(
      /1024 bits; at least 2048/,
    );
    const locked = weak.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
    expect(await faults(put('locked.pem', locked), cert)).toMatch(/encrypted with a passphrase/);
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
    expect(await faults(put('curve.pem', curve.toString()), cert)).toMatch(/the key is ec; PDF signatures need RSA/);
  });

  it('says all at once', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
    const all = await faults(put('bad.pem', weak.toString(), 0o666), put('cert.pem', leaf), new Date('2030-01-01'));
    expect(all.split(' | ')).toHaveLength(4);
  });

  it('leaves nothing behind when making the demo issuer fails', async () => {
    const blocked = join(work.dir, 'blocked');
    mkdirSync(blocked);
    writeFileSync(join(blocked, 'demo-issuer'), 'a file in the way');
    await expect(ensureDemoIssuer(blocked, NOW)).rejects.toThrow();
    expect(readFileSync(join(blocked, 'demo-issuer'), 'utf8')).toBe('a file in the way');
    expect(readdirSync(blocked)).toEqual(['demo-issuer']);
  });
});
