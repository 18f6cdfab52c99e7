import { type DemoInstitution, demoInstitutions } from './demo-institutions';
import { demoId, Seeded } from './random';

interface DemoUnit {
  id: string;
  institutionId: string;
  kind: string;
  name: string;
  beds: number | null;
  startOn: string;
  endOn: string | null;
  endReason: string | null;
}

interface DemoDesignation {
  institution: string;
  kind: string;
  startOn: string;
  documentNo: string;
  /** name of the unit that holds it */
  unit?: string;
  level?: string;
  regionCode?: string;
}

const KINDS: Record<string, string> = {
  REHAB_MED: 'REHAB_DEPARTMENT',
  REHAB_TCM: 'REHAB_DEPARTMENT',
  REHAB_CLINIC: 'REHAB_CLINIC',
  TRADITIONAL_ROOM: 'TRADITIONAL_REHAB_ROOM',
  TCM_HALL: 'TCM_HALL',
};
export const TRADITIONAL = '传统康复治疗室';
export const TCM_ROOM = '中医康复治疗室';
/** Left without a traditional room, so that the 100 % of rehabilitation hospitals is not met. */
const WITHOUT_ROOM = new Set(['鞍山示范康复医院']);

/** Rooms the content file does not list: rehabilitation and larger general hospitals have a traditional one, TCM places a TCM one. */
function rooms(i: DemoInstitution, random: Seeded): { kind: string; name: string }[] {
  const has = (name: string) => i.departments.some((d) => d.name === name);
  const out: { kind: string; name: string }[] = [];
  const traditional = i.type === 'REHAB_HOSPITAL' || (i.type === 'GENERAL_HOSPITAL' && random.chance(0.75));
  if (traditional && !has(TRADITIONAL) && !WITHOUT_ROOM.has(i.name))
    out.push({ kind: 'TRADITIONAL_REHAB_ROOM', name: TRADITIONAL });
  if (/TCM|ETHNIC|COMMUNITY|TOWNSHIP/.test(i.type)) out.push({ kind: 'TCM_REHAB_ROOM', name: TCM_ROOM });
  return out;
}

export function demoUnits(institutions: DemoInstitution[]): DemoUnit[] {
  return institutions.flatMap((i) => {
    const random = new Seeded(`units ${i.name}`);
    const listed = i.departments
      .filter((d) => !(WITHOUT_ROOM.has(i.name) && d.code === 'TRADITIONAL_ROOM'))
      .map((d) => ({ kind: KINDS[d.code] ?? 'OTHER_DEPARTMENT', name: d.name }));
    return [...listed, ...rooms(i, random)].map(({ kind, name }): DemoUnit => {
      const year =
        kind === 'OTHER_DEPARTMENT' ? 2002 : random.chance(0.8) ? random.int(2008, 2020) : random.int(2021, 2024);
      const startOn = `${year}-0${random.int(1, 9)}-01`;
      return {
        id: demoId('unit', `${i.name} ${name}`),
        institutionId: i.id,
        kind,
        name,
        beds: kind === 'REHAB_DEPARTMENT' ? random.int(2, 12) * (i.level === 'III' ? 10 : 4) : null,
        startOn: startOn < i.openedOn ? i.openedOn : startOn,
        endOn: i.closedOn,
        endReason: i.closedOn ? '机构关闭' : null,
      };
    });
  });
}

const centre = (institution: string, kind: string, startOn: string, documentNo: string): DemoDesignation => ({
  institution,
  kind,
  startOn,
  documentNo,
});

const LN = (n: number) => `辽示范康发〔${n < 10 ? 2022 : 2023}〕${n}号`;
const SX = (n: number) => `晋示范康发〔${n < 8 ? 2022 : 2024}〕${n}号`;

/** City QC centres: by city its hospital and the day it was set up. 朝阳 has none, 葫芦岛's came five days late (IND-L14). */
const CITY_QC: [city: string, hospital: string, since: string][] = [
  ['210100', '沈阳示范康复医院', '2022-06-20'],
  ['210200', '大连示范中心医院', '2022-07-11'],
  ['210300', '鞍山示范中心医院', '2022-08-01'],
  ['210400', '抚顺示范医院', '2022-10-18'],
  ['210500', '本溪示范医院', '2022-09-05'],
  ['210600', '丹东示范医院', '2022-11-30'],
  ['210700', '锦州示范医院', '2022-10-08'],
  ['210800', '营口示范医院', '2022-12-12'],
  ['210900', '阜新示范医院', '2022-12-31'],
  ['211000', '辽阳示范医院', '2022-11-15'],
  ['211100', '盘锦示范医院', '2022-08-22'],
  ['211200', '铁岭示范医院', '2022-12-26'],
  ['211400', '葫芦岛示范医院', '2023-01-05'],
  ['140100', '太原示范中医医院', '2022-09-01'],
  ['140200', '大同示范医院', '2023-04-10'],
  ['140400', '长治示范中医院', '2023-06-15'],
];

const DEPARTMENTS_SHOWN: [hospital: string, since: string][] = [
  ['辽宁示范中医院', '2022-12-20'],
  ['大连示范中医医院', '2022-12-20'],
  ['新宾示范中医院', '2023-06-12'],
  ['东港示范中医院', '2023-06-12'],
  ['阜新示范蒙医医院', '2024-03-01'],
  ['沈阳示范康复医院', '2024-03-01'],
  ['辽宁示范医科大学附属医院', '2025-04-15'],
];

