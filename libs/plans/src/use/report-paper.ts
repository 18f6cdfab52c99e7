import { dayOf } from '@app/kernel';
import { figureDefinition } from '../domain/report-figures';
import type { ReportQueries } from './report.queries';
import type { ReportRollup } from './report-rollup';

type Read = Awaited<ReturnType<ReportQueries['report']>>;
type Rolled = Awaited<ReturnType<ReportRollup['run']>>;

const NUMBERS = '一二三四五六七八九十';
const chineseDay = (day: string): string => {
  const [y, m, d] = day.split('-').map(Number);
  return `${y}年${m}月${d}日`;
};
const RECIPIENTS: Record<string, string> = {
  PROVINCIAL_HEALTH_COMMISSION: '省卫生健康委',
  PROVINCIAL_TCM_ADMIN: '省中医药管理局',
  SPORTS_ADMIN: '省体育局',
  HEALTHCARE_SECURITY_ADMIN: '省医保局',
  DISABLED_PERSONS_FEDERATION: '省残联',
};
const number = (v: string | null): string =>
  v === null ? '—' : v.replace(/^\d+/, (n) => n.replace(/\B(?=(\d{3})+(?!\d))/g, ','));
const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((p) => p.trim())
    .filter(Boolean);

/** What the figures rest on, in words: rule, day, population, snapshot. */
export function basisNotes(s: NonNullable<Read['figureSet']>): string[] {
  const p = s.population;
  return [
    `统计口径：${s.counting.name.zh}，版本 ${s.counting.version}。统计日：${s.asOf}；培训数据为 ${s.from} 至 ${s.asOf}。`,
    p.persons === null
      ? '人口：没有可用的常住人口数，比率不计算。'
      : `人口：常住人口 ${number(String(p.persons))} 人，时点 ${p.referenceDate}${p.publishedOn ? `，${p.publishedOn} 公布` : ''}${s.policy ? `；取法：${s.policy.summary.zh}（版本 ${s.policy.version}）` : ''}。`,
    ...(s.snapshotHash ? [`数据快照校验值：${s.snapshotHash}`] : []),
  ];
}

/** A report as an official document: the content handed in, or the draft marked as such. */
export function reportPaper(r: Read) {
  const { duty } = r;
  const office = `${duty.regionName}卫生健康委员会`;
  const handed = r.submissions.at(-1);
  const figures = r.figures ?? [];
  const to = duty.recipients.map((x) => RECIPIENTS[x] ?? x).join('、');
  const signed = handed ? dayOf(handed.submittedAt) : duty.signedAt ? dayOf(duty.signedAt) : null;
  const paper = duty.recordedAfterwards;
  return {
    title: `${duty.regionName}${duty.source === 'CALL' ? '' : `${duty.year}年度`}${duty.label.zh}`,
    number: duty.documentNo ? `依据：${duty.documentNo}` : null,
    mark: handed ? null : duty.signedAt ? '已签发，未报送' : '草稿，未签发',
    office,
    to: to ? `${to}：` : (duty.toNote?.zh ?? '本级留存。'),
    sections: paper
      ? [
          {
            heading: '说明',
            paragraphs: [
              `本报告以书面形式报送（${chineseDay(dayOf(handed!.submittedAt))}），事后补录，内容以所附签字盖章扫描件为准。`,
            ],
          },
        ]
      : r.sections.map((s, i) => ({
          heading: r.sections.length > 1 ? `${NUMBERS[i] ?? i + 1}、${s.label.zh}` : s.label.zh,
          paragraphs: s.text.trim() ? paragraphs(s.text) : ['（未填写）'],
        })),
    table:
      r.figureSet && figures.length
        ? {
            title: '附表 康复人才与培训数据',
            head: ['指标', '单位', '系统数', '填报数', '说明'],
            rows: figures.flatMap((f) => {
              const def = figureDefinition(f.key);
              return def ? [[def.label.zh, def.unit.zh, number(f.computed), number(f.reported), f.reason ?? '']] : [];
            }),
            notes: [...basisNotes(r.figureSet), '填报数与系统数不同的，以填报数和所列理由一并上报，系统数不作改动。'],
          }
        : null,
    attachments: r.files.map((f) => f.name),
    date: signed ? chineseDay(signed) : '（未签发）',
    signature: `起草：${duty.draftedByName ?? '—'} 签发：${duty.signedByName ?? '—'} （盖章处） 规则版本 ${duty.ruleVersion}`,
  };
}

