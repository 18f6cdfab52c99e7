import { addDays } from '@app/kernel';
import { wordOf } from '../domain/code-sets';
import { careers } from './demo-careers';
import { demoContent, demoName } from './demo-content';
import type { DemoInstitution } from './demo-institutions';
import { type DemoNumbers, pad } from './demo-numbers';
import type { DemoPerson } from './demo-person';
import { apportion, Seeded } from './random';

type Kind = 'REHAB_PHYSICIAN' | 'THERAPIST' | 'OTHER_PHYSICIAN';

/** How many of each, by province. The tally lies well below the goal of 3,408 and 5,111 on purpose. */
const PLAN: Record<string, Record<Kind, number>> = {
  '21': { REHAB_PHYSICIAN: 1080, THERAPIST: 925, OTHER_PHYSICIAN: 430 },
  '14': { REHAB_PHYSICIAN: 265, THERAPIST: 205, OTHER_PHYSICIAN: 90 },
};

/** Census 2020 in thousands × how well staffed the city is in this demo. */
const CITIES: [string, number, number][] = [
  ['2101', 9070, 1.45],
  ['2102', 7451, 1.25],
  ['2103', 3325, 1.1],
  ['2104', 1861, 0.8],
  ['2105', 1326, 1.0],
  ['2106', 2188, 0.85],
  ['2107', 2704, 0.9],
  ['2108', 2329, 0.75],
  ['2109', 1647, 0.6],
  ['2110', 1605, 0.8],
  ['2111', 1390, 1.15],
  ['2112', 2388, 0.55],
  ['2113', 2873, 0.6],
  ['2114', 2434, 0.5],
  ['1401', 5304, 1.6],
  ['1402', 3106, 0.9],
  ['1403', 1319, 0.9],
  ['1404', 3181, 0.9],
  ['1405', 2195, 0.85],
  ['1406', 1593, 0.7],
  ['1407', 3379, 0.95],
  ['1408', 4775, 0.7],
  ['1409', 2690, 0.6],
  ['1410', 3976, 0.7],
  ['1411', 3398, 0.65],
];

const OTHER_SCOPES = [
  ['NEUROLOGY', 5],
  ['ORTHOPAEDICS', 5],
  ['GENERAL_PRACTICE', 5],
  ['INTERNAL_MEDICINE', 4],
  ['SURGERY', 2],
  ['PAEDIATRICS', 2],
  ['CRITICAL_CARE', 1],
  ['EMERGENCY', 1],
] as const;

/** Where a physician of this scope works. */
const DEPARTMENTS: Record<string, string> = {
  NEUROLOGY: '神经内科',
  ORTHOPAEDICS: '骨科',
  GENERAL_PRACTICE: '全科医学科',
  INTERNAL_MEDICINE: '内科',
  SURGERY: '外科',
  PAEDIATRICS: '儿科',
  CRITICAL_CARE: '重症医学科',
  EMERGENCY: '急诊科',
  TCM: '中医科',
};

const RANKS = ['JUNIOR', 'INTERMEDIATE', 'ASSOCIATE_SENIOR', 'SENIOR'] as const;
export const TITLES = {
  CLINICAL: ['住院医师', '主治医师', '副主任医师', '主任医师'],
  TCM: ['住院中医师', '主治中医师', '副主任中医师', '主任中医师'],
  THERAPY: ['康复治疗师', '主管技师', '副主任技师', '主任技师'],
};

const rehabDepartment = (i: DemoInstitution, kind: Kind, random: Seeded): string => {
  const wanted = kind === 'THERAPIST' && random.chance(0.6) ? /THERAPY/ : /REHAB/;
  const fits = i.departments.filter((d) => wanted.test(d.kind));
  return fits.length ? random.pick(fits).name : i.type === 'TCM_HOSPITAL' ? '康复科' : '康复医学科';
};

export function demoPeople(
  institutions: DemoInstitution[],
  reservedNames: ReadonlySet<string>,
  numbers: DemoNumbers,
): DemoPerson[] {
  const names = demoContent().persons;
  const out: DemoPerson[] = [];
  const pick = (random: Seeded, sex: 'M' | 'F'): string => {
    let name = demoName(names, random, sex);
    while (reservedNames.has(name)) name = demoName(names, random, sex);
    return name;
  };
  for (const [province, plan] of Object.entries(PLAN)) {
    const cities = CITIES.filter(([c]) => c.startsWith(province));
    for (const kind of Object.keys(plan) as Kind[]) {
      const perCity = apportion(
        plan[kind],
        cities.map(([, thousand, factor]) => thousand * factor),
      );
      cities.forEach(([city], k) => {
        const places = institutions.filter((i) => i.countyCode.startsWith(city) && i.weight > 0);
        const random = new Seeded(`people ${city} ${kind}`);
        for (let n = 0; n < perCity[k]!; n++)
          out.push(person(`${city}-${kind}-${n}`, kind, province, random, places, numbers, pick));
      });
    }
  }
  return out;
}

