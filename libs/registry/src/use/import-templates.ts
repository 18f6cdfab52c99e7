import type { SheetTemplate } from '@app/platform';
import { DESIGNATIONS, MEMBERS, POPULATIONS, UNITS } from './place-templates';
import { col, MAX_PEOPLE, MAX_ROWS, words } from './sheet-columns';

export const IMPORT_KINDS = ['PEOPLE', 'INSTITUTIONS', 'UNITS', 'DESIGNATIONS', 'POPULATIONS', 'MEMBERS'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const INSTITUTIONS: SheetTemplate = {
  title: { zh: '机构名册', en: 'Institutions' },
  maxRows: MAX_ROWS,
  columns: [
    col('name', '机构名称', 'Institution', '示例市示范中心医院', {
      required: true,
      width: 30,
      aliases: ['单位名称', '医疗机构名称'],
      note: { zh: '与执业许可证或登记证书上的名称一致', en: 'As on the practice permit or registration certificate' },
    }),
    col('uscc', '统一社会信用代码', 'Unified social credit code', '12210100TEAT000155', {
      width: 24,
      aliases: ['信用代码', 'USCC'],
      note: {
        zh: '18 位。同一代码再次导入即更新同一机构；没有代码的按“县＋名称”认定',
        en: '18 characters. The same code updates the same institution; without a code, county and name decide',
      },
    }),
    col('usccOverride', '信用代码例外说明', 'Reason for exception', '', {
      width: 24,
      note: {
        zh: '仅当代码校验位不符但确认无误时填写依据，例如“登记证书扫描件已核对”',
        en: 'Only when the check character does not fit but the code is right: the evidence',
      },
    }),
    col('type', '机构类型', 'Type', '综合医院', { required: true, words: words('institutionType') }),
    col('level', '级别', 'Level', '三级', { words: words('level') }),
    col('grade', '等次', 'Grade', '甲等', { words: words('grade') }),
    col('ownership', '举办性质', 'Ownership', '公立', {
      required: true,
      words: words('ownership'),
      aliases: ['所有制', '公立/社会办'],
    }),
    col('adminLevel', '隶属层级', 'Administrative level', '市级', { required: true, words: words('adminLevel') }),
    col('county', '所在县（市、区）', 'County', '210102', {
      required: true,
      width: 24,
      aliases: ['行政区划代码', '县区', '区划代码', 'Region code'],
      note: {
        zh: '6 位行政区划代码，或“辽宁省沈阳市和平区”这样的全称',
        en: 'Six-digit region code, or the full name with province and city',
      },
    }),
    col('movedOn', '迁址日期', 'Moved on', '', {
      kind: 'DAY',
      note: {
        zh: '所在县与登记的不同时必填：从这一天起在新县计数；原登记有误的填开业日期',
        en: 'Needed when the county differs from the record: it counts there from this day; the day it opened corrects the record',
      },
    }),
    col('medical', '持有医疗机构执业许可证', 'Practice permit', '是', {
      words: words('yesNo'),
      note: {
        zh: '不填按机构类型判断；只有持证机构的人员计入统计',
        en: 'Empty: by type. Only staff of institutions with a permit are counted',
      },
    }),
    col('openedOn', '开业日期', 'Opened on', '1998-09-01', { required: true, kind: 'DAY' }),
    col('closedOn', '关闭日期', 'Closed on', '', {
      kind: 'DAY',
      note: {
        zh: '从这一天起不再营业，人员从这一天起不计',
        en: 'First day it is closed; its staff are not counted from this day',
      },
    }),
  ],
};

const PEOPLE: SheetTemplate = {
  title: { zh: '人员名册', en: 'People' },
  maxRows: MAX_PEOPLE,
  columns: [
    col('name', '姓名', 'Name', '张示例', {
      required: true,
      note: { zh: '与身份证一致', en: 'As on the identity card' },
    }),
    col('citizenId', '公民身份号码', 'Citizen ID', '210199198503100015', {
      required: true,
      width: 24,
      aliases: ['身份证号', '身份证号码', '身份证', '证件号码', 'ID number'],
      note: {
        zh: '18 位，最后一位可以是 X。一人一档，以此认定',
        en: '18 characters, the last may be X. One person, one record',
      },
    }),
    col('sex', '性别', 'Sex', '男', {
      words: words('sex'),
      note: { zh: '可不填，由身份号码得出', en: 'May stay empty: it follows from the ID' },
    }),
    col('phone', '手机号', 'Phone', '13900000000', { width: 16, aliases: ['手机', '手机号码', '联系电话'] }),
    col('institution', '主要执业（工作）机构', 'Main institution', '示例市示范中心医院', {
      required: true,
      width: 30,
      aliases: ['机构名称', '工作单位', '主要执业机构', '单位'],
    }),
    col('institutionUscc', '机构统一社会信用代码', 'Credit code of the institution', '12210100TEAT000155', {
      width: 24,
      note: { zh: '有同名机构时必填', en: 'Needed when two institutions have one name' },
    }),
    col('department', '科室', 'Department', '康复医学科'),
    col('post', '岗位', 'Post', '康复岗位', {
      words: words('post'),
      note: { zh: '治疗师在康复岗位才计入统计', en: 'Therapists count only in a rehabilitation post' },
    }),
    col('startOn', '入职日期', 'Employed from', '2016-08-01', {
      required: true,
      kind: 'DAY',
      aliases: ['到岗日期', '开始日期'],
    }),
    col('lastDay', '最后在岗日', 'Last day', '', {
      kind: 'DAY',
      note: {
        zh: '在职的不填。当天仍计入，次日起不计',
        en: 'Empty while employed. Counted on this day, not on the next',
      },
    }),
    col('licenceLevel', '医师级别', 'Licence level', '执业医师', { words: words('licenceLevel') }),
    col('category', '执业类别', 'Practice category', '临床', { words: words('category') }),
    col('licenceNumber', '医师执业证书编码', 'Licence number', '', {
      width: 20,
      note: { zh: '15 位数字', en: '15 digits' },
    }),
    col('licenceStartOn', '执业注册日期', 'Licensed from', '2016-06-20', { kind: 'DAY' }),
    col('scopes', '执业范围', 'Scope of practice', '康复医学专业', {
      width: 22,
      words: words('scope'),
      note: {
        zh: '多个范围用顿号隔开，须列全：没列的视为已取消',
        en: 'Several separated by commas, all of them: one that is missing counts as given up',
      },
    }),
    col('scopeFrom', '执业范围变更日期', 'Scope changed on', '', {
      kind: 'DAY',
      note: {
        zh: '范围与已登记的不同时必填，统计从这一天按新范围',
        en: 'Needed when the scope differs from the record; counts from this day',
      },
    }),
    col('title', '职称', 'Title', '主治医师', {
      note: { zh: '例如 主治医师、主管技师', en: 'For example 主治医师 (attending physician)' },
    }),
    col('titleRank', '职称级别', 'Title rank', '中级', {
      words: words('rank'),
      note: { zh: '常见职称可不填，由名称得出', en: 'May stay empty for common titles' },
    }),
    col('titleOn', '职称取得日期', 'Title obtained on', '2022-11-01', { kind: 'DAY' }),
    col('appointedOn', '职称聘任日期', 'Appointed on', '2023-01-01', { kind: 'DAY' }),
    col('subject', '卫生技术资格专业', 'Technical qualification', '', {
      width: 22,
      words: words('subject'),
      aliases: ['卫生专业技术资格'],
    }),
    col('subjectRank', '卫生技术资格级别', 'Qualification rank', '', { words: words('rank') }),
    col('subjectOn', '卫生技术资格取得日期', 'Qualified on', '', { kind: 'DAY' }),
    col('residencyOn', '康复医学科住培合格日期', 'Residency in rehabilitation completed on', '', { kind: 'DAY' }),
    col('filedAt', '备案执业机构', 'Filed institutions', '', {
      width: 30,
      note: {
        zh: '多机构执业的其他机构，填名称或信用代码，用顿号隔开；不重复计数',
        en: 'Other institutions of multi-site practice, names or credit codes; never counted twice',
      },
    }),
    col('filedOn', '备案日期', 'Filed on', '', { kind: 'DAY' }),
  ],
};

export const TEMPLATES: Record<ImportKind, SheetTemplate> = {
  INSTITUTIONS,
  PEOPLE,
  UNITS,
  DESIGNATIONS,
  POPULATIONS,
  MEMBERS,
};

/** Columns whose values are shown masked unless they are the fault. */
export const PRIVATE_COLUMNS: ReadonlySet<string> = new Set(['citizenId', 'phone', 'licenceNumber']);
