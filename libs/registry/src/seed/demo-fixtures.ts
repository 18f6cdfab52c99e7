import { type DemoInstitution } from './demo-institutions';
import type { DemoNumbers } from './demo-numbers';
import type { DemoPerson } from './demo-person';

interface Fixed {
  name: string;
  sex: 'M' | 'F';
  born: string;
  phone: string;
  at: string;
  since: string;
  department: string;
  post: 'REHAB' | 'OTHER';
  scope?: string;
  therapyRank?: string;
  title: string;
  rank: string;
}

/** The people of the demo road and of the demo accounts, by their fixed names. */
const FIXED: Fixed[] = [
  {
    name: '林晓雨',
    sex: 'F',
    born: '1990-04-16',
    phone: '13900000001',
    at: '鞍山示范中心医院',
    since: '2016-08-01',
    department: '神经内科',
    post: 'OTHER',
    scope: 'NEUROLOGY',
    title: '主治医师',
    rank: 'INTERMEDIATE',
  },
  {
    name: '何静',
    sex: 'F',
    born: '1991-10-08',
    phone: '13900000002',
    at: '沈阳示范康复医院',
    since: '2017-09-01',
    department: '全科医学科',
    post: 'OTHER',
    scope: 'GENERAL_PRACTICE',
    title: '主治医师',
    rank: 'INTERMEDIATE',
  },
  {
    name: '周明远',
    sex: 'M',
    born: '1984-02-20',
    phone: '13900000003',
    at: '鞍山示范中心医院',
    since: '2010-07-01',
    department: '康复医学科',
    post: 'REHAB',
    scope: 'REHABILITATION',
    title: '副主任医师',
    rank: 'ASSOCIATE_SENIOR',
  },
  {
    name: '陈建国',
    sex: 'M',
    born: '1988-12-05',
    phone: '13900000004',
    at: '鞍山示范中心医院',
    since: '2012-03-01',
    department: '康复医学科',
    post: 'REHAB',
    therapyRank: 'INTERMEDIATE',
    title: '主管技师',
    rank: 'INTERMEDIATE',
  },
  {
    name: '赵敏',
    sex: 'F',
    born: '1986-06-11',
    phone: '13900000005',
    at: '沈阳示范康复医院',
    since: '2013-05-01',
    department: '骨科',
    post: 'OTHER',
    scope: 'ORTHOPAEDICS',
    title: '副主任医师',
    rank: 'ASSOCIATE_SENIOR',
  },
];

export const FIXED_NAMES: ReadonlySet<string> = new Set(FIXED.map((f) => f.name));

export function demoFixtures(institutions: DemoInstitution[], numbers: DemoNumbers): DemoPerson[] {
  return FIXED.map((f) => {
    const place = institutions.find((i) => i.name === f.at)!;
    const licensedOn = `${f.since.slice(0, 4)}-06-20`;
    return {
      key: `fixed-${f.name}`,
      name: f.name,
      sex: f.sex,
      citizenId: numbers.citizenId('21', f.born, f.sex),
      birthDate: f.born,
      phone: f.phone,
      diedOn: null,
      licence: f.scope
        ? {
            level: 1 as const,
            category: 'CLINICAL' as const,
            number: numbers.licence(1, 'CLINICAL', place.countyCode),
            startOn: licensedOn,
            endOn: null,
            scopes: [{ scope: f.scope, startOn: licensedOn, endOn: null }],
            suspension: null,
          }
        : null,
      qualification: f.therapyRank ? { rank: f.therapyRank, obtainedOn: licensedOn } : null,
      residencyOn: null,
      certificate: null,
      title: {
        title: f.title,
        rank: f.rank,
        qualifiedOn: `${Number(f.since.slice(0, 4)) + 6}-11-01`,
        appointedOn: `${Number(f.since.slice(0, 4)) + 7}-01-01`,
      },
      sites: [
        {
          institutionId: place.id,
          role: 'MAIN' as const,
          department: f.department,
          post: f.post,
          startOn: f.since,
          endOn: null,
          endReason: null,
        },
      ],
    };
  });
}
