import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@app/kernel';
import { maySignDocuments, newCertificate, newKeyPair, privateKeyPem } from './certificates';

export interface DemoIssuer {
  keyPem: string;
  certPem: string;
  caPem: string;
}

export interface Issuer {
  keyPem: string;
  certPem: string;
  /** Further certificates of the file, ours first removed: what `PadesSigner` takes as chain. */
  chain: string[];
}

const FOLDER = 'demo-issuer';
const FILES = { keyPem: 'key.pem', certPem: 'cert.pem', caPem: 'ca.pem' };
const ORGANISATION = '示范卫生健康委员会（演示）';
const YEARS = 5;
const DAY_MS = 86_400_000;

/**
 * The demonstration issuer of this installation, made on the first call. The three files appear together or not at
 * all (a folder renamed into place), so two processes starting at once end up with the same issuer. The key of the
 * demo authority is thrown away: nothing else can be certified by it.
 */
export async function ensureDemoIssuer(dir: string, now: Date = new Date()): Promise<DemoIssuer> {
  const target = join(dir, FOLDER);
  const known = await readDemo(target);
  if (known) return known;
  await mkdir(dir, { recursive: true });
  const temp = await mkdtemp(join(dir, `.${FOLDER}-`));
  try {
    const made = await makeDemo(now);
    for (const [name, file] of Object.entries(FILES)) {
      await writeFile(join(temp, file), made[name as keyof DemoIssuer], { mode: 0o600 });
    }
    await chmod(temp, 0o700);
    await rename(temp, target);
    return made;
  } catch (error) {
    await rm(temp, { recursive: true, force: true });
    const other = await readDemo(target);
    if (other) return other;
    throw error;
  }
}

async function readDemo(folder: string): Promise<DemoIssuer | undefined> {
  if (!(await stat(folder).catch(() => undefined))) return undefined;
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const [keyPem, certPem, caPem] = await Promise.all([read(FILES.keyPem), read(FILES.certPem), read(FILES.caPem)]);
  return { keyPem, certPem, caPem };
}

async function makeDemo(now: Date): Promise<DemoIssuer> {
  // A day back: machines whose clock runs behind would else call the first signatures premature.
  const validFrom = new Date(now.getTime() - DAY_MS);
  const validTo = new Date(now);
  validTo.setUTCFullYear(validTo.getUTCFullYear() + YEARS);
  const [caKey, key] = await Promise.all([newKeyPair(), newKeyPair()]);
  const common = { organisation: ORGANISATION, validFrom, validTo };
  const caPem = await newCertificate({ ...common, commonName: '康训演示根证书', subjectKey: caKey });
  const issuer = { certPem: caPem, key: caKey };
  const certPem = await newCertificate({
    ...common,
    commonName: '示范卫生健康委员会证书专用章（演示）',
    subjectKey: key,
    issuer,
  });
  return { keyPem: await privateKeyPem(key), certPem, caPem };
}

/**
 * The issuer of a real installation.
 * @param keyFile PEM, PKCS #8 or PKCS #1, not encrypted
 * @param certFile PEM, the signing certificate first, then those between it and the root
 * @throws DomainError CREDENTIALS_ISSUER_UNUSABLE with all faults
 */
export async function loadIssuer(keyFile: string, certFile: string, now: Date = new Date()): Promise<Issuer> {
  const faults: string[] = [];
  const keyPem = await readOr(faults, 'key file', keyFile);
  const certText = await readOr(faults, 'certificate file', certFile);
  if (keyPem !== undefined) faults.push(...(await modeFaults(keyFile)));
  const key = keyPem === undefined ? undefined : parseKey(faults, keyFile, keyPem);
  const pems = certText?.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (certText !== undefined && pems.length === 0) faults.push(`no certificate in ${certFile}`);
  const certificates = pems.map((pem) => parseCertificate(faults, certFile, pem)).filter((c) => c !== undefined);
  if (certificates[0]) faults.push(...certificateFaults(certificates[0], key, now));
  if (key) faults.push(...keyFaults(key));
  if (faults.length > 0) throw new DomainError('CREDENTIALS_ISSUER_UNUSABLE', { faults });
  return { keyPem: keyPem!, certPem: pems[0]!, chain: pems.slice(1) };
}

async function readOr(faults: string[], what: string, file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    faults.push(`cannot read the ${what} ${file}: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
    return undefined;
  }
}

async function modeFaults(file: string): Promise<string[]> {
  // Windows has no such bits; Kubernetes mounts secrets group-readable, so only "others" is a fault.
  if (process.platform === 'win32') return [];
  const { mode } = await stat(file);
  return mode & 0o007
    ? [
        `${file} can be read or written by every account of the machine (mode ${(mode & 0o777).toString(8)}); set it to 600`,
      ]
    : [];
}

function parseKey(faults: string[], file: string, pem: string): KeyObject | undefined {
  if (/ENCRYPTED/.test(pem)) {
    faults.push(`the key in ${file} is encrypted with a passphrase; store it decrypted with mode 600`);
    return undefined;
  }
  try {
    return createPrivateKey(pem);
  } catch {
    faults.push(`no readable private key (PEM) in ${file}`);
    return undefined;
  }
}

function parseCertificate(faults: string[], file: string, pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    faults.push(`a certificate in ${file} cannot be read`);
    return undefined;
  }
}

function keyFaults(key: KeyObject): string[] {
  if (key.asymmetricKeyType !== 'rsa') return [`the key is ${key.asymmetricKeyType}; PDF signatures need RSA`];
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return bits < 2048 ? [`the key has ${bits} bits; at least 2048 are needed`] : [];
}

function certificateFaults(certificate: X509Certificate, key: KeyObject | undefined, now: Date): string[] {
  const faults: string[] = [];
  if (key && !certificate.checkPrivateKey(key)) faults.push('the key does not belong to the certificate');
  if (now < new Date(certificate.validFrom))
    faults.push(`the certificate is not valid before ${certificate.validFrom}`);
  if (now > new Date(certificate.validTo)) faults.push(`the certificate expired on ${certificate.validTo}`);
  if (certificate.ca) faults.push('the certificate is an authority, not one for signing documents');
  if (!maySignDocuments(certificate)) {
    faults.push('the key usage of the certificate allows neither digitalSignature nor nonRepudiation');
  }
  return faults;
}
