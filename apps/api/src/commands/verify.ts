import { CertificateVerifier } from '@app/credentials';
import { AuditVerifier } from '@app/platform';
import { Snapshots } from '@app/workforce';
import { withApp } from './context';

/** `kx verify`: recomputes the audit chain all certificates and all frozen figures, and says what does not fit. Exit 1 on any fault. */
export async function verifyCommand(): Promise<number> {
  return withApp(async (app) => {
    const audit = await app.get(AuditVerifier).verify();
    const certificates = await app.get(CertificateVerifier).verify();
    const snapshots = await app.get(Snapshots).verify();
    console.log(JSON.stringify({ audit, certificates, snapshots }, null, 2));
    return audit.faults.length + certificates.faults.length + snapshots.faults.length ? 1 : 0;
  });
}
