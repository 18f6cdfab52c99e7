import { contains, type Day, DomainError } from '@app/kernel';
import { type CheckLine, type Finding, type Missing, say, type TwoLanguages } from './check-line';

interface Span {
  startOn: Day;
  endOn: Day | null;
}

/** What the issue conditions look at. Intervals half-open. */
export interface PersonFound {
  diedOn: Day | null;
  mergedIntoId: string | null;
  licences: (Span & { level: 1 | 2; category: string; suspensions: Span[] })[];
  certificates: {
    kind: string;
    number: string;
    issuedOn: Day;
    /** printed last day, inclusive */
    validTo: Day | null;
    revokedOn: Day | null;
    cancelledOn: Day | null;
  }[];
  mainSite: { institutionName: string; medical: boolean; institutionClosedOn?: Day | null } | null;
}

/** A condition of the certificate kind that is looked at again on the day of issue (§5.2). */
export interface IssueCheck {
  code: string;
  params: Record<string, unknown>;
  source: string;
}

interface Answer {
  passed: boolean;
  found: TwoLanguages;
  code?: string;
  params?: Missing['params'];
}
interface Check {
  label: TwoLanguages;
  needed(params: Record<string, unknown>): TwoLanguages;
  run(p: PersonFound, params: Record<string, unknown>, day: Day): Answer;
}

const on = (s: Span, day: Day): boolean => contains({ start: s.startOn, end: s.endOn }, day);
const list = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : []);

const CATEGORIES: Record<string, TwoLanguages> = {
  CLINICAL: say('临床', 'clinical'),
  DENTAL: say('口腔', 'dental'),
  PUBLIC_HEALTH: say('公共卫生', 'public health'),
  TCM: say('中医', 'TCM'),
};
const category = (code: string): TwoLanguages => CATEGORIES[code] ?? say(code, code);
const join = (all: TwoLanguages[]): TwoLanguages =>
  say(all.map((x) => x.zh).join('、'), all.map((x) => x.en).join(', '));

const inForce = (p: PersonFound, day: Day) => p.licences.filter((l) => on(l, day));
const NO_LICENCE = say('没有在有效期内的医师执业证书', 'No practice licence in force');

const CHECKS: Record<string, Check> = {
  LICENCE_VALID: {
    label: say('医师执业证书有效，且未被暂停执业', 'Practice licence in force and not suspended'),
    needed: () => say('有效，未暂停执业', 'In force, not suspended'),
    run(p, _, day) {
      const held = inForce(p, day);
      if (!held.length) return { passed: false, found: NO_LICENCE, code: 'CREDENTIALS_LICENCE_NOT_VALID' };
      const free = held.find((l) => !l.suspensions.some((s) => on(s, day)));
      if (free) return { passed: true, found: say(`${free.startOn} 起有效`, `In force since ${free.startOn}`) };
      const since = held[0]!.suspensions.find((s) => on(s, day))!.startOn;
      return {
        passed: false,
        found: say(`自 ${since} 起暂停执业`, `Suspended since ${since}`),
        code: 'CREDENTIALS_LICENCE_SUSPENDED',
        params: { since },
      };
    },
  },
  LICENCE_CATEGORY: {
    label: say('执业类别符合要求', 'Practice category fits'),
    needed: (params) => join(list(params['in']).map(category)),
    run(p, params, day) {
      const held = inForce(p, day);
      if (!held.length) return { passed: false, found: NO_LICENCE, code: 'CREDENTIALS_LICENCE_CATEGORY' };
      const wanted = list(params['in']);
      const passed = held.some((l) => wanted.includes(l.category));
      return {
        passed,
        found: join(held.map((l) => category(l.category))),
        ...(passed ? {} : { code: 'CREDENTIALS_LICENCE_CATEGORY' }),
      };
    },
  },
  EMPLOYED_AT_MEDICAL_INSTITUTION: {
    label: say('受聘于依法执业的医疗机构', 'Employed at a licensed medical institution'),
    needed: () => say('主要工作单位为执业中的医疗机构', 'The main site is an active medical institution'),
    run({ mainSite: s }, _, day) {
      const code = 'CREDENTIALS_NOT_EMPLOYED';
      if (!s) return { passed: false, found: say('没有主要工作单位', 'No main place of work'), code };
      if (s.institutionClosedOn && s.institutionClosedOn <= day) {
        const closed = s.institutionClosedOn;
        return {
          passed: false,
          found: say(`${s.institutionName}（${closed} 停业）`, `${s.institutionName} (closed ${closed})`),
          code,
        };
      }
      if (!s.medical) {
        const found = say(`${s.institutionName}（不是医疗机构）`, `${s.institutionName} (not a medical institution)`);
        return { passed: false, found, code };
      }
      return { passed: true, found: say(s.institutionName, s.institutionName) };
    },
  },
  ALIVE_NOT_MERGED: {
    label: say('人员档案为当前有效记录', 'The person record is current'),
    needed: () => say('档案有效', 'Record current'),
    run(p, _, day) {
      if (p.mergedIntoId) {
        return {
          passed: false,
          found: say('档案已并入另一份档案', 'Merged into another record'),
          code: 'CREDENTIALS_PERSON_MERGED',
        };
      }
      if (p.diedOn && p.diedOn <= day) {
        const found = say(`登记死亡日期 ${p.diedOn}`, `Death on ${p.diedOn}`);
        return { passed: false, found, code: 'CREDENTIALS_PERSON_DIED', params: { on: p.diedOn } };
      }
      return { passed: true, found: say('档案有效', 'Record current') };
    },
  },
  NO_SAME_VALID_CERTIFICATE: {
    label: say('未持有有效的同类证书', 'Holds no valid certificate of this kind'),
    needed: () => say('没有', 'None'),
    run(p, params, day) {
      const held = p.certificates.find(
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
            found: say(`已持有 ${held.number}（${held.issuedOn} 发证）`, `Holds ${held.number} of ${held.issuedOn}`),
            code: 'CREDENTIALS_SAME_CERTIFICATE',
            params: { number: held.number },
          }
        : { passed: true, found: say('没有', 'None') };
    },
  },
};

export const KNOWN_ISSUE_CHECKS: readonly string[] = Object.keys(CHECKS);

/**
 * The conditions of the person: those of the certificate kind, and always that the record is current and that no valid
 * certificate of the kind is held.
 * @throws DomainError CREDENTIALS_UNKNOWN_CHECK
 */
export function personLines(
  person: PersonFound | null,
  certificateKind: string,
  rule: readonly IssueCheck[],
  day: Day,
): Finding[] {
  const always = [
    { code: 'ALIVE_NOT_MERGED', params: {}, source: 'domain §5.7' },
    { code: 'NO_SAME_VALID_CERTIFICATE', params: { certificateKind }, source: 'domain §5.2' },
  ];
  const checks = [...rule.filter((c) => !always.some((a) => a.code === c.code)), ...always];
  return checks.map(({ code, params, source }): Finding => {
    const check = CHECKS[code];
    if (!check) throw new DomainError('CREDENTIALS_UNKNOWN_CHECK', { code });
    const a: Answer = person
      ? check.run(person, params, day)
      : { passed: false, found: say('没有人员档案', 'No person record'), code: 'CREDENTIALS_PERSON_UNKNOWN' };
    const line: CheckLine = {
      code,
      requirementCode: null,
      passed: a.passed,
      label: check.label,
      found: a.found,
      needed: check.needed(params),
      details: [],
      source,
    };
    return a.passed ? { line } : { line, missing: { code: a.code!, params: a.params ?? {}, requirementCode: null } };
  });
}
