import { contains, type Day, DomainError } from '@app/kernel';
import type { EligibilityFacts } from './eligibility-facts';
import type { TwoLanguages } from './programme';

export interface Finding {
  passed: boolean;
  found: TwoLanguages;
}
type Params = Record<string, unknown>;
type Check = (params: Params, facts: EligibilityFacts, day: Day) => Finding;

const say = (zh: string, en: string): TwoLanguages => ({ zh, en });
const on = (s: { startOn: Day; endOn: Day | null }, day: Day): boolean =>
  contains({ start: s.startOn, end: s.endOn }, day);
const list = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : []);
const join = (items: TwoLanguages[]): TwoLanguages =>
  say(items.map((i) => i.zh).join('、'), items.map((i) => i.en).join(', '));

const CATEGORY: Record<string, TwoLanguages> = {
  CLINICAL: say('临床', 'clinical'),
  DENTAL: say('口腔', 'dental'),
  PUBLIC_HEALTH: say('公共卫生', 'public health'),
  TCM: say('中医', 'TCM'),
};
const category = (code: string): TwoLanguages => CATEGORY[code] ?? say(code, code);
const level = (n: 1 | 2): TwoLanguages =>
  n === 1 ? say('执业医师', 'licensed physician') : say('执业助理医师', 'assistant physician');

const NO_LICENCE = say('档案中没有在有效期内的医师执业证书', 'No practice licence in force on record');

const licencesOn = (f: EligibilityFacts, day: Day) => f.licences.filter((l) => on(l, day));
const mainSiteOn = (f: EligibilityFacts, day: Day) =>
  f.sites.filter((s) => s.role === 'MAIN' && on(s, day)).sort((a, b) => (a.startOn < b.startOn ? 1 : -1))[0];

const licenceValid: Check = (params, f, day) => {
  const inForce = licencesOn(f, day);
  if (!inForce.length) {
    const last = [...f.licences].sort((a, b) => (a.startOn < b.startOn ? 1 : -1))[0];
    return {
      passed: false,
      found:
        last?.endOn && last.endOn <= day
          ? say(`执业证书已于 ${last.endOn} 失效`, `The licence ended on ${last.endOn}`)
          : NO_LICENCE,
    };
  }
  const suspension = inForce.map((l) => l.suspensions.find((s) => on(s, day)));
  const free = inForce.filter((_, i) => !suspension[i]);
  if (params['notSuspended'] !== false && !free.length) {
    const s = suspension[0]!;
    const until = s.endOn ? say(`至 ${s.endOn}（不含）`, ` until ${s.endOn} (exclusive)`) : say('', '');
    return {
      passed: false,
      found: say(`自 ${s.startOn} 起暂停执业${until.zh}`, `Suspended since ${s.startOn}${until.en}`),
    };
  }
  const l = (free[0] ?? inForce[0])!;
  return {
    passed: true,
    found: say(
      `${level(l.level).zh}（${category(l.category).zh}），${l.startOn} 起有效`,
      `${level(l.level).en} (${category(l.category).en}), in force since ${l.startOn}`,
    ),
  };
};

const licenceCategory: Check = (params, f, day) => {
  const inForce = licencesOn(f, day);
  if (!inForce.length) return { passed: false, found: NO_LICENCE };
  const wanted = list(params['in']);
  return {
    passed: inForce.some((l) => wanted.includes(l.category)),
    found: join(inForce.map((l) => category(l.category))),
  };
};

const employed: Check = (_, f, day) => {
  const site = mainSiteOn(f, day);
  if (!site) return { passed: false, found: say('档案中没有主要执业（工作）机构', 'No main place of work on record') };
  const name = site.institutionName;
  if (site.closedOn && site.closedOn <= day)
    return {
      passed: false,
      found: say(`${name}（已于 ${site.closedOn} 停业）`, `${name} (closed on ${site.closedOn})`),
    };
  if (!site.medical)
    return { passed: false, found: say(`${name}（不是医疗机构）`, `${name} (not a medical institution)`) };
  const place = site.department ? `${name} ${site.department}` : name;
  return { passed: true, found: say(place, place) };
};

const scopeNot: Check = (params, f, day) => {
  const scopes = licencesOn(f, day)
    .flatMap((l) => l.scopes)
    .filter((s) => on(s, day));
  const held = join(scopes.map((s) => s.label ?? say(s.scope, s.scope)));
  return {
    passed: !scopes.some((s) => s.scope === params['scope']),
    found: scopes.length ? held : say('没有登记执业范围', 'No registered scope on record'),
  };
};

