import { canonicalJson, compare, type Day, isDecimal, parseDecimal, sha256Hex } from '@app/kernel';
import { type CheckLine, type Finding, type Missing, say, type TwoLanguages } from './check-line';
import { type IssueCheck, type PersonFound, personLines } from './person-checks';

/** A requirement of the programme version the class is held under. Numbers that decide are decimal text. */
export interface RequirementFact {
  code: string;
  kind: 'COURSE' | 'EXAM' | 'ATTESTATION';
  labelZh: string;
  labelEn: string;
  courseCode?: string;
  paperCode?: string;
  passPercent?: number;
  maxAttempts?: number;
  unit?: string;
  minimum?: string;
  source?: string;
}

export interface CourseFound {
  completed: boolean;
  /** ISO instant */
  completedAt: string | null;
  missing: { titleZh: string; titleEn: string }[];
}

export interface ExamFound {
  attempts: number;
  /** `percent` is rounded to two decimals for display; `passed` was decided exactly */
  best: { score: string; percent: string; passed: boolean } | null;
  openAttempt: boolean;
}

export interface AttestationFound {
  requirementCode: string;
  value: string;
  /** ISO instant */
  recordedAt: string;
  recordedByName: string;
}

/** Everything a completion decision rests on, as found through the doors below. */
export interface CompletionFacts {
  enrolmentState: string;
  certificateKind: string;
  requirements: RequirementFact[];
  attestations: AttestationFound[];
  /** by course code */
  courses: Record<string, CourseFound>;
  /** by paper code */
  exams: Record<string, ExamFound>;
  person: PersonFound | null;
  /** open cases (misconduct, investigation) that stop the issue */
  holds: { reason: string; openedOn: Day }[];
}

export interface IssueRule {
  /** shown beside the decision: programme version and certificate kind version */
  version: string;
  checks: IssueCheck[];
}

export interface Decision {
  eligible: boolean;
  day: Day;
  ruleVersion: string;
  /** always all of them, in the order of the programme */
  checks: CheckLine[];
  missing: Missing[];
}

const UNITS: Record<string, TwoLanguages> = {
  WEEKS: say(' 周', ' weeks'),
  COUNT: say(' 次', ' times'),
  POINTS: say(' 分', ' points'),
  HOURS: say(' 学时', ' hours'),
};
const unitOf = (unit: string | undefined): TwoLanguages => UNITS[unit ?? ''] ?? say('', '');

/**
 * May the certificate be issued on this day (§5.3)? Every requirement and every condition is looked at, also after the
 * first that fails; nothing is averaged and nothing makes up for something else.
 * @throws DomainError CREDENTIALS_UNKNOWN_CHECK when the rule names a check this build does not know
 */
export function decide(facts: CompletionFacts, rule: IssueRule, day: Day): Decision {
  const findings = [
    ...facts.requirements.map((r) => requirementLine(r, facts)),
    // A programme version without requirements would certify everybody.
    ...(facts.requirements.length ? [] : [noRequirements()]),
    enrolmentLine(facts.enrolmentState),
    ...personLines(facts.person, facts.certificateKind, rule.checks, day),
    holdLine(facts.holds),
  ];
  const missing = findings.flatMap((f) => (f.missing ? [f.missing] : []));
  return {
    eligible: missing.length === 0 && findings.every((f) => f.line.passed),
    day,
    ruleVersion: rule.version,
    checks: findings.map((f) => f.line),
    missing,
  };
}

/** Equal for decisions that say the same, whatever the day: an unchanged decision is not stored again. */
export const decisionHash = (d: Decision): string =>
  sha256Hex(canonicalJson({ eligible: d.eligible, ruleVersion: d.ruleVersion, checks: d.checks, missing: d.missing }));

function requirementLine(r: RequirementFact, facts: CompletionFacts): Finding {
  const base = {
    code: r.code,
    requirementCode: r.code,
    label: say(r.labelZh, r.labelEn),
    details: [],
    source: r.source ?? null,
  };
  switch (r.kind) {
    case 'COURSE':
      return courseLine(base, r.code, facts.courses[r.courseCode ?? '']);
    case 'EXAM':
      return examLine(base, r, facts.exams[r.paperCode ?? '']);
    case 'ATTESTATION':
      return attestationLine(base, r, facts.attestations);
  }
}

type Base = Omit<CheckLine, 'passed' | 'found' | 'needed'>;
const met = (base: Base, found: TwoLanguages, needed: TwoLanguages): Finding => ({
  line: { ...base, passed: true, found, needed },
});
const unmet = (
  base: Base,
  found: TwoLanguages,
  needed: TwoLanguages,
  code: string,
  params: Missing['params'] = {},
): Finding => ({
  line: { ...base, passed: false, found, needed },
  missing: { code, params, requirementCode: base.requirementCode },
});

function courseLine(base: Base, requirementCode: string, c: CourseFound | undefined): Finding {
  const needed = say('学完全部课时', 'All lessons completed');
  if (c?.completed) return met(base, say('已学完', 'Completed'), needed);
  if (!c) return unmet(base, say('还没有学习记录', 'Not begun'), needed, 'CREDENTIALS_COURSE_NOT_BEGUN');
  const count = c.missing.length;
  return unmet(
    { ...base, requirementCode, details: c.missing.map((m) => say(m.titleZh, m.titleEn)) },
    say(`还有 ${count} 课时未完成`, `${count} ${count === 1 ? 'lesson' : 'lessons'} still open`),
    needed,
    'CREDENTIALS_COURSE_INCOMPLETE',
    { count },
  );
}

