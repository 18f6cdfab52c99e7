import type { Step } from './duty';
import {
  baseWork,
  type BaseView,
  certificateWork,
  type CertificateView,
  failedWorkDuties,
  grantWork,
  workJobWork,
} from './office-rules';
import { NOW, step, TERMS } from './testing/enrolment';

const accreditation = (live: BaseView['accreditations'][number]['live'], history: Step[]) => ({
  id: 'a1',
  trainingType: 'TRANSFER_POST',
  typeZh: '转岗培训',
  typeEn: 'Transfer post',
  live,
  history,
});
const live = (state = 'ACCREDITED', validTo = '2029-02-28') => ({
  state,
  capacityPerYear: 40,
  validFrom: '2026-03-01',
  validTo,
});
const base = (a: ReturnType<typeof accreditation>, opened: string[] = []): BaseView => ({
  institutionId: 'base',
  accreditations: [a],
  opened,
});
const codes = (b: BaseView) => baseWork(b, TERMS, NOW).duties.map((d) => `${d.code} ${d.done?.outcome ?? 'open'}`);

describe('a base', () => {
  const granted = [step('GRANT', 0, 'officer')];
  test('newly accredited opens a class, and is reminded ninety days before the end', () => {
    expect(codes(base(accreditation(live(), granted)))).toEqual(['OPEN_CLASS open', 'RENEW_ACCREDITATION open']);
    const renew = baseWork(base(accreditation(live(), granted)), TERMS, NOW).duties[1]!;
    expect(renew.opensAt).toEqual(new Date('2028-11-29T16:00:00Z'));
    expect(renew.dueOn).toBe('2029-02-28');
  });
  test('that has opened a class has done it; suspended it need not; ended nothing is left', () => {
    expect(codes(base(accreditation(live(), granted), ['TRANSFER_POST']))[0]).toBe('OPEN_CLASS OPENED');
    expect(codes(base(accreditation(live('SUSPENDED'), granted)))).toEqual(['RENEW_ACCREDITATION open']);
    expect(codes(base(accreditation(null, granted)))).toEqual([]);
  });
  test('hears of every change of its status, once', () => {
    const { messages } = baseWork(base(accreditation(null, [...granted, step('REMOVE', 1)])), TERMS, NOW);
    expect(messages.map((m) => m.code)).toEqual(['BASE_ACCREDITED', 'BASE_REMOVED']);
    expect(messages[0]!.to).toEqual({ role: 'BASE_ADMIN', organisationId: 'base' });
  });
});

test('a role is decided by an administrator who neither proposed nor receives it', () => {
  const g = {
    id: 'g',
    accountId: 'new',
    accountName: '王',
    role: 'BASE_ADMIN',
    scopeName: '医院',
    state: 'PROPOSED',
    proposedBy: 'sys',
    decidedBy: null,
    createdAt: NOW,
    decidedAt: null,
    endedAt: null,
  };
  const open = grantWork(g, TERMS);
  expect(open.duties).toMatchObject([
    { code: 'DECIDE_GRANT', done: null, to: { role: 'SECURITY_ADMIN', except: ['sys', 'new'] } },
  ]);
  const approved = grantWork({ ...g, state: 'ACTIVE', decidedBy: 'sec', decidedAt: NOW }, TERMS);
  expect(approved.duties[0]!.done).toMatchObject({ by: 'sec', outcome: 'DECIDED' });
  expect(approved.messages.map((m) => `${m.code} ${m.to.accountId}`)).toEqual([
    'GRANT_APPROVED sys',
    'ROLE_GRANTED new',
  ]);
  // A grant without a proposer came with the installation: nobody's work.
  expect(grantWork({ ...g, proposedBy: null, state: 'ACTIVE' }, TERMS)).toEqual({ duties: [], messages: [] });
});

describe('a certificate', () => {
  const c = (history: Step[], rendered = false): CertificateView => ({
    id: 'c',
    number: '210220260000018',
    titleZh: '证书',
    titleEn: 'Certificate',
    provinceCode: '210000',
    holderName: '林晓雨',
    holderAccountId: 'learner',
    rendered,
    history,
  });
  const issued = step('credentials.issued', 0);
  test('tells its holder when it is issued and when its paper can be had', () => {
    expect(certificateWork(c([issued], true), TERMS, NOW).messages.map((m) => m.code)).toEqual([
      'CERTIFICATE_ISSUED',
      'CERTIFICATE_READY',
    ]);
    expect(certificateWork({ ...c([issued], true), holderAccountId: null }, TERMS, NOW).messages).toEqual([]);
  });
  test('is taken back by a second officer; who asked hears the answer', () => {
    const asked = [issued, step('credentials.revocation-requested', 1, 'first')];
    expect(certificateWork(c(asked), TERMS, NOW).duties).toMatchObject([
      {
        code: 'CONFIRM_CERTIFICATE_END',
        done: null,
        to: { regionCode: '210000', except: ['first', 'learner'] },
        startedBy: 'first',
      },
    ]);
    const refused = certificateWork(c([...asked, step('credentials.end-refused', 2, 'second')]), TERMS, NOW);
    expect(refused.duties[0]!.done).toMatchObject({ by: 'second', outcome: 'DECIDED' });
    expect(refused.messages.at(-1)).toMatchObject({ code: 'END_REQUEST_REFUSED', to: { accountId: 'first' } });
    const revoked = certificateWork(c([...asked, step('credentials.revoked', 2, 'second')]), TERMS, NOW);
    expect(revoked.messages.map((m) => m.code)).toEqual([
      'CERTIFICATE_ISSUED',
      'CERTIFICATE_ENDED',
      'END_REQUEST_CONFIRMED',
    ]);
    const withdrawn = certificateWork(c([...asked, step('credentials.end-withdrawn', 2, 'first')]), TERMS, NOW);
    expect(withdrawn.duties[0]!.done!.outcome).toBe('WITHDRAWN');
  });
});

test('an import waits for its owner; failed work is one to-do while there is any', () => {
  const job = { id: 'j', title: '导入人员', accountId: 'clerk', importId: 'i1', since: NOW, failed: 2 };
  expect(workJobWork({ ...job, state: 'AWAITING_CONFIRMATION' }, TERMS, NOW).duties[0]).toMatchObject({
    code: 'CONFIRM_IMPORT',
    link: '/imports/i1',
    to: { accountId: 'clerk' },
    done: null,
  });
  expect(workJobWork({ ...job, state: 'DONE' }, TERMS, NOW).duties[0]!.done!.outcome).toBe('CONFIRMED');
  expect(workJobWork({ ...job, state: 'CANCELLED' }, TERMS, NOW).duties[0]!.done!.outcome).toBe('WITHDRAWN');
  expect(failedWorkDuties({ count: 0, since: null }, NOW)).toEqual([]);
  expect(failedWorkDuties({ count: 4, since: NOW }, NOW)).toMatchObject([
    { params: { count: 4 }, to: { role: 'SYSTEM_ADMIN' } },
  ]);
});
