import { newCertificate, newKeyPair, privateKeyPem, type KeyPair } from './certificates';
import { ensureDemoIssuer, type DemoIssuer } from './issuer-keys';
import { LONG, PAPER, tool, workFolder } from './paper.fixture';
import { CertificateRenderer } from './render';
import { PadesSigner } from './sign';

const BAR_BYTES = 80_000;
const DETAILS = {
  reason: '签发证书 (示范\\演示)',
  location: '辽宁省',
  name: PAPER.issuerName,
  signedAt: new Date('2026-11-21T02:00:00Z'),
};

const work = workFolder();
const renderer = new CertificateRenderer();
let issuer: DemoIssuer;
let plain: Uint8Array;
let signed: Uint8Array;
let file: string;
let otherKey: KeyPair;
let otherKeyPem: string;

beforeAll(async () => {
  issuer = await ensureDemoIssuer(work.dir, new Date('2026-11-01T00:00:00Z'));
  plain = await renderer.render(PAPER);
  signed = await new PadesSigner(issuer.keyPem, issuer.certPem, [issuer.caPem]).sign(plain, DETAILS);
  file = work.write('signed.pdf', signed);
  otherKey = await newKeyPair();
  otherKeyPem = await privateKeyPem(otherKey);
}, 30_000);
afterAll(async () => {
  await renderer.close();
  work.remove();
});

/** The CMS of the only signature, as DER. */
function cms(pdf: Uint8Array): Buffer {
  const hex = /\/Contents <([0-9a-fA-F]+)>/.exec(Buffer.from(pdf).toString('latin1'))![1]!;
  return Buffer.from(hex, 'hex');
}

