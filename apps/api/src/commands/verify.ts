import { AuditVerifier } from '@app/platform';
import { withApp } from './context';

/** `kx verify`: recomputes the audit chain and says what does not fit. Exit 1 on any fault. */
export async function verifyCommand(): Promise<number> {
  return withApp(async (app) => {
    const report = await app.get(AuditVerifier).verify();
    console.log(JSON.stringify(report, null, 2));
    return report.faults.length ? 1 : 0;
  });
}