function person(
  key: string,
  kind: Kind,
  province: string,
  random: Seeded,
  places: DemoInstitution[],
  numbers: DemoNumbers,
  nameFor: (random: Seeded, sex: 'M' | 'F') => string,
): DemoPerson {
  const sex = random.chance(kind === 'THERAPIST' ? 0.62 : 0.5) ? 'F' : 'M';
  const name = nameFor(random, sex);
  const since = random.weighted([
    [random.int(2002, 2011), 2],
    [random.int(2012, 2017), 3],
    [random.int(2018, 2021), 4],
    [random.int(2022, 2024), 2.5],
    [random.int(2025, 2026), 1.2],
  ]);
  const month = since === 2026 ? random.int(1, 9) : random.int(1, 12);
  const startOn = `${since}-${pad(month, 2)}-01`;
  // Nobody starts at a hospital that has closed.
  const open = places.filter((p) => p.closedOn === null || p.closedOn > startOn);
  const place = random.weighted(open.map((p) => [p, p.weight] as const));
  const birthDate = `${since - random.int(23, 29)}-${pad(random.int(1, 12), 2)}-${pad(random.int(1, 28), 2)}`;
  const qualifiedOn = addDays(startOn, -random.int(30, 400));
  const years = 2026 - since;
  const step = years < 6 ? 0 : years < 12 ? 1 : years < 18 ? 2 : 3;
  const category = tcmPlace(place, random) ? 'TCM' : 'CLINICAL';
  const titles = kind === 'THERAPIST' ? TITLES.THERAPY : TITLES[category];
  const titleOn = step === 0 ? startOn : addDays(startOn, step * 5 * 365);
  const p: DemoPerson = {
    key,
    name,
    sex,
    citizenId: numbers.citizenId(province, birthDate, sex),
    birthDate,
    phone: numbers.phone(),
    diedOn: null,
    licence: null,
    qualification: null,
    residencyOn: null,
    certificate: null,
    title: {
      title: titles[step]!,
      rank: RANKS[step]!,
      qualifiedOn: titleOn,
      appointedOn: random.chance(0.9) && titleOn < '2026-08-01' ? addDays(titleOn, 90) : null,
    },
    sites: [
      {
        institutionId: place.id,
        role: 'MAIN',
        department: rehabDepartment(place, kind, random),
        post: 'REHAB',
        startOn,
        endOn: null,
        endReason: null,
      },
    ],
  };
  if (kind === 'THERAPIST') therapist(p, random, province, numbers, qualifiedOn, step);
  else physician(p, kind, random, province, numbers, category, qualifiedOn, place);
  careers(p, random, places, place);
  return p;
}

const tcmPlace = (place: DemoInstitution, random: Seeded) => random.chance(place.type === 'TCM_HOSPITAL' ? 0.8 : 0.12);

function therapist(
  p: DemoPerson,
  random: Seeded,
  province: string,
  numbers: DemoNumbers,
  qualifiedOn: string,
  step: number,
): void {
  if (random.chance(0.9)) p.qualification = { rank: step === 0 ? 'JUNIOR' : RANKS[step]!, obtainedOn: qualifiedOn };
  if (!p.qualification || random.chance(0.12)) {
    const start = p.sites[0]!.startOn;
    const issuedOn = start > '2023-01-01' ? addDays(start, 200) : `2023-${pad(random.int(3, 12), 2)}-15`;
    const day = issuedOn > '2026-10-31' ? '2026-10-30' : issuedOn;
    p.certificate = {
      kind: 'INDUCTION',
      number: numbers.certificate(province, 'INDUCTION', day.slice(0, 4)),
      issuedOn: day,
      validTo: null,
    };
  }
}

function physician(
  p: DemoPerson,
  kind: Kind,
  random: Seeded,
  province: string,
  numbers: DemoNumbers,
  category: 'CLINICAL' | 'TCM',
  licensedOn: string,
  place: DemoInstitution,
): void {
  const level = random.chance(place.level === 'III' ? 0.02 : 0.15) ? 2 : 1;
  const other = category === 'TCM' ? 'TCM' : random.weighted(OTHER_SCOPES);
  const how =
    kind === 'OTHER_PHYSICIAN'
      ? 'NONE'
      : random.weighted([
          ['SCOPE', 82],
          ['TRANSFER_CERT', 11],
          ['RESIDENCY', 7],
        ]);
  const later = how === 'SCOPE' && licensedOn < '2020-01-01' && random.chance(0.25);
  const changedOn = `${random.int(2020, 2024)}-${pad(random.int(1, 12), 2)}-01`;
  p.licence = {
    level,
    category,
    number: numbers.licence(level, category, place.countyCode),
    startOn: licensedOn,
    endOn: null,
    scopes:
      how !== 'SCOPE'
        ? [{ scope: other, startOn: licensedOn, endOn: null }]
        : later
          ? [
              { scope: other, startOn: licensedOn, endOn: changedOn },
              { scope: 'REHABILITATION', startOn: changedOn, endOn: null },
            ]
          : [{ scope: 'REHABILITATION', startOn: licensedOn, endOn: null }],
    suspension: null,
  };
  if (how === 'RESIDENCY') p.residencyOn = addDays(p.sites[0]!.startOn, 60);
  if (how === 'TRANSFER_CERT') {
    const year = Math.max(Number(p.sites[0]!.startOn.slice(0, 4)) + 1, random.int(2020, 2026));
    const issuedOn = year > 2026 ? '2026-09-20' : `${year}-${pad(random.int(3, 9), 2)}-20`;
    p.certificate = {
      kind: 'TRANSFER_POST',
      number: numbers.certificate(province, 'TRANSFER_POST', issuedOn.slice(0, 4)),
      issuedOn,
      validTo: null,
    };
  }
  if (how === 'NONE') {
    p.sites[0]!.department = DEPARTMENTS[other] ?? wordOf('scope', other);
    p.sites[0]!.post = 'OTHER';
  }
}
