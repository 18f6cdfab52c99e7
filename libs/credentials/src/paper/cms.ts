import { createHash, createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const signAsync = promisify<string, NodeJS.ArrayBufferView, KeyObject, Buffer>(sign);

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha256WithRsa: '1.2.840.113549.1.1.11',
};

/**
 * Detached CMS signatures as PAdES B-B wants them (ETSI EN 319 142-1): SHA-256, RSA, signing-certificate-v2, no signing
 * time inside (the PDF carries it). Own code because node-forge, which @signpdf uses, writes certificates with Chinese
 * names anew and so breaks them; here every certificate stays the bytes it was.
 */
export class CmsSigner {
  readonly certificate: X509Certificate;
  private readonly key: KeyObject;
  private readonly signer: pkijs.Certificate;
  private readonly embedded: pkijs.Certificate[];
  private readonly signingCertificate: pkijs.Attribute;
  private length: Promise<number> | undefined;

  /** @param chain intermediate certificates; self-signed ones are left out: a root inside the file proves nothing. */
  constructor(keyPem: string, certPem: string, chain: readonly string[] = []) {
    this.certificate = new X509Certificate(certPem);
    this.key = createPrivateKey(keyPem);
    if (this.key.asymmetricKeyType !== 'rsa')
      throw new TypeError(`signing key is ${this.key.asymmetricKeyType}, not RSA`);
    if (!this.certificate.checkPrivateKey(this.key)) throw new TypeError('the key does not belong to the certificate');
    this.signer = pkijs.Certificate.fromBER(this.certificate.raw);
    const between = chain.map((pem) => new X509Certificate(pem)).filter((c) => c.subject !== c.issuer);
    this.embedded = [this.signer, ...between.map((c) => pkijs.Certificate.fromBER(c.raw))];
    this.signingCertificate = attribute(OID.signingCertificateV2, essCertIdV2(this.certificate.raw));
  }

  /** DER of the ContentInfo over `content`. Equal content gives equal bytes. */
  async sign(content: Uint8Array): Promise<Buffer> {
    const signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: this.attributesFor(content) });
    const der = Buffer.from(signedAttrs.toSchema().toBER());
    // RFC 5652 5.4: signed is the SET OF (0x31), written is the implicit [0].
    der[0] = 0x31;
    const signerInfo = new pkijs.SignerInfo({
      version: 1,
      sid: new pkijs.IssuerAndSerialNumber({ issuer: this.signer.issuer, serialNumber: this.signer.serialNumber }),
      digestAlgorithm: algorithm(OID.sha256),
      signatureAlgorithm: algorithm(OID.sha256WithRsa),
      signedAttrs,
      signature: new asn1js.OctetString({ valueHex: await signAsync('sha256', der, this.key) }),
    });
    const signedData = new pkijs.SignedData({
      version: 1,
      digestAlgorithms: [algorithm(OID.sha256)],
      encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
      certificates: this.embedded,
      signerInfos: [signerInfo],
    });
    const info = new pkijs.ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) });
    return Buffer.from(info.toSchema().toBER(false));
  }

  /** Bytes of every signature of this signer; their length does not depend on the content. */
  signatureLength(): Promise<number> {
    return (this.length ??= this.sign(new Uint8Array()).then((s) => s.length));
  }

  private attributesFor(content: Uint8Array): pkijs.Attribute[] {
    const digest = createHash('sha256').update(content).digest();
    const attributes = [
      attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
      attribute(OID.messageDigest, new asn1js.OctetString({ valueHex: digest })),
      this.signingCertificate,
    ];
    // DER orders a SET OF by encoding; verifiers that encode anew would else hash other bytes.
    const encoded = attributes.map((a) => ({ a, der: Buffer.from(a.toSchema().toBER()) }));
    return encoded.sort((x, y) => Buffer.compare(x.der, y.der)).map(({ a }) => a);
  }
}

function attribute(type: string, value: unknown): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] });
}

function algorithm(oid: string): pkijs.AlgorithmIdentifier {
  return new pkijs.AlgorithmIdentifier({ algorithmId: oid, algorithmParams: new asn1js.Null() });
}

/** SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 }, SHA-256 being the default and so left out. */
function essCertIdV2(certificate: Buffer): asn1js.Sequence {
  const hash = new asn1js.OctetString({ valueHex: createHash('sha256').update(certificate).digest() });
  const essCertId = new asn1js.Sequence({ value: [hash] });
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [essCertId] })] });
}
