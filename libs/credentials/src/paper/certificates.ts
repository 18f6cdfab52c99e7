import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as never });
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};
const OID = {
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
};
const BASIC_CONSTRAINTS = '2.5.29.19';
const AUTHORITY_KEY_ID = '2.5.29.35';
/** Bits of KeyUsage, first bit highest (RFC 5280 4.2.1.3). */
const SIGN_DOCUMENTS = 0b1100_0000;
const SIGN_CERTIFICATES = 0b0000_0110;

export type KeyPair = Awaited<ReturnType<typeof newKeyPair>>;

/** RSA with 3,072 bits: good beyond 2030 (NIST SP 800-57), the years these signatures are to be checked in. */
export function newKeyPair() {
  return webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
}

export interface CertificateRequest {
  organisation: string;
  commonName: string;
  validFrom: Date;
  validTo: Date;
  subjectKey: KeyPair;
  /** Absent: self-signed authority. Present: a certificate for signing documents. */
  issuer?: { certPem: string; key: KeyPair };
}

/** An X.509 certificate as PEM. */
export async function newCertificate(request: CertificateRequest): Promise<string> {
  const isAuthority = request.issuer === undefined;
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: serial() });
  certificate.notBefore.value = request.validFrom;
  certificate.notAfter.value = request.validTo;
  certificate.subject = distinguishedName(request);
  await certificate.subjectPublicKeyInfo.importKey(request.subjectKey.publicKey as never, engine);
  const subjectKeyId = await keyId(certificate);
  let authorityKeyId = subjectKeyId;
  if (request.issuer) {
    const issuer = pkijs.Certificate.fromBER(new X509Certificate(request.issuer.certPem).raw);
    certificate.issuer = issuer.subject;
    authorityKeyId = await keyId(issuer);
  } else {
    certificate.issuer = distinguishedName(request);
  }
  const usage = isAuthority ? SIGN_CERTIFICATES : SIGN_DOCUMENTS;
  certificate.extensions = [
    extension(
      BASIC_CONSTRAINTS,
      true,
      new pkijs.BasicConstraints(isAuthority ? { cA: true, pathLenConstraint: 0 } : {}).toSchema(),
    ),
    extension(
      OID.keyUsage,
      true,
      new asn1js.BitString({ valueHex: new Uint8Array([usage]), unusedBits: isAuthority ? 1 : 6 }),
    ),
    extension(OID.subjectKeyId, false, new asn1js.OctetString({ valueHex: subjectKeyId })),
    extension(
      AUTHORITY_KEY_ID,
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({ valueHex: authorityKeyId }),
      }).toSchema(),
    ),
  ];
  const key = request.issuer?.key ?? request.subjectKey;
  await certificate.sign(key.privateKey as never, 'SHA-256', engine);
  return pem('CERTIFICATE', Buffer.from(certificate.toSchema(true).toBER()));
}

/** PKCS #8 as PEM. */
export async function privateKeyPem(key: KeyPair): Promise<string> {
  return pem('PRIVATE KEY', Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key.privateKey)));
}

/** False when the certificate limits its key to other uses than digitalSignature and nonRepudiation. */
export function maySignDocuments(certificate: X509Certificate): boolean {
  const extensions = pkijs.Certificate.fromBER(certificate.raw).extensions ?? [];
  const usage = extensions.find((e) => e.extnID === OID.keyUsage)?.parsedValue as asn1js.BitString | undefined;
  return usage === undefined || ((usage.valueBlock.valueHexView[0] ?? 0) & SIGN_DOCUMENTS) !== 0;
}

/** One RDN per attribute; pkijs alone would put them all into one set. */
function distinguishedName({ organisation, commonName }: CertificateRequest): pkijs.RelativeDistinguishedNames {
  const attributes: [string, asn1js.BaseBlock][] = [
    [OID.country, new asn1js.PrintableString({ value: 'CN' })],
    [OID.organisation, new asn1js.Utf8String({ value: organisation })],
    [OID.commonName, new asn1js.Utf8String({ value: commonName })],
  ];
  const sets = attributes.map(([type, value]) => {
    const pair = new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), value] });
    return new asn1js.Set({ value: [pair] });
  });
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: sets }).toBER());
}

async function keyId(certificate: pkijs.Certificate): Promise<Uint8Array> {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return new Uint8Array(await webcrypto.subtle.digest('SHA-1', key));
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });
}

/** 16 random bytes, positive and without a leading zero byte. */
function serial(): Uint8Array {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return new Uint8Array(bytes);
}

function pem(label: string, der: Buffer): string {
  return `-----BEGIN ${label}-----\n${der.toString('base64').replace(/(.{64})(?=.)/g, '$1\n')}\n-----END ${label}-----\n`;
}
