import { Injectable, type OnApplicationBootstrap, SetMetadata } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Actor, RoleCode } from '../auth/actor';
import type { Tx } from '../db/tx';
import type { PageOf } from '../graphql/types';
import type { Lang } from '../log/context';

export interface ExportColumn<R> {
  zh: string;
  en: string;
  /** cells that can be added up or sorted by date; all others are text */
  kind?: 'NUMBER' | 'DAY';
  /** characters */
  width?: number;
  of(row: R, lang: Lang): string | number | null | undefined;
}

/**
 * An official list that can be taken out as a table. The capability gives its own list query: what the file holds is what
 * the page shows, in the same scope.
 * @typeParam F the filter as it is sent; @typeParam K the filter as it is kept in the job
 */
export interface ListExport<F extends object = object, R = unknown, K = F> {
  /** also the kind of the job: `export.<code>` */
  readonly code: string;
  readonly title: { zh: string; en: string };
  /** for others the list does not exist */
  readonly roles: readonly RoleCode[];
  /** holds persons: a purpose is asked for and kept */
  readonly personal: boolean;
  /** class-validator class; keys it does not know are refused */
  readonly filter: new () => F;
  readonly columns: readonly ExportColumn<R>[];
  /** The filter for the job: nothing in it may be an identity number or a phone. */
  keep?(filter: F): K;
  /** Up to 500 rows of the list, as the actor sees it. @throws PLATFORM_NOT_FOUND when what it is the list of lies out of scope */
  page(actor: Actor, filter: K, page: { offset: number; limit: number }): Promise<PageOf<R>>;
  idOf(row: R): string;
  personOf?(row: R): string | null;
  /** Lines under the table: filter in words, rule and version, basis of the figures. */
  notes?(actor: Actor, filter: K, lang: Lang): Promise<string[]>;
  /** In the transaction that hangs the file on the job, e.g. the access log of each person in it. */
  exported?(tx: Tx, personIds: string[], purpose: string, actor: Actor): Promise<void>;
}

/** Everybody who may take out one list or another; each list names its own among these. */
export const EXPORTERS: RoleCode[] = [
  'BASE_ADMIN',
  'CITY_OFFICER',
  'COUNTY_OFFICER',
  'EXAM_OFFICER',
  'INSTITUTION_ADMIN',
  'PROVINCE_OFFICER',
];

const EXPORT = 'kx:list-export';
/** Marks a class as `ListExport`; listed in its module's providers it is found at boot. */
export const ExportsList = () => SetMetadata(EXPORT, true);

/** All lists that can be taken out. */
@Injectable()
export class ListExports implements OnApplicationBootstrap {
  private byCode?: Map<string, ListExport>;
  constructor(private readonly discovery: DiscoveryService) {}

  find(code: string): ListExport | undefined {
    return this.all().get(code);
  }

  /** @throws Error when two lists share a code, or a role cannot reach the operation at all */
  onApplicationBootstrap(): void {
    this.all();
  }

  private all(): Map<string, ListExport> {
    if (this.byCode) return this.byCode;
    const map = new Map<string, ListExport>();
    for (const w of this.discovery.getProviders()) {
      if (!w.metatype || !w.instance || !Reflect.getMetadata(EXPORT, w.metatype)) continue;
      const list = w.instance as ListExport;
      if (map.has(list.code)) throw new Error(`Two list exports are called ${list.code}`);
      const strange = list.roles.filter((r) => !EXPORTERS.includes(r));
      if (strange.length) throw new Error(`List export ${list.code}: ${strange.join(', ')} may not export at all`);
      map.set(list.code, list);
    }
    return (this.byCode = map);
  }
}

/** Beijing time, to the minute; empty for null. */
export const beijingTime = (at: Date | null | undefined): string =>
  at ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : '';

/** The filter in words: `筛选：地区 鞍山市；状态 在训`. Parts without a value are left out. */
export function filterNote(lang: Lang, parts: [zh: string, en: string, value: string | null | undefined][]): string {
  const set = parts.filter(([, , value]) => value);
  if (!set.length) return lang === 'en' ? 'Filter: none, the whole list' : '筛选：无，全部列出';
  return lang === 'en'
    ? `Filter: ${set.map(([, en, v]) => `${en} ${v}`).join('; ')}`
    : `筛选：${set.map(([zh, , v]) => `${zh} ${v}`).join('；')}`;
}

export type ExportWords = Record<string, { zh: string; en: string }>;
/** A code as the page says it; a code without words stays. */
export const exportWord = (words: ExportWords, code: string | null | undefined, lang: Lang): string =>
  code ? (words[code]?.[lang === 'en' ? 'en' : 'zh'] ?? code) : '';
