import type { SheetColumn, SheetTemplate } from '@app/platform';
import { col, MAX_ROWS, words } from './sheet-columns';

const institution = (zh: string, en: string): SheetColumn[] => [
  col('institution', zh, en, '示例市示范中心医院', {
    required: true,
    width: 30,
    aliases: ['单位名称', '机构', '医疗机构名称'],
  }),
  col('institutionUscc', '机构统一社会信用代码', 'Credit code of the institution', '12210100TEAT000155', {
    width: 24,
    aliases: ['统一社会信用代码', '信用代码', 'USCC'],
    note: { zh: '有同名机构时必填', en: 'Needed when two institutions have one name' },
  }),
];

const days = (start: [zh: string, en: string], end: [zh: string, en: string]): SheetColumn[] => [
  col('startOn', ...start, '2020-03-01', { required: true, kind: 'DAY', aliases: ['起始日期', '开始日期'] }),
  col('endOn', ...end, '', {
    kind: 'DAY',
    aliases: ['结束日期', '终止日期'],
    note: {
      zh: '不再有效的第一天；仍有效的不填。已登记的项目可用这一列补登结束',
      en: 'First day it no longer holds; empty while it does. Also ends what is on record',
    },
  }),
  col('endReason', '结束原因', 'Reason of the end', '', { width: 24 }),
];

export const UNITS: SheetTemplate = {
  title: { zh: '科室与治疗室', en: 'Departments and rooms' },
  maxRows: MAX_ROWS,
  columns: [
    ...institution('机构名称', 'Institution'),
    col('kind', '科室种类', 'Kind', '康复医学科', {
      required: true,
      words: words('unitKind'),
      width: 24,
      aliases: ['种类'],
    }),
    col('name', '科室名称', 'Name', '康复医学科', {
      required: true,
      aliases: ['科室', '治疗室名称', '名称'],
      note: {
        zh: '与人员名册中“科室”的写法一致，人员按名称对应到科室',
        en: 'As “department” in the list of people: staff are matched by it',
      },
    }),
    col('beds', '床位数', 'Beds', '40'),
    ...days(['开设日期', 'Opened on'], ['撤销日期', 'Closed on']),
  ],
};

export const DESIGNATIONS: SheetTemplate = {
  title: { zh: '认定', en: 'Designations' },
  maxRows: MAX_ROWS,
  columns: [
    ...institution('机构名称', 'Institution'),
    col('kind', '认定种类', 'Designation', '标准化中医康复治疗室', {
      required: true,
      words: words('designation'),
      width: 30,
    }),
    col('unitName', '科室或治疗室名称', 'Department or room', '中医康复治疗室', {
      width: 24,
      note: {
        zh: '示范科、标准化治疗室填；本机构同类只有一个时可不填',
        en: 'For demonstration departments and standard rooms; may stay empty when there is only one of the kind',
      },
    }),
    col('level', '质控中心级别', 'Level of QC centre', '', {
      words: words('qcLevel'),
      note: { zh: '只有质控中心填', en: 'QC centres only' },
    }),
    col('area', '负责地区', 'Area', '', {
      width: 24,
      aliases: ['行政区划代码', '地区'],
      note: { zh: '只有质控中心填：6 位代码或全称', en: 'QC centres only: six-digit code or full name' },
    }),
    col('documentNo', '文号', 'Document number', '示范卫函〔2024〕1号', { required: true, width: 24 }),
    ...days(['认定日期', 'Designated on'], ['终止日期', 'Ended on']),
  ],
};

export const MEMBERS: SheetTemplate = {
  title: { zh: '医联体成员', en: 'Members of consortia' },
  maxRows: MAX_ROWS,
  columns: [
    col('consortium', '医联体名称', 'Consortium', '示例县域医共体', { required: true, width: 30, aliases: ['医联体'] }),
    ...institution('成员机构', 'Member'),
    ...days(['加入日期', 'Joined on'], ['退出日期', 'Left on']),
  ],
};

export const POPULATIONS: SheetTemplate = {
  title: { zh: '人口数据', en: 'Populations' },
  maxRows: MAX_ROWS,
  columns: [
    col('series', '系列', 'Series', 'year-end', {
      required: true,
      aliases: ['系列代码'],
      note: { zh: '系列的代码或名称，例如 year-end 或 年末常住人口', en: 'Code or name of the series' },
    }),
    col('region', '地区', 'Region', '210300', {
      required: true,
      width: 24,
      aliases: ['行政区划代码', '行政区划', '地区代码'],
      note: { zh: '6 位代码，或“辽宁省鞍山市”这样的全称', en: 'Six-digit code, or the full name' },
    }),
    col('referenceDate', '基准日', 'Reference date', '2024-12-31', { required: true, kind: 'DAY', aliases: ['时点'] }),
    col('publishedOn', '公布日', 'Published on', '2025-03-31', {
      required: true,
      kind: 'DAY',
      aliases: ['公布日期', '发布日期'],
    }),
    col('persons', '常住人口（人）', 'Persons', '3150000', {
      required: true,
      aliases: ['人口', '人口数', '常住人口'],
      note: { zh: '以人为单位：4229.4 万填 42294000', en: 'In persons: 4229.4 万 is 42294000' },
    }),
    col('precision', '精度（人）', 'Rounded to', '1000', {
      aliases: ['精度'],
      note: { zh: '1、100、1000 或 10000；不填按 1', en: '1, 100, 1000 or 10000; empty is 1' },
    }),
    col('source', '来源', 'Source', '示例市国民经济和社会发展统计公报', { required: true, width: 36 }),
  ],
};
