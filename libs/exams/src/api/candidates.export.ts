import { Injectable } from '@nestjs/common';
import { OmitType } from '@nestjs/graphql';
import {
  type Actor,
  beijingTime,
  type ExportColumn,
  ExportsList,
  exportWord,
  type ExportWords,
  type Lang,
  type ListExport,
  type RoleCode,
  type Tx,
} from '@app/platform';
import { Registry } from '@app/registry';
import { ExamQueries } from '../use/exam.queries';
import { ExamCandidatesArgs } from './officer.types';

class CandidatesFilter extends OmitType(ExamCandidatesArgs, ['offset', 'limit'] as const) {}
type Row = Awaited<ReturnType<ExamQueries['candidates']>>['rows'][number];

const STATE: ExportWords = {
  STARTED: { zh: '作答中', en: 'Answering' },
  SUBMITTED: { zh: '已交卷', en: 'Handed in' },
  MARKED: { zh: '已评分', en: 'Marked' },
  VOID: { zh: '已作废', en: 'Voided' },
};
const decimal = (v: string | null): number | null => (v === null ? null : Number(v));
const COLUMNS: ExportColumn<Row>[] = [
  { zh: '姓名', en: 'Name', of: (r) => r.personName },
  { zh: '第几次作答', en: 'Attempt', kind: 'NUMBER', width: 12, of: (r) => r.number },
  { zh: '状态', en: 'State', width: 12, of: (r, lang) => exportWord(STATE, r.state, lang) },
  { zh: '开始时间', en: 'Started at', of: (r) => beijingTime(r.startedAt) },
  { zh: '交卷时间', en: 'Handed in at', of: (r) => beijingTime(r.submittedAt) },
  { zh: '截止时间', en: 'Deadline', of: (r) => beijingTime(r.deadline) },
  { zh: '延长分钟', en: 'Extra minutes', kind: 'NUMBER', width: 12, of: (r) => r.extraMinutes },
  { zh: '已答题数', en: 'Answered', kind: 'NUMBER', width: 12, of: (r) => Number(r.answered) },
  { zh: '离开页面次数', en: 'Times the page was left', kind: 'NUMBER', width: 14, of: (r) => Number(r.hiddenCount) },
  { zh: '使用设备数', en: 'Devices', kind: 'NUMBER', width: 12, of: (r) => r.epoch },
  { zh: '得分', en: 'Score', kind: 'NUMBER', width: 12, of: (r) => decimal(r.score) },
  { zh: '得分率（%）', en: 'Score in %', kind: 'NUMBER', width: 12, of: (r) => decimal(r.percent) },
  {
    zh: '结果',
    en: 'Result',
    width: 12,
    of: (r, lang) =>
      r.passed === null
        ? ''
        : exportWord({ 1: { zh: '合格', en: 'Passed' }, 0: { zh: '不合格', en: 'Failed' } }, String(r.passed), lang),
  },
];

/** Sittings and results of one exam session. */
@Injectable()
@ExportsList()
export class ExamCandidatesExport implements ListExport<CandidatesFilter, Row> {
  readonly code = 'exam-candidates';
  readonly title = { zh: '考生与成绩', en: 'Candidates and results' };
  readonly roles: RoleCode[] = ['EXAM_OFFICER'];
  readonly personal = true;
  readonly filter = CandidatesFilter;
  readonly columns = COLUMNS;
  constructor(
    private readonly queries: ExamQueries,
    private readonly registry: Registry,
  ) {}

  page(actor: Actor, { sessionId }: CandidatesFilter, page: { offset: number; limit: number }) {
    return this.queries.candidates(actor, sessionId, page);
  }

  idOf(row: Row): string {
    return row.id;
  }

  personOf(row: Row): string {
    return row.personId;
  }

  async notes(actor: Actor, { sessionId }: CandidatesFilter, lang: Lang): Promise<string[]> {
    const { session: s } = await this.queries.managedOne(actor, sessionId);
    const [from, to] = [beijingTime(s.opensAt), beijingTime(s.closesAt)];
    return lang === 'en'
      ? [
          `Session: ${s.title}, ${from} to ${to}`,
          `Paper: ${s.paperTitleEn}, version ${s.paperVersion}; ${s.questionCount} questions, ${Number(s.totalPoints)} points; pass from ${Number(s.passPercent)}%`,
        ]
      : [
          `场次：${s.title}，${from} 至 ${to}`,
          `试卷：${s.paperTitleZh}，第 ${s.paperVersion} 版；${s.questionCount} 题，满分 ${Number(s.totalPoints)} 分；得分率 ${Number(s.passPercent)}% 及以上为合格`,
        ];
  }

  exported(tx: Tx, personIds: string[], purpose: string, who: Actor): Promise<void> {
    return this.registry.logExport(tx, personIds, purpose, who);
  }
}
