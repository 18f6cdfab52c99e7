import { page } from '$app/state';
import type { Messages } from './zh-CN';

export type Lang = 'zh-CN' | 'en';
export const DEFAULT_LANG: Lang = 'zh-CN';
export const LANGS: Record<Lang, string> = { 'zh-CN': '简体中文', en: 'English' };
export const asLang = (value: unknown): Lang => (value === 'en' ? 'en' : DEFAULT_LANG);

type Area = keyof Messages & string;
/** Every sentence of the product: `area.key`. */
export type Key = { [A in Area]: `${A}.${keyof Messages[A] & string}` }[Area];
type TextOf<K extends Key> = K extends `${infer A}.${infer N}`
  ? A extends Area
    ? N extends keyof Messages[A]
      ? Messages[A][N]
      : never
    : never
  : never;

/** `{count}` and `{count|page|pages}` (one | other, for English) both ask for `count`. */
export type ParamNames<S> = S extends `${string}{${infer P}}${infer Rest}`
  ? (P extends `${infer Name}|${string}` ? Name : P) | ParamNames<Rest>
  : never;
type Args<K extends Key> = [ParamNames<TextOf<K>>] extends [never]
  ? []
  : [params: Record<ParamNames<TextOf<K>>, string | number>];

/** The other language must have exactly these areas and keys. */
export type Like<T> = { readonly [K in keyof T]: string };

const loaded: Partial<Record<Lang, Record<string, Record<string, string>>>> = {};

/** Areas not sent with every page, most of them words of officials' pages: `./LANG/AREA.ts`. */
const APART = [
  'account',
  'admin',
  'bases',
  'certificates',
  'classes',
  'counting',
  'course',
  'desk',
  'exam',
  'figures',
  'goals',
  'indicators',
  'people',
  'peopleDesk',
  'places',
  'registry',
  'reports',
  'verify',
] as const;
type ApartArea = (typeof APART)[number];
const apart = import.meta.glob<Record<string, string>>(
  './{zh-CN,en}/{account,admin,bases,certificates,classes,counting,course,desk,exam,figures,goals,indicators,people,peopleDesk,places,registry,reports,verify}.ts',
  {
    import: 'default',
  },
);
/** Pages of learners and of the public on which some of these words occur. */
const ELSEWHERE: [path: RegExp, areas: readonly ApartArea[]][] = [
  [/^\/$|^\/(v|verify)(\/|$)/, ['verify']],
  [/^\/figures(\/|$)/, ['figures']],
  [/^\/(account|sign-in|set-password)(\/|$)/, ['account']],
  [/^\/bases(\/|$)/, ['bases']],
  [/^\/classes(\/|$)/, ['bases', 'classes']],
  [/^\/certificates(\/|$)/, ['certificates']],
  [/^\/home(\/|$)/, ['certificates', 'classes', 'course']],
  [/^\/learning(\/|$)/, ['bases', 'classes', 'course']],
  [/^\/exams(\/|$)/, ['exam']],
  [/^\/profile(\/|$)/, ['people', 'registry']],
  [/^\/setup(\/|$)/, ['account', 'admin', 'registry']],
  [/^\/jobs(\/|$)/, ['admin', 'registry']],
  [/^\/style(\/|$)/, APART],
];
const wanted = new Set<ApartArea>();

/** Officials get all words; learners and the public only what the page uses. */
export const areasFor = (role: string | undefined, path: string): readonly ApartArea[] =>
  role !== undefined && role !== 'TRAINEE' ? APART : (ELSEWHERE.find(([p]) => p.test(path))?.[1] ?? []);

/** The root layout waits for this, so every component may call `t` at once. One language is sent to a browser, not two. */
export async function loadMessages(lang: Lang, areas: readonly ApartArea[] = APART): Promise<void> {
  // Once needed, also after the language was switched.
  for (const area of areas) wanted.add(area);
  const has = loaded[lang];
  const more = [...wanted].filter((area) => !has?.[area]);
  const [core, ...rest] = await Promise.all([
    has ?? (lang === 'en' ? import('./en') : import('./zh-CN')).then((m) => m.messages),
    ...more.map((area) => apart[`./${lang}/${area}.ts`]!()),
  ]);
  // What another call has brought meanwhile stays.
  loaded[lang] = { ...core, ...loaded[lang], ...Object.fromEntries(more.map((area, i) => [area, rest[i]!])) };
}

/** For code without a page (hooks, `load`). In components use `t`. */
export function translate<K extends Key>(lang: Lang, key: K, ...[params]: Args<K>): string {
  const dot = key.indexOf('.');
  const text = loaded[lang]?.[key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (text === undefined) return key;
  if (!params) return text;
  const values = params as Record<string, string | number>;
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one !== undefined) return Number(value) === 1 ? one : (other ?? one);
    return typeof value === 'number' ? number(value, {}, lang) : value;
  });
}

/** The language of the page now; follows the switch at once. */
export const lang = (): Lang => page.data.lang ?? DEFAULT_LANG;

/** The sentence for `key` in the reader's language. Numbers in `params` are written with separators. */
export function t<K extends Key>(key: K, ...args: Args<K>): string {
  return translate(lang(), key, ...args);
}

/** Names that are data come in both languages: `label(programme.name)`. */
export const label = (text: { zh: string; en: string }): string => (lang() === 'en' ? text.en || text.zh : text.zh);

const ZONE = 'Asia/Shanghai';
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function cached<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  let made = cache.get(key);
  if (!made) cache.set(key, (made = make()));
  return made as F;
}

/** 12,345.6 */
export function number(value: number, options: Intl.NumberFormatOptions = {}, language: Lang = lang()): string {
  return cached(`n${language}${JSON.stringify(options)}`, () => new Intl.NumberFormat(language, options)).format(value);
}

/** A share 0…1 as 12.3 %. */
export function percent(share: number, digits = 1): string {
  return number(share, { style: 'percent', maximumFractionDigits: digits });
}

function parts(value: string | number | Date): Record<string, string> {
  const format = cached(
    'd',
    () =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone: ZONE,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),
  );
  return Object.fromEntries(format.formatToParts(new Date(value)).map((p) => [p.type, p.value]));
}

/** An instant as 2026-11-21 19:30 (Beijing time); empty for null. */
export function dateTime(value: string | number | Date | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  const p = parts(value);
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`;
}

/** A calendar day (`2026-11-21`) as it is, an instant as its Beijing day; empty for null. */
export function date(value: string | number | Date | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const p = parts(value);
  return `${p.year}-${p.month}-${p.day}`;
}

/** Seconds as 1:05:09 or 5:09. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const h = Math.floor(s / 3600);
  return h > 0 ? `${h}:${two(Math.floor((s % 3600) / 60))}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
}
