import { usccCheckCharacter } from '@app/kernel';
import { medicalByType } from '../domain/code-sets';
import { demoContent } from './demo-content';
import { demoId, Seeded } from './random';

export interface DemoInstitution {
  id: string;
  name: string;
  uscc: string;
  type: string;
  level: string;
  grade: string;
  ownership: 'PUBLIC' | 'PRIVATE';
  adminLevel: string;
  countyCode: string;
  medical: number;
  openedOn: string;
  closedOn: string | null;
  /** share of its city's staff */
  weight: number;
  /** names of departments by their kind in the content file */
  departments: { code: string; name: string; kind: string }[];
}

type Plan = Pick<DemoInstitution, 'name' | 'type' | 'level' | 'grade' | 'ownership' | 'adminLevel' | 'countyCode'> & {
  departments: string[];
  closedOn?: string;
};

const HOSPITAL = ['REHAB_MED', 'NEUROLOGY', 'ORTHOPAEDICS', 'GENERAL_PRACTICE', 'ICU', 'PAEDIATRICS', 'TCM'];

/** Fixed names that the demo accounts and the road rely on; they win over a content entry of the same name. */
const FIXED: Plan[] = [
  {
    name: '沈阳示范康复医院',
    type: 'REHAB_HOSPITAL',
    level: 'III',
    grade: 'A',
    ownership: 'PUBLIC',
    adminLevel: 'CITY',
    countyCode: '210102',
    departments: ['REHAB_MED', 'PT_ROOM', 'OT_ROOM', 'ST_ROOM', 'GENERAL_PRACTICE', 'ORTHOPAEDICS'],
  },
  {
    name: '鞍山示范中心医院',
    type: 'GENERAL_HOSPITAL',
    level: 'III',
    grade: 'A',
    ownership: 'PUBLIC',
    adminLevel: 'CITY',
    countyCode: '210302',
    departments: HOSPITAL,
  },
  {
    name: '大连示范医科大学附属医院',
    type: 'GENERAL_HOSPITAL',
    level: 'III',
    grade: 'A',
    ownership: 'PUBLIC',
    adminLevel: 'PROVINCE',
    countyCode: '210203',
    departments: HOSPITAL,
  },
  {
    name: '太原示范中医医院',
    type: 'TCM_HOSPITAL',
    level: 'III',
    grade: 'A',
    ownership: 'PUBLIC',
    adminLevel: 'CITY',
    countyCode: '140105',
    departments: ['REHAB_TCM', 'ACUPUNCTURE', 'TUINA', 'TCM_ORTHO', 'TCM_BRAIN', 'TRADITIONAL_ROOM'],
  },
  {
    name: '锦州示范铁路医院',
    type: 'GENERAL_HOSPITAL',
    level: 'II',
    grade: 'B',
    ownership: 'PUBLIC',
    adminLevel: 'COUNTY',
    countyCode: '210703',
    departments: ['REHAB_MED', 'ORTHOPAEDICS'],
    closedOn: '2025-06-01',
  },
  {
    name: '沈阳浑南示范健康管理有限公司',
    type: 'OTHER',
    level: 'UNGRADED',
    grade: 'NONE',
    ownership: 'PRIVATE',
    adminLevel: 'COUNTY',
    countyCode: '210112',
    departments: ['PT_ROOM'],
  },
];

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 12 (public institution), 52 (private non-enterprise) or 91 (company) + county + TEDM… + both check characters (Appendix B). */
function demoUscc(prefix: string, countyCode: string, n: number): string {
  const body = `TEDM${String(n).padStart(4, '0')}`;
  const sum = ORGANISATION_WEIGHTS.reduce((s, w, i) => s + w * parseInt(body[i]!, 36), 0);
  const check = 11 - (sum % 11);
  const first17 = prefix + countyCode + body + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
  return first17 + usccCheckCharacter(first17);
}

function weightOf(p: Plan, medical: boolean): number {
  if (!medical || p.type === 'CLINIC') return p.type === 'OTHER' ? 0.3 : 0;
  if (/COMMUNITY|TOWNSHIP/.test(p.type)) return 1;
  return (p.type.startsWith('REHAB') ? 1.5 : 1) * (p.level === 'III' ? 6 : p.level === 'II' ? 3 : 2);
}

export function demoInstitutions(): DemoInstitution[] {
  const content = demoContent();
  const fixedNames = new Set(FIXED.map((f) => f.name));
  const plans: Plan[] = [...FIXED, ...content.institutions.filter((i) => !fixedNames.has(i.name))];
  const departments = new Map(content.departments.map((d) => [d.code, d]));
  return plans.map((p, n) => {
    const random = new Seeded(`institution ${p.name}`);
    const medical = medicalByType(p.type) || p.type === 'DISABILITY_REHAB_INSTITUTION';
    return {
      id: demoId('institution', p.name),
      name: p.name,
      uscc: demoUscc(p.type === 'OTHER' ? '91' : p.ownership === 'PUBLIC' ? '12' : '52', p.countyCode, n + 1),
      type: p.type,
      level: p.level,
      grade: p.grade,
      ownership: p.ownership,
      adminLevel: p.adminLevel,
      countyCode: p.countyCode,
      medical: medical ? 1 : 0,
      openedOn: `${p.ownership === 'PRIVATE' ? random.int(2008, 2018) : random.int(1970, 2000)}-0${random.int(1, 9)}-01`,
      closedOn: p.closedOn ?? null,
      weight: weightOf(p, medical),
      departments: p.departments.flatMap((code) => {
        const d = departments.get(code);
        return d ? [{ code, name: d.label.zh, kind: d.kind }] : [];
      }),
    };
  });
}