describe('a signed certificate', () => {
  it('is valid for pdfsig, as a whole, with the Chinese name of the signer', () => {
    const report = tool('pdfsig', ['-nocert', file]);
    expect(report).toContain('Signature is Valid');
    expect(report).toContain('Total document signed');
    expect(report).toContain('Signature Type: ETSI.CAdES.detached');
    expect(report).toContain('Signing Hash Algorithm: SHA-256');
    expect(report).toContain('O=示范卫生健康委员会（演示）');
    expect(report.match(/Signature #/g)).toHaveLength(1);
  });

  it('carries signingCertificateV2 and what else PAdES B-B asks, and verifies up to the demo root with OpenSSL', () => {
    const der = work.write('signature.der', cms(signed));
    const print = tool('openssl', ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', der]);
    expect(print).toContain('id-smime-aa-signingCertificateV2');
    expect(print).toContain('object: messageDigest');
    expect(print).toContain('object: contentType');
    // The time of a PAdES signature stands in the PDF; one inside is forbidden (EN 319 142-1, 6.3).
    expect(print).not.toContain('object: signingTime');
    expect(print.match(/d\.certificate:/g)).toHaveLength(1);

    const [, a, b, c, d] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/
      .exec(Buffer.from(signed).toString('latin1'))!
      .map(Number);
    expect([a, c! + d!]).toEqual([0, signed.length]);
    const content = work.write('content', Buffer.concat([signed.subarray(0, b), signed.subarray(c)]));
    const root = work.write('root.pem', issuer.caPem);
    const verify = ['cms', '-verify', '-cades', '-inform', 'DER', '-in', der, '-content', content, '-binary'];
    const now = ['-attime', String(DETAILS.signedAt.getTime() / 1000)];
    expect(tool('openssl', [...verify, '-CAfile', root, '-purpose', 'any', ...now, '-out', '/dev/null'])).toContain(
      'CAdES Verification successful',
    );
  });

  it('keeps PDF/A, tags, title and fonts, and is a sound file', () => {
    expect(tool('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors');
    const info = tool('pdfinfo', [file]);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+合格证书 210220240000017/);
    expect(info).toMatch(/Creator:\s+Typst/);
    expect(info).not.toMatch(/pdf-lib/);
    const [before, after] = [plain, signed].map((pdf, i) => {
      const name = work.write(`meta-${i}.pdf`, pdf);
      return [tool('pdfinfo', ['-meta', name]), tool('pdfinfo', ['-struct-text', name])];
    });
    expect(after).toEqual(before);
    expect(after![0]).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(tool('pdffonts', [file])).toMatch(/KangxunSerif-Regular\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    expect(tool('pdftotext', ['-raw', file, '-'])).toContain('欧阳明珠');
  });

  it('shows reason, place and name in Chinese', () => {
    const objects = tool('qpdf', ['--json', '--json-key=qpdf', file]);
    for (const value of [DETAILS.reason, DETAILS.location, DETAILS.name]) {
      expect(objects).toContain(JSON.stringify(`u:${value}`));
    }
  });

  it(`has at most ${BAR_BYTES} bytes, with long texts too`, async () => {
    expect(signed.length).toBeLessThanOrEqual(BAR_BYTES);
    const long = await renderer.render({ ...PAPER, ...LONG });
    expect((await new PadesSigner(issuer.keyPem, issuer.certPem).sign(long, DETAILS)).length).toBeLessThanOrEqual(
      BAR_BYTES,
    );
  });

  it('is the same file again for the same data and time', async () => {
    const again = await new PadesSigner(issuer.keyPem, issuer.certPem).sign(await renderer.render(PAPER), DETAILS);
    expect(Buffer.from(again).equals(Buffer.from(signed))).toBe(true);
  });
});

describe('tampering', () => {
  const flip = (at: number): string => {
    const forged = Buffer.from(signed);
    forged[at]! ^= 1;
    return tool('pdfsig', ['-nocert', work.write('forged.pdf', forged)]);
  };

  it.each([0.25, 0.5, 0.75])('one bit at %d of the file makes the signature invalid', (share) => {
    const report = flip(Math.floor(signed.length * share));
    expect(report).toContain('Digest Mismatch');
    expect(report).not.toContain('Signature is Valid');
  });

  it('so does another number in the metadata', () => {
    expect(flip(Buffer.from(signed).indexOf(PAPER.number))).toContain('Digest Mismatch');
  });

  it('text added behind is no longer the total document', () => {
    const longer = work.write('longer.pdf', Buffer.concat([signed, Buffer.from('\n% added\n')]));
    expect(tool('pdfsig', ['-nocert', longer])).not.toContain('Total document signed');
  });
});

describe('the signer', () => {
  it('refuses a time its certificate is not valid at', async () => {
    const signer = new PadesSigner(issuer.keyPem, issuer.certPem);
    const late = { ...DETAILS, signedAt: new Date('2031-11-02T00:00:00Z') };
    await expect(signer.sign(plain, late)).rejects.toMatchObject({ code: 'CREDENTIALS_ISSUER_UNUSABLE' });
    await expect(signer.sign(plain, { ...DETAILS, signedAt: new Date('2026-01-01') })).rejects.toMatchObject({
      code: 'CREDENTIALS_ISSUER_UNUSABLE',
    });
  });

  it('refuses the key of another certificate', async () => {
    expect(() => new PadesSigner(otherKeyPem, issuer.certPem)).toThrow('does not belong');
  });

  it('puts the certificates between ours and the root into the file', async () => {
    // One key for all three: making keys is slow, and names alone make the chain here.
    const common = {
      organisation: '某省卫生健康委员会',
      validFrom: new Date('2026-01-01'),
      validTo: new Date('2030-01-01'),
      subjectKey: otherKey,
    };
    const root = await newCertificate({ ...common, commonName: '根' });
    const middle = await newCertificate({ ...common, commonName: '中级', issuer: { certPem: root, key: otherKey } });
    const leaf = await newCertificate({ ...common, commonName: '签章', issuer: { certPem: middle, key: otherKey } });
    const pdf = await new PadesSigner(otherKeyPem, leaf, [middle, root]).sign(plain, DETAILS);
    const der = work.write('chain.der', cms(pdf));
    const print = tool('openssl', ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', der]);
    expect(print.match(/d\.certificate:/g)).toHaveLength(2);
    expect(tool('pdfsig', ['-nocert', work.write('chain.pdf', pdf)])).toContain('Signature is Valid');
  });

  it('signs several at once without mixing them up', async () => {
    const signer = new PadesSigner(issuer.keyPem, issuer.certPem);
    const names = ['甲', '乙', '丙'];
    const pdfs = await Promise.all(
      names.map(async (holderName) => signer.sign(await renderer.render({ ...PAPER, holderName }), DETAILS)),
    );
    pdfs.forEach((pdf, i) => {
      const name = work.write(`many-${i}.pdf`, pdf);
      expect(tool('pdfsig', ['-nocert', name])).toContain('Signature is Valid');
      expect(tool('pdftotext', ['-raw', name, '-'])).toContain(names[i]);
    });
  });
});