function examLine(base: Base, r: RequirementFact, e: ExamFound | undefined): Finding {
  const percent = r.passPercent ?? null;
  const needed =
    percent === null ? say('考试合格', 'Pass the examination') : say(`不低于 ${percent}%`, `At least ${percent} %`);
  const limit =
    r.maxAttempts === undefined ? say('', '') : say(`，限 ${r.maxAttempts} 次`, ` of at most ${r.maxAttempts}`);
  if (!e?.best) {
    return e?.openAttempt
      ? unmet(base, say('考试进行中', 'Examination under way'), needed, 'CREDENTIALS_EXAM_OPEN')
      : e && e.attempts > 0
        ? unmet(base, say('已交卷，等待评分', 'Handed in, waiting to be marked'), needed, 'CREDENTIALS_EXAM_OPEN')
        : unmet(base, say('尚未参加考试', 'Not sat yet'), needed, 'CREDENTIALS_EXAM_NOT_TAKEN');
  }
  const found = say(
    `最好成绩 ${e.best.percent}%（已考 ${e.attempts} 次${limit.zh}）`,
    `Best ${e.best.percent} % (attempts: ${e.attempts}${limit.en})`,
  );
  if (passes(e.best, percent)) return met(base, found, needed);
  const params = { found: e.best.percent, needed: String(percent ?? ''), attempts: e.attempts };
  const used = r.maxAttempts !== undefined && e.attempts >= r.maxAttempts && !e.openAttempt;
  return used
    ? unmet(base, found, needed, 'CREDENTIALS_EXAM_ATTEMPTS_USED', { ...params, max: r.maxAttempts! })
    : unmet(base, found, needed, 'CREDENTIALS_EXAM_BELOW', params);
}

/**
 * The displayed percentage was rounded to two decimals: shown as exactly the pass mark it may have been 59.996, so there
 * the exact verdict of the grading decides; away from the mark rounding cannot change the answer.
 */
function passes(best: NonNullable<ExamFound['best']>, passPercent: number | null): boolean {
  if (passPercent === null) return best.passed;
  const side = compare(parseDecimal(best.percent), parseDecimal(String(passPercent)));
  return side > 0 || (side === 0 && best.passed);
}

function attestationLine(base: Base, r: RequirementFact, all: AttestationFound[]): Finding {
  const unit = unitOf(r.unit);
  const minimum = r.minimum ?? null;
  const needed =
    minimum === null
      ? say('由培训基地确认', 'Confirmed by the training base')
      : say(`不少于 ${minimum}${unit.zh}`, `At least ${minimum}${unit.en}`);
  const last = all
    .filter((a) => a.requirementCode === r.code)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
    .at(-1);
  if (!last) {
    return unmet(base, say('培训基地尚未登记', 'Not recorded by the base yet'), needed, 'CREDENTIALS_NOT_ATTESTED');
  }
  const found = say(
    `${last.value}${unit.zh}（${last.recordedByName} 登记）`,
    `${last.value}${unit.en} (recorded by ${last.recordedByName})`,
  );
  const enough =
    minimum === null || (isDecimal(last.value) && compare(parseDecimal(last.value), parseDecimal(minimum)) >= 0);
  return enough
    ? met(base, found, needed)
    : unmet(base, found, needed, 'CREDENTIALS_ATTESTED_BELOW', { found: last.value, needed: minimum! });
}

const condition = (code: string, zh: string, en: string): Base => ({
  code,
  requirementCode: null,
  label: say(zh, en),
  details: [],
  source: null,
});

function noRequirements(): Finding {
  const base = condition('HAS_REQUIREMENTS', '培训方案列有结业要求', 'The programme states its requirements');
  return unmet(
    base,
    say('没有列出任何要求', 'None stated'),
    say('至少一项', 'At least one'),
    'CREDENTIALS_NO_REQUIREMENTS',
  );
}

function enrolmentLine(state: string): Finding {
  const base = condition('IN_TRAINING', '在培状态', 'In training');
  const needed = say('在培', 'In training');
  if (state === 'ACTIVE') return met(base, needed, needed);
  if (state === 'ADMITTED') {
    return unmet(
      base,
      say('已录取，班级尚未开班', 'Admitted, class not begun'),
      needed,
      'CREDENTIALS_TRAINING_NOT_BEGUN',
    );
  }
  return unmet(base, say('已不在培', 'No longer in training'), needed, 'CREDENTIALS_NOT_IN_TRAINING', { state });
}

function holdLine(holds: CompletionFacts['holds']): Finding {
  const base = condition('NO_OPEN_CASE', '没有未了结的违规或核查事项', 'No open misconduct or inquiry');
  const none = say('没有', 'None');
  const first = holds[0];
  if (!first) return met(base, none, none);
  return unmet(
    { ...base, details: holds.map((h) => say(`${h.openedOn} ${h.reason}`, `${h.openedOn} ${h.reason}`)) },
    say(`自 ${first.openedOn} 起暂缓发证`, `Issue on hold since ${first.openedOn}`),
    none,
    'CREDENTIALS_ON_HOLD',
    { since: first.openedOn },
  );
}
