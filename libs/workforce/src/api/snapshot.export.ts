import { ArgsType, Field, OmitType } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import {
  type Actor,
  type ExportColumn,
  ExportsList,
  exportWord,
  type Lang,
  type ListExport,
  type RoleCode,
  type Tx,
} from '@app/platform';
import { Registry, wordOf } from '@app/registry';
import { SnapshotQueries } from '../use/snapshot.queries';
import { BASIS, CATEGORY, COLUMN } from './members.export';
import { TallySnapshotMembersArgs } from './snapshots.types';

@ArgsType()
class SnapshotFilter {
  @Field() @IsUUID() id: string;
}
class SnapshotMembersFilter extends OmitType(TallySnapshotMembersArgs, ['offset', 'limit'] as const) {}
type Detail = Awaited<ReturnType<SnapshotQueries['one']>>;
type Figure = Detail['figures'][number];
type Member = Awaited<ReturnType<SnapshotQueries['members']>>['rows'][number];

const OFFICERS: RoleCode[] = ['PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER'];

/** What a snapshot rests on, printed below its tables so that a figure can be traced without this system. */
function basis(s: Detail, lang: Lang): string[] {
  const en = lang === 'en';
  const known = new Date(s.knownAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  return en
    ? [
        `Snapshot: ${s.title}; region ${s.regionNameEn ?? s.regionCode}; as of ${s.asOf}, as known at ${known} (Beijing); taken by ${s.takenByName}.`,
        `Counting rule: ${s.ruleName.en}, version ${s.ruleVersion}. ${s.ruleSummary.en} Source: ${s.ruleSource}`,
        `Population: ${s.populationPolicyVersion ?? 'none'}. SHA-256: ${s.hash}`,
      ]
    : [
        `快照：${s.title}；地区 ${s.regionName ?? s.regionCode}；统计日 ${s.asOf}，按 ${known}（北京时间）已知情况；保存人 ${s.takenByName}。`,
        `统计规则：${s.ruleName.zh}，版本 ${s.ruleVersion}。${s.ruleSummary.zh}来源：${s.ruleSource}`,
        `人口口径：${s.populationPolicyVersion ?? '无'}。SHA-256：${s.hash}`,
      ];
}

/** The figures of a snapshot, region by region. */
@Injectable()
@ExportsList()
export class SnapshotExport implements ListExport<SnapshotFilter, Figure> {
  readonly code = 'tally-snapshot';
  readonly title = { zh: '统计快照', en: 'Frozen figures' };
  readonly roles = OFFICERS;
  readonly personal = false;
  readonly filter = SnapshotFilter;
  readonly columns: ExportColumn<Figure>[] = [
    { zh: '行政区划代码', en: 'Region code', width: 14, of: (r) => r.regionCode },
    { zh: '地区', en: 'Region', of: (r, lang) => (lang === 'en' ? r.regionNameEn : r.regionName) },
    { zh: '人员类别', en: 'Category', width: 20, of: (r, lang) => exportWord(CATEGORY, r.category, lang) },
    { zh: '注册口径', en: 'Registered', kind: 'NUMBER', width: 12, of: (r) => r.registered },
    { zh: '培训合格口径', en: 'Certified', kind: 'NUMBER', width: 14, of: (r) => r.certified },
    { zh: '合并去重', en: 'Distinct people', kind: 'NUMBER', width: 14, of: (r) => r.union },
    { zh: '常住人口', en: 'Population', kind: 'NUMBER', width: 16, of: (r) => r.population },
    { zh: '人口基准日', en: 'Population of', kind: 'DAY', width: 14, of: (r) => r.populationReferenceDate },
    { zh: '人口来源', en: 'Series', width: 24, of: (r) => r.populationSeries },
  ];
  constructor(private readonly queries: SnapshotQueries) {}

  async page(actor: Actor, { id }: SnapshotFilter, page: { offset: number; limit: number }) {
    const { figures } = await this.queries.one(actor, id);
    return { rows: figures.slice(page.offset, page.offset + page.limit), total: figures.length };
  }

  idOf(row: Figure): string {
    return `${row.regionCode} ${row.category}`;
  }

  async notes(actor: Actor, { id }: SnapshotFilter, lang: Lang): Promise<string[]> {
    return basis(await this.queries.one(actor, id), lang);
  }
}

/** The people behind a figure of a snapshot. */
@Injectable()
@ExportsList()
export class SnapshotMembersExport implements ListExport<SnapshotMembersFilter, Member> {
  readonly code = 'tally-snapshot-members';
  readonly title = { zh: '统计快照人员名单', en: 'People of frozen figures' };
  readonly roles = OFFICERS;
  readonly personal = true;
  readonly filter = SnapshotMembersFilter;
  readonly columns: ExportColumn<Member>[] = [
    { zh: '姓名', en: 'Name', of: (r) => r.name },
    { zh: '性别', en: 'Sex', width: 8, of: (r, lang) => wordOf('sex', r.sex, lang) },
    { zh: '行政区划代码', en: 'Region code', width: 14, of: (r) => r.countyCode },
    { zh: '地区', en: 'Region', of: (r) => r.regionName },
    {
      zh: '计入依据',
      en: 'Basis',
      width: 40,
      of: (r, lang) => r.bases.map((b) => exportWord(BASIS, b, lang)).join(lang === 'en' ? '; ' : '、'),
    },
  ];
  constructor(
    private readonly queries: SnapshotQueries,
    private readonly registry: Registry,
  ) {}

  page(actor: Actor, filter: SnapshotMembersFilter, page: { offset: number; limit: number }) {
    return this.queries.members(actor, { ...filter, column: filter.column ?? 'UNION', ...page });
  }

  idOf(row: Member): string {
    return row.personId;
  }

  personOf(row: Member): string {
    return row.personId;
  }

  async notes(actor: Actor, f: SnapshotMembersFilter, lang: Lang): Promise<string[]> {
    const which = `${f.regionCode} · ${exportWord(CATEGORY, f.category, lang)} · ${exportWord(COLUMN, f.column ?? 'UNION', lang)}`;
    return [which, ...basis(await this.queries.one(actor, f.id), lang)];
  }

  exported(tx: Tx, personIds: string[], purpose: string, who: Actor): Promise<void> {
    return this.registry.logExport(tx, personIds, purpose, who);
  }
}
