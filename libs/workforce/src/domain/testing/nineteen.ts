import type { Fact, PersonFacts } from '../facts';

/** The 19 people of §4.3. Dates the table leaves open are set to 2018-01-01. */
export const SHENYANG = '210100';
export const DALIAN = '210200';
export const ANSHAN = '210300';
export const FUSHUN = '210400';

const OPEN = '2018-01-01';

export const licence = (from = OPEN): Fact => ({ type: 'LICENCE', level: 1, category: 'CLINICAL', from });
export const scope = (from = OPEN, to?: string): Fact => ({ type: 'SCOPE', scope: 'REHABILITATION', from, to });
export const therapy = (from = OPEN): Fact => ({ type: 'THERAPY_QUALIFICATION', from });
export const site = (region: string, from = OPEN, to?: string): Fact => ({
  type: 'SITE',
  region,
  institution: 'MEDICAL',
  role: 'MAIN',
  from,
  to,
});
export const filed = (region: string): Fact => ({
  type: 'SITE',
  region,
  institution: 'MEDICAL',
  role: 'FILED',
  from: OPEN,
});

const doctor = (id: string, ...facts: Fact[]): PersonFacts => ({ id, facts: [licence(), ...facts] });

export const nineteen: readonly PersonFacts[] = [
  doctor('P01', scope('2019-05-01'), site(SHENYANG, '2019-05-01')),
  doctor('P02', { type: 'TRANSFER_CERT', from: '2022-12-31', validTo: '2027-12-30' }, site(SHENYANG)),
  doctor('P03', { type: 'TRANSFER_CERT', from: '2023-01-01', validTo: '2027-12-31' }, site(SHENYANG)),
  doctor('P04', scope('2018-01-01'), site(SHENYANG, OPEN, '2024-07-01'), site(DALIAN, '2024-07-01')),
  doctor('P05', scope(), site(ANSHAN), { type: 'DEATH', from: '2025-03-10' }),
  doctor('P06', { type: 'TRANSFER_CERT', from: '2023-06-30', revokedOn: '2024-12-31' }, site(ANSHAN)),
  doctor('P07', { type: 'TRANSFER_CERT', from: '2020-07-01', validTo: '2025-06-30' }, site(DALIAN)),
  doctor('P08', scope(), site(SHENYANG), filed(ANSHAN), filed(FUSHUN)),
  doctor('P09', scope(), site(DALIAN)),
  doctor('P09-old', scope('2019-01-01'), site(DALIAN, '2019-01-01'), {
    type: 'MERGED_INTO',
    person: 'P09',
    from: '2021-01-01',
  }),
  doctor('P10', scope(), site(SHENYANG), { type: 'LICENCE_SUSPENDED', from: '2024-10-01', to: '2025-04-01' }),
  doctor('P11', scope(), site(SHENYANG, OPEN, '2024-09-01'), site(ANSHAN, '2025-02-01')),
  { id: 'P12', facts: [{ type: 'LICENCE', level: 1, category: 'TCM', from: OPEN }, site(SHENYANG)] },
  doctor('P13', scope(), therapy(), site(DALIAN)),
  doctor('P14', { type: 'TRANSFER_CERT', from: '2022-08-15', validTo: '2027-08-14' }, site(DALIAN, '2023-09-01')),
  doctor(
    'P15',
    { type: 'TRANSFER_CERT', from: '2022-01-01' },
    {
      type: 'SITE',
      region: SHENYANG,
      institution: 'OTHER',
      role: 'MAIN',
      from: OPEN,
    },
  ),
  { id: 'T01', facts: [therapy(), site(SHENYANG, '2020-03-01')] },
  { id: 'T02', facts: [{ type: 'INDUCTION_CERT', from: '2022-12-15', validTo: '2027-12-14' }, site(SHENYANG)] },
  { id: 'T03', facts: [therapy(), site(ANSHAN, OPEN, '2024-06-01')] },
  { id: 'T04', facts: [therapy(), site(DALIAN, '2023-01-01')] },
];
