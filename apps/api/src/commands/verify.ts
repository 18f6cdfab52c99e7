import { CertificateVerifier } from '@app/credentials';
import { AuditVerifier } from '@app/platform';
import { withApp } from './context';

/** `kx verify`: recomputes the audit chain and all certificates, and says what does not fit. Exit 1 on any fault. */
export async function verifyCommand(): Promise<number> {
  return withApp(async (app) => {
    const audit = await app.get(AuditVerifier).verify();
    const certificates = await app.get(CertificateVerifier).verify();
    console.log(JSON.stringify({ audit, certificates }, null, 2));
    return audit.faults.length + certificates.faults.length ? 1 : 0;
  });
}