const SHANXI_CENTRES: [hospital: string, since: string][] = [
  ['山西示范针灸医院', '2021-12-28'],
  ['山西示范中医院', '2021-12-28'],
  ['太原示范中医医院', '2022-09-30'],
  ['长治示范中医院', '2022-09-30'],
  ['太原示范康复医院', '2023-12-15'],
  ['大同云冈示范中医院', '2023-12-15'],
  ['原平示范康复医院', '2024-11-20'],
  ['高平示范中医院', '2025-10-30'],
];

export function demoDesignations(units: DemoUnit[], institutions: DemoInstitution[]) {
  const list: DemoDesignation[] = [
    centre('辽宁示范中医院', 'NATIONAL_TCM_REHAB_CENTRE', '2023-05-18', '国示范中医药函〔2023〕18号'),
    centre('大连示范中医医院', 'PROVINCIAL_TCM_REHAB_CENTRE', '2022-11-08', LN(8)),
    centre('辽宁示范医科大学附属医院', 'REGIONAL_TCM_REHAB_CENTRE', '2023-03-02', LN(12)),
    centre('大连示范康复医院', 'REGIONAL_TCM_REHAB_CENTRE', '2023-03-02', LN(12)),
    ...SHANXI_CENTRES.map(([h, day], n) => centre(h, 'PROVINCIAL_TCM_REHAB_CENTRE', day, SX(n + 3))),
    ...DEPARTMENTS_SHOWN.map(([h, day], n) => ({
      ...centre(h, 'DEMONSTRATION_TCM_REHAB_DEPARTMENT', day, LN(n + 20)),
      unit: units.find((u) => u.kind === 'REHAB_DEPARTMENT' && inst(institutions, h).id === u.institutionId)!.name,
    })),
    { ...centre('沈阳示范康复医院', 'QC_CENTRE', '2021-03-15', LN(3)), level: 'PROVINCE', regionCode: '210000' },
    { ...centre('山西示范针灸医院', 'QC_CENTRE', '2021-06-01', SX(2)), level: 'PROVINCE', regionCode: '140000' },
    ...CITY_QC.map(([regionCode, h, day], n) => ({
      ...centre(h, 'QC_CENTRE', day, regionCode.startsWith('21') ? LN(n + 30) : SX(n + 30)),
      level: 'CITY',
      regionCode,
    })),
    ...standardRooms(units, institutions),
  ];
  return list.map((d) => {
    const institutionId = inst(institutions, d.institution).id;
    const unitId = d.unit ? units.find((u) => u.institutionId === institutionId && u.name === d.unit)!.id : null;
    const subjectKey = unitId ?? d.regionCode ?? '-';
    return {
      id: demoId('designation', `${d.institution} ${d.kind} ${subjectKey}`),
      institutionId,
      unitId,
      kind: d.kind,
      level: d.level ?? null,
      regionCode: d.regionCode ?? null,
      subjectKey,
      documentNo: d.documentNo,
      startOn: d.startOn,
    };
  });
}

/** Four of five open rooms of Liaoning have passed the standard, year by year. */
function standardRooms(units: DemoUnit[], institutions: DemoInstitution[]): DemoDesignation[] {
  const random = new Seeded('standard rooms');
  const liaoning = new Map(institutions.filter((i) => i.countyCode.startsWith('21')).map((i) => [i.id, i.name]));
  return units
    .filter((u) => liaoning.has(u.institutionId) && u.endOn === null && /_REHAB_ROOM$/.test(u.kind))
    .flatMap((u) => {
      const year = random.int(2022, 2025);
      if (!random.chance(0.8)) return [];
      return {
        ...centre(
          liaoning.get(u.institutionId)!,
          `STANDARD_${u.kind}`,
          `${u.startOn > '2022' ? 2025 : year}-11-20`,
          LN(70),
        ),
        unit: u.name,
      };
    });
}

const inst = (list: DemoInstitution[], name: string): DemoInstitution => {
  const found = list.find((i) => i.name === name);
  if (!found) throw new Error(`The demo has no institution ${name}`);
  return found;
};

/** One county community and one city group, led by hospitals of the demo. */
export function demoConsortia() {
  const all = demoInstitutions();
  return [
    {
      name: '海城示范县域医共体',
      kind: 'COUNTY_MEDICAL_COMMUNITY',
      regionCode: '210381',
      lead: '海城示范医院',
      members: ['海城示范医院', '台安县示范医院'],
      startOn: '2021-05-01',
    },
    {
      name: '沈阳示范康复专科联盟',
      kind: 'SPECIALTY_ALLIANCE',
      regionCode: '210100',
      lead: '沈阳示范康复医院',
      members: [
        '沈阳示范康复医院',
        '沈阳示范第一医院',
        '沈阳铁西示范社区卫生服务中心',
        '康平县示范人民医院',
        '沈阳浑南示范康复医疗中心',
      ],
      startOn: '2022-09-01',
    },
    {
      name: '太原示范城市医疗集团',
      kind: 'CITY_MEDICAL_GROUP',
      regionCode: '140100',
      lead: '太原示范医院',
      members: ['太原示范医院', '清徐县示范医院', '太原尖草坪示范社区卫生服务中心'],
      startOn: '2020-11-01',
    },
  ].map((c) => ({
    ...c,
    id: demoId('consortium', c.name),
    leadInstitutionId: inst(all, c.lead).id,
    members: c.members.map((m) => ({ institutionId: inst(all, m).id, name: m })),
  }));
}
