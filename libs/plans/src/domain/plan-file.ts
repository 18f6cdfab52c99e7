import { type Day, type FieldFault, compare, isDay, isDecimal, parseDecimal } from '@app/kernel';
import type { TargetDefinition } from './indicator';
import { MEASURE_KINDS } from './measure';

export interface Both {
  zh: string;
  en: string;
}

export interface PlanTargetFile extends TargetDefinition {
  label: Both;
  clause: string;
  quote: string;
  tally?: { category: string; column?: string } | null;
}

export interface ObligationFile {
  id: string;
  kind: string;
  label: Both;
  from: string;
  to: string[];
  toNote?: Both;
  schedule:
    | { rule: 'ONCE'; opens: Day; due: Day }
    /** opens and due are MM-DD of each of the years */
    | { rule: 'YEARLY'; opens: string; due: string; years: number[] };
  sections: { code: string; label: Both; required: boolean }[];
  quote?: string;
  clause: string;
  source?: string;
  indicator?: string;
}

/** A provincial plan as data: the shape of content/plans/*.json and of what an authority imports. */
export interface PlanFile {
  code: string;
  provinceCode: string;
  title: Both;
  periodStart: Day;
  periodEnd: Day;
  targets: PlanTargetFile[];
  reportObligations: ObligationFile[];
  phases?: unknown[];
  source?: string;
}

const OPS = ['GTE', 'EQ', 'RANGE', 'ABOUT', 'EXISTS'];
const LEVELS = ['PROVINCE', 'PREFECTURE_CITY', 'COUNTY'];
const STRENGTHS = ['MUST', 'STRIVE', 'IN_PRINCIPLE'];
const CATEGORIES = ['REHAB_PHYSICIAN', 'REHAB_THERAPIST'];
const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

type Json = Record<string, unknown>;
const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v);
const isText = (v: unknown, most: number): v is string => typeof v === 'string' && !!v.trim() && v.length <= most;

/**
 * Reads the text of a plan and names everything wrong with it at once; nothing is guessed.
 * @param measures codes of the indicators the product can measure; a target of another code must bring its own measure.
 * @returns the plan when there is no fault
 */
export function readPlanFile(
  text: string,
  measures: readonly string[],
): { plan: PlanFile | null; faults: FieldFault[] } {
  let doc: unknown;
  try {
    doc = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { plan: null, faults: [{ path: 'file', code: 'PLANS_FILE_NOT_JSON' }] };
  }
  if (!isObject(doc)) return { plan: null, faults: [{ path: 'file', code: 'PLANS_FILE_NOT_JSON' }] };
  const f = new Faults();
  f.when(!/^[A-Z0-9][A-Z0-9-]{2,39}$/.test(String(doc['code'] ?? '')), 'code', 'PLANS_FILE_CODE');
  f.when(!/^\d{2}0000$/.test(String(doc['provinceCode'] ?? '')), 'provinceCode', 'PLANS_FILE_PROVINCE');
  f.both(doc['title'], 'title', 300);
  const period = f.day(doc['periodStart'], 'periodStart') && f.day(doc['periodEnd'], 'periodEnd');
  if (period) f.when(String(doc['periodEnd']) < String(doc['periodStart']), 'periodEnd', 'PLANS_FILE_PERIOD');
  const targets = f.list(doc['targets'], 'targets');
  f.when(!targets.length, 'targets', 'PLANS_FILE_NO_TARGETS');
  f.distinct(targets, 'targets');
  targets.forEach((t, i) => target(f, t, `targets.${i}`, measures));
  const obligations = f.list(doc['reportObligations'] ?? [], 'reportObligations');
  f.distinct(obligations, 'reportObligations');
  obligations.forEach((o, i) => obligation(f, o, `reportObligations.${i}`));
  return { plan: f.all.length ? null : ({ reportObligations: [], ...doc } as unknown as PlanFile), faults: f.all };
}

function target(f: Faults, t: Json, at: string, measures: readonly string[]): void {
  f.text(t['id'], `${at}.id`, 20);
  f.text(t['code'], `${at}.code`, 80);
  f.both(t['label'], `${at}.label`, 300);
  f.text(t['clause'], `${at}.clause`, 60);
  f.text(t['quote'], `${at}.quote`, 500);
  f.text(t['unit'], `${at}.unit`, 30);
  f.among(t['op'], `${at}.op`, OPS);
  f.among(t['strength'], `${at}.strength`, STRENGTHS);
  if (t['by'] !== null && t['by'] !== undefined) f.day(t['by'], `${at}.by`);
  const scope = isObject(t['scope']) ? t['scope'] : {};
  f.among(scope['level'], `${at}.scope.level`, LEVELS);
  f.among(scope['aggregate'], `${at}.scope.aggregate`, ['TOTAL', 'EACH']);
  if (
    t['op'] !== 'EXISTS' &&
    f.number(t['value'], `${at}.value`) &&
    t['op'] === 'RANGE' &&
    f.number(t['valueMax'], `${at}.valueMax`)
  )
    f.when(
      compare(parseDecimal(String(t['valueMax'])), parseDecimal(String(t['value']))) < 0,
      `${at}.valueMax`,
      'PLANS_FILE_RANGE',
    );
  const tally = t['tally'];
  if (isObject(tally)) f.among(tally['category'], `${at}.tally.category`, CATEGORIES);
  const own = t['measure'];
  if (isObject(own)) f.among(own['kind'], `${at}.measure.kind`, MEASURE_KINDS);
  else f.when(!measures.includes(String(t['code'])), `${at}.code`, 'PLANS_FILE_MEASURE', { code: String(t['code']) });
}

