import type { TestApp, TestUser } from './app';

/** Steps of issuing that several specs take. */
export const SIGN = `mutation ($ids: [String!]!) { signIssuing(enrolmentIds: $ids) { jobId count } }`;

/** Looks at these enrolments, so that decisions stand. Works through everything that waits. */
export async function decided(kx: TestApp, enrolmentIds: string[]): Promise<void> {
  await kx.uow.run({ actor: kx.system, action: 'test.tell', journal: 'test' }, async (tx) => {
    for (const enrolmentId of enrolmentIds)
      await tx.emit({ kind: 'event', name: 'programmes.attestation-recorded' }, { enrolmentId });
    return null;
  });
  await kx.drain();
}

/** Signs for them and gives the order's id; the job waits in the outbox. */
export async function sign(officer: TestUser, enrolmentIds: string[]): Promise<string> {
  const a = await officer.gql<{ signIssuing: { jobId: string } }>(SIGN, { ids: enrolmentIds });
  if (!a.data?.signIssuing) throw new Error(JSON.stringify(a.errors));
  return a.data.signIssuing.jobId;
}

export const provinceOfficer = (kx: TestApp, name = '签发人', regionCode = '210000'): Promise<TestUser> =>
  kx.user({ role: 'PROVINCE_OFFICER', regionCode, name });