const noSameCertificate: Check = (params, f, day) => {
  const held = f.certificates.find(
    (c) =>
      c.kind === params['certificateKind'] &&
      c.issuedOn <= day &&
      (c.validTo === null || day <= c.validTo) &&
      !(c.revokedOn && c.revokedOn <= day) &&
      !(c.cancelledOn && c.cancelledOn <= day),
  );
  return held
    ? {
        passed: false,
        found: say(
          `已持有证书 ${held.number}（${held.issuedOn} 发证）`,
          `Holds certificate ${held.number} of ${held.issuedOn}`,
        ),
      }
    : { passed: true, found: say('没有有效的同类证书', 'No valid certificate of this kind') };
};

const noOtherProgramme: Check = (params, f, day) => {
  const types = list(params['trainingTypes']);
  const others = f.programmes
    .filter((p) => types.includes(p.trainingType))
    .map((p) => say(`${p.title.zh}（${p.classTitle}）`, `${p.title.en} (${p.classTitle})`));
  if (types.includes('RESIDENCY') && f.residencies.some((r) => r.completedOn === null || r.completedOn > day))
    others.push(say('住院医师规范化培训', 'Residency training'));
  return others.length
    ? { passed: false, found: join(others) }
    : { passed: true, found: say('没有在训的长期项目', 'In no long programme') };
};

const aliveNotMerged: Check = (_, f, day) => {
  if (f.mergedIntoId)
    return { passed: false, found: say('这份档案已并入另一份档案', 'This record was merged into another one') };
  if (f.diedOn && f.diedOn <= day)
    return { passed: false, found: say(`档案登记死亡日期 ${f.diedOn}`, `The record states death on ${f.diedOn}`) };
  return { passed: true, found: say('档案有效', 'The record is current') };
};

/** 全科医学科 → 全科, so that a department 全科医学科门诊 and a scope 全科医学专业 both match. */
const stem = (name: string): string => name.replace(/(医学科|医学专业|专业)$/, '');

const encouraged: Check = (params, f, day) => {
  const site = mainSiteOn(f, day);
  const scopes = licencesOn(f, day)
    .flatMap((l) => l.scopes)
    .filter((s) => on(s, day))
    .map((s) => s.label ?? say(s.scope, s.scope));
  const own = [...(site?.department ? [say(site.department, site.department)] : []), ...scopes];
  const wanted = list(params['specialties']).map(stem);
  return {
    passed: own.some((o) => wanted.some((w) => o.zh.includes(w))),
    found: own.length ? join(own) : say('没有登记科室和执业范围', 'No department or scope on record'),
  };
};

const THERAPY_SUBJECTS = ['REHAB_THERAPY', 'TCM_REHAB_THERAPY'];

const rehabEducationOrPost: Check = (params, f, day) => {
  const anyOf = list(params['anyOf']);
  const site = mainSiteOn(f, day);
  if (anyOf.includes('IN_POST_REHAB_STAFF') && site?.post === 'REHAB')
    return {
      passed: true,
      found: say(`在${site.institutionName}从事康复岗位`, `In a rehabilitation post at ${site.institutionName}`),
    };
  if (
    anyOf.includes('REHAB_MAJOR') &&
    f.qualifications.some((q) => THERAPY_SUBJECTS.includes(q.subject) && q.obtainedOn <= day)
  )
    return { passed: true, found: say('已取得康复治疗技术资格', 'Holds the rehabilitation therapy qualification') };
  // Intending staff (S2-19): nothing in the record can show an intention, so the employer's confirmation states it.
  if (anyOf.includes('INTENDING_REHAB_STAFF') && site?.medical)
    return {
      passed: true,
      found: say(
        '拟从事康复治疗工作，由单位确认时说明',
        'Intends to work in rehabilitation therapy; stated by the employer on confirming',
      ),
    };
  return {
    passed: false,
    found: say('没有康复专业背景、康复岗位或用人单位', 'No rehabilitation education, post or employer on record'),
  };
};

const TABLE: Record<string, Check> = {
  LICENCE_VALID: licenceValid,
  LICENCE_CATEGORY: licenceCategory,
  EMPLOYED_AT_MEDICAL_INSTITUTION: employed,
  SCOPE_NOT_REHAB: scopeNot,
  NO_SAME_VALID_CERTIFICATE: noSameCertificate,
  NO_OTHER_ACTIVE_LONG_PROGRAMME: noOtherProgramme,
  ALIVE_NOT_MERGED: aliveNotMerged,
  ENCOURAGED_SOURCE_SPECIALTY: encouraged,
  REHAB_EDUCATION_OR_POST: rehabEducationOrPost,
};

export const CHECKS = {
  codes: Object.keys(TABLE),
  run(code: string, params: Params, facts: EligibilityFacts, day: Day): Finding {
    const check = TABLE[code];
    if (!check) throw new DomainError('PROGRAMMES_UNKNOWN_CHECK', { code });
    return check(params, facts, day);
  },
};
