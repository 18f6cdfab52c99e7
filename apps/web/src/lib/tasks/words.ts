import { date, dateTime, lang, t } from '$lib/i18n';

/** Something the server names by code, with what its sentence needs. */
export interface Worded {
  code: string;
  params: unknown;
}

/** Keys made from codes of the server: the code may be newer than the page. */
const say = t as unknown as (key: string, params?: Record<string, string | number>) => string;
function words(key: string, params: Record<string, string | number>, fallback: string): string {
  const text = say(`tasks.${key}`, params);
  return text === `tasks.${key}` ? fallback : text;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Values as the sentence shows them: the name in the reader's language, instants in Beijing time, codes in words. */
function fill(params: unknown): Record<string, string | number> {
  const given = (params ?? {}) as Record<string, string | number | null>;
  const out: Record<string, string | number> = {};
  const own = lang() === 'en' ? 'En' : 'Zh';
  for (const [key, value] of Object.entries(given)) {
    const shown = typeof value === 'string' && INSTANT.test(value) ? dateTime(value) : (value ?? '');
    out[key] = shown;
    if (key.endsWith(own) && shown !== '') out[key.slice(0, -2)] = shown;
    else if (key.endsWith('Zh')) out[key.slice(0, -2)] ??= shown;
  }
  const coded = (key: string, prefix: string) => {
    if (typeof given[key] === 'string') out[key] = say(`${prefix}.${given[key]}`);
  };
  coded('role', 'common.role');
  coded('action', 'tasks.action');
  coded('fact', 'tasks.fact');
  coded('state', 'tasks.ended');
  out.windowTitle ||= out.item ?? '';
  if (typeof given.dueOn === 'string') out.dueOn = date(given.dueOn);
  if (typeof given.task === 'string') out.task = words(`task.${given.task}`, out, t('tasks.another'));
  return out;
}

export const taskTitle = (task: Worded): string => words(`task.${task.code}`, fill(task.params), t('tasks.another'));
/** Empty when a fact it would name is not known, as the times of an exam that is over. */
export function taskHelp(task: Worded): string {
  const text = words(`help.${task.code}`, fill(task.params), '');
  return /\{\w+\}/.test(text) || /^\s*[。.]/.test(text) ? '' : text;
}
export const taskAct = (code: string): string => words(`act.${code}`, {}, t('tasks.toTasks'));
export const outcomeText = (outcome: string): string => words(`outcome.${outcome}`, {}, '');

export const noticeTitle = (n: Worded): string => words(`note.${n.code}`, fill(n.params), t('tasks.message'));

export function noticeText(n: Worded): string {
  const params = fill(n.params);
  if (n.code === 'EXAM_NOT_PASSED') {
    const left = (n.params as { left?: number | null }).left;
    if (left === null || left === undefined) return words('text.EXAM_NOT_PASSED.ANY', params, '');
    if (left === 0) return words('text.EXAM_NOT_PASSED.NONE', params, '');
  }
  return words(`text.${n.code}`, params, '');
}