function obligation(f: Faults, o: Json, at: string): void {
  f.text(o['id'], `${at}.id`, 20);
  f.text(o['kind'], `${at}.kind`, 40);
  f.both(o['label'], `${at}.label`, 200);
  f.text(o['clause'], `${at}.clause`, 60);
  const s = isObject(o['schedule']) ? o['schedule'] : {};
  if (!f.among(s['rule'], `${at}.schedule.rule`, ['ONCE', 'YEARLY'])) return;
  if (s['rule'] === 'ONCE') {
    if (f.day(s['opens'], `${at}.schedule.opens`) && f.day(s['due'], `${at}.schedule.due`))
      f.when(String(s['due']) < String(s['opens']), `${at}.schedule.due`, 'PLANS_FILE_PERIOD');
  } else {
    for (const key of ['opens', 'due'])
      f.when(!MONTH_DAY.test(String(s[key] ?? '')), `${at}.schedule.${key}`, 'PLANS_FILE_MONTH_DAY');
    const years = Array.isArray(s['years']) ? (s['years'] as unknown[]) : [];
    f.when(
      !years.length || years.some((y) => !Number.isInteger(y) || Number(y) < 2000 || Number(y) > 2100),
      `${at}.schedule.years`,
      'PLANS_FILE_YEARS',
    );
  }
  f.list(o['sections'] ?? [], `${at}.sections`).forEach((x, i) => {
    f.text(x['code'], `${at}.sections.${i}.code`, 40);
    f.both(x['label'], `${at}.sections.${i}.label`, 200);
  });
}

class Faults {
  readonly all: FieldFault[] = [];

  when(wrong: boolean, path: string, code: string, params?: Record<string, unknown>): boolean {
    if (wrong) this.all.push({ path, code, ...(params ? { params } : {}) });
    return !wrong;
  }
  text(v: unknown, path: string, most: number): boolean {
    return this.when(!isText(v, most), path, 'PLANS_FILE_TEXT', { most });
  }
  both(v: unknown, path: string, most: number): boolean {
    const o = isObject(v) ? v : {};
    return this.text(o['zh'], `${path}.zh`, most) && this.text(o['en'], `${path}.en`, most);
  }
  day(v: unknown, path: string): boolean {
    return this.when(typeof v !== 'string' || !isDay(v), path, 'PLANS_FILE_DAY');
  }
  number(v: unknown, path: string): boolean {
    const fine = typeof v === 'string' && v.length <= 12 && isDecimal(v) && parseDecimal(v).num >= 0n;
    return this.when(!fine, path, 'PLANS_FILE_NUMBER');
  }
  among(v: unknown, path: string, list: readonly string[]): boolean {
    return this.when(!list.includes(String(v)), path, 'PLANS_FILE_CHOICE', { choices: list.join(' · ') });
  }
  list(v: unknown, path: string): Json[] {
    const list = Array.isArray(v) ? (v as unknown[]) : null;
    this.when(list === null || list.length > 200 || list.some((x) => !isObject(x)), path, 'PLANS_FILE_LIST');
    return (list ?? []).filter(isObject);
  }
  distinct(list: Json[], path: string): void {
    const seen = new Set<string>();
    list.forEach((x, i) => {
      const id = String(x['id'] ?? '');
      this.when(!!id && seen.has(id), `${path}.${i}.id`, 'PLANS_FILE_TWICE', { id });
      seen.add(id);
    });
  }
}

export interface PlanChange {
  id: string;
  kind: 'ADDED' | 'CHANGED' | 'REMOVED' | 'SAME';
  label: Both;
}

/** What an import changes among targets (or obligations), by their id. */
export function changesOf<T extends { id: string; label: Both }>(
  before: readonly T[],
  after: readonly T[],
): PlanChange[] {
  const old = new Map(before.map((x) => [x.id, x]));
  const now = new Set(after.map((x) => x.id));
  return [
    ...after.map((x): PlanChange => {
      const was = old.get(x.id);
      const kind = !was ? 'ADDED' : canonical(was) === canonical(x) ? 'SAME' : 'CHANGED';
      return { id: x.id, kind, label: x.label };
    }),
    ...before.filter((x) => !now.has(x.id)).map((x): PlanChange => ({ id: x.id, kind: 'REMOVED', label: x.label })),
  ];
}

/** Keys in order: the database gives JSON back with its keys in an order of its own. */
function canonical(v: unknown): string {
  if (Array.isArray(v)) return `[${v.map(canonical).join(',')}]`;
  if (!isObject(v)) return JSON.stringify(v) ?? 'null';
  return `{${Object.keys(v)
    .sort()
    .map((k) => `${JSON.stringify(k)}:${canonical(v[k])}`)
    .join(',')}}`;
}