const STATES: Record<string, string> = {
  NOT_STARTED: '未报',
  DRAFT: '未报',
  CITY_REVIEW: '未报',
  SIGNED: '未报',
  SUBMITTED: '已报送',
  RESUBMITTED: '重新报送',
  RETURNED: '已退回',
  ACCEPTED: '已接收',
  KEPT: '市级留存',
};
const SHOWN = [
  'PHYSICIANS_UNION',
  'PHYSICIANS_PER_100K',
  'THERAPISTS_UNION',
  'THERAPISTS_PER_100K',
  'CLASSES_HELD',
  'TRAINEES_ADMITTED',
  'CERTIFICATES_ISSUED',
];

export const stateWord = (state: string): string => STATES[state] ?? state;
export const timeWord = (c: { timeliness: { daysLate: number } | null; clock: { flag: string } }): string => {
  if (c.timeliness) return c.timeliness.daysLate ? `迟报 ${c.timeliness.daysLate} 天` : '按时';
  return c.clock.flag === 'OVERDUE' ? '逾期未报' : c.clock.flag === 'NOT_RECORDED' ? '未记录' : '';
};

/** The roll-up as a table of the province. */
export function rollupPaper(r: Rolled) {
  const { first, sum } = r;
  const value = (c: Rolled['cities'][number], key: string): string => {
    const f = c.figures?.find((x) => x.key === key);
    return f ? number(f.reported ?? f.computed) + (f.reported !== null ? '*' : '') : '—';
  };
  const reasons = r.cities.flatMap((c) =>
    (c.figures ?? [])
      .filter((f) => f.reported !== null)
      .map(
        (f) =>
          `${c.name}·${figureDefinition(f.key)?.label.zh}：系统数 ${number(f.computed)}，填报数 ${number(f.reported)}。${f.reason}`,
      ),
  );
  const sets = r.cities.flatMap((c) => c.figureSet ?? []);
  const days = [...new Set(sets.map((s) => s.asOf))].sort();
  const rules = [...new Set(sets.map((s) => s.counting.version))];
  return {
    title: `${first.source === 'CALL' ? '' : `${r.year}年度`}${first.label.zh}汇总表`,
    note: `${sum.note.zh}。截止 ${first.dueOn} 24时`,
    office: '省卫生健康委员会',
    columns: 3 + SHOWN.length,
    head: ['市', '状态', '首次完整报送', ...SHOWN.map((k) => figureDefinition(k)!.label.zh)],
    rows: [
      ...r.cities.map((c) => [
        c.name,
        `${stateWord(c.duty.state)}${c.duty.recordedAfterwards ? '（补录）' : ''}`,
        `${c.duty.firstCompleteAt ? dayOf(c.duty.firstCompleteAt) : ''}\n${timeWord(c)}`.trim(),
        ...SHOWN.map((k) => value(c, k)),
      ]),
      [
        '合计（填报）',
        `${sum.received}/${sum.expected}`,
        '',
        ...SHOWN.map((k) => number(sum.sums.find((s) => s.key === k)!.reported)),
      ],
      ['合计（系统）', '', '', ...SHOWN.map((k) => number(sum.sums.find((s) => s.key === k)!.computed))],
    ],
    notes: [
      '人数、班数、证书数为各市之和；每10万人口数按合计人数和合计人口重新计算，不由各市比率相加。未报的市不计入，不作零处理。',
      ...(sum.withoutFigures.length
        ? [`${sum.withoutFigures.map((m) => m.name).join('、')}以书面报送，没有数据，未计入合计。`]
        : []),
      ...(reasons.length ? [`* 填报数与系统数不同：${reasons.join(' ')}`] : []),
      ...(sets.length
        ? [
            `统计口径版本 ${rules.join('、')}；统计日 ${days.join('、')}。各市人口时点见各市报告。规则 ${r.rule.version}。`,
          ]
        : []),
    ],
    date: `生成于 ${dayOf(r.asOf)}`,
  };
}
