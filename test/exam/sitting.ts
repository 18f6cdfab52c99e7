import { randomToken } from '@app/kernel';
import { readBanks, readPapers } from '../../libs/exams/src/seed/bank-file';
import { ItemLoader } from '../../libs/exams/src/seed/item-loader';
import { freeze, PaperFreezer } from '../../libs/exams/src/seed/paper-freezer';
import type { GqlAnswer, TestApp, TestUser } from '../support/app';

/** Ways to sit an exam in tests: the real operations, over the real http stack. */
export const must = <T>(a: GqlAnswer<T>): T => {
  if (!a.data || a.errors) throw new Error(JSON.stringify(a.errors));
  return a.data;
};
export const code = (a: GqlAnswer<unknown>): string | undefined => a.errors?.[0]?.extensions.code;

export const device = (): string => randomToken(16);

const SAVE = `ackSeq firstMissing serverNow deadline remainingMs state accepted late takenOver`;
export const OPENED = `attemptId epoch ackSeq maxSeq late takenOver state deadline serverNow paperHash questionCount epochOpenedAt graceSeconds
  sections { code type title { zh } blocks { groupId stem questions { id number stem options multiple points } } } answers { questionId value }`;

export interface Save {
  ackSeq: number;
  firstMissing: number | null;
  serverNow: string;
  deadline: string;
  remainingMs: number;
  state: string;
  accepted: number;
  late: number;
  takenOver: boolean;
}
export interface Paper {
  attemptId: string;
  epoch: number;
  ackSeq: number;
  maxSeq: number;
  late: number;
  takenOver: boolean;
  state: string;
  deadline: string;
  serverNow: string;
  epochOpenedAt: string;
  graceSeconds: number;
  paperHash: string;
  questionCount: number;
  sections: {
    code: string;
    type: string;
    blocks: {
      groupId: string | null;
      stem: string | null;
      questions: { id: string; number: number; stem: string; options: string[]; multiple: boolean; points: string }[];
    }[];
  }[];
  answers: { questionId: string; value: string }[];
}
export interface OpInput {
  seq: number;
  questionId: string;
  value: string;
  atMonoMs: number;
}
export interface Receipt {
  attemptId: string;
  answersHash: string;
  count: number;
  submittedAt: string;
  mac: string;
}

export const start = (u: TestUser, sessionId: string, d: string, takeOver = false) =>
  u.gql<{ startAttempt: Paper }>(
    `mutation ($s: String!, $d: String!, $t: Boolean!) { startAttempt(sessionId: $s, device: $d, takeOver: $t) { ${OPENED} } }`,
    { s: sessionId, d, t: takeOver },
  );
export const resume = (u: TestUser, attemptId: string, d: string, takeOver = false) =>
  u.gql<{ resumeAttempt: Paper }>(
    `mutation ($a: String!, $d: String!, $t: Boolean!) { resumeAttempt(attemptId: $a, device: $d, takeOver: $t) { ${OPENED} } }`,
    { a: attemptId, d, t: takeOver },
  );
export const record = (u: TestUser, attemptId: string, epoch: number, ops: OpInput[]) =>
  u.gql<{ recordAnswers: Save }>(`mutation ($i: RecordAnswersInput!) { recordAnswers(input: $i) { ${SAVE} } }`, {
    i: { attemptId, epoch, ops },
  });
export const submit = (
  u: TestUser,
  attemptId: string,
  f: { epoch?: number; ops?: OpInput[]; expectedSeq?: number; confirmed?: boolean },
  headers?: Record<string, string>,
) =>
  u.gql<{ submitAttempt: { submitted: boolean; missing: number[]; receipt: Receipt | null; save: Save } }>(
    `mutation ($i: SubmitAttemptInput!) { submitAttempt(input: $i) { submitted missing receipt { attemptId answersHash count submittedAt mac } save { ${SAVE} } } }`,
    { i: { attemptId, epoch: 1, ops: [], expectedSeq: 0, confirmed: false, ...f } },
    headers,
  );
export const heartbeat = (
  u: TestUser,
  attemptId: string,
  epoch: number,
  signals: object[] = [],
  messagesAfter = '2020-01-01T00:00:00Z',
) =>
  u.gql<{
    attemptHeartbeat: Save & { extraMinutes: number; messages: { id: string; body: string; sentAt: string }[] };
  }>(
    `mutation ($i: HeartbeatInputType!) { attemptHeartbeat(input: $i) { ${SAVE} extraMinutes messages { id body sentAt } } }`,
    { i: { attemptId, epoch, signals, messagesAfter } },
  );

/** n ops over the paper's questions, one letter each, numbered from `from`. */
export function opsFor(paper: Paper, n: number, from = 1, letter = 'A'): OpInput[] {
  const ids = questionsOf(paper).map((q) => q.id);
  return Array.from({ length: n }, (_, i) => ({
    seq: from + i,
    questionId: ids[(from + i - 1) % ids.length]!,
    value: letter,
    atMonoMs: (from + i) * 1000,
  }));
}

export const questionsOf = (paper: Paper) => paper.sections.flatMap((s) => s.blocks.flatMap((b) => b.questions));

/** An exam officer of Liaoning and an open window of the final theory paper. Needs the starter content. */
export async function scheduled(
  kx: TestApp,
  f: {
    opensInMinutes?: number;
    hours?: number;
    maxAttempts?: number;
    lateLimitMinutes?: number | null;
    officer?: TestUser;
  } = {},
): Promise<{ officer: TestUser; sessionId: string }> {
  const officer = f.officer ?? (await kx.user({ role: 'EXAM_OFFICER', regionCode: '210000', name: '考务' }));
  const papers = must(
    await officer.gql<{ examPapers: { id: string; paperCode: string }[] }>('{ examPapers { id paperCode } }'),
  ).examPapers;
  const opensAt = new Date(kx.clock.now().getTime() + (f.opensInMinutes ?? 0) * 60_000);
  const closesAt = new Date(opensAt.getTime() + (f.hours ?? 3) * 3_600_000);
  const input = {
    paperVersionId: papers.find((p) => p.paperCode === 'TP-FINAL-A')!.id,
    title: '2026年第一季度结业理论考试',
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    maxAttempts: f.maxAttempts ?? 1,
    ...(f.lateLimitMinutes === undefined ? {} : { lateLimitMinutes: f.lateLimitMinutes }),
  };
  const row = must(
    await officer.gql<{ scheduleExam: { id: string } }>(
      'mutation ($i: ScheduleExamInput!) { scheduleExam(input: $i) { id } }',
      { i: input },
    ),
  );
  return { officer, sessionId: row.scheduleExam.id };
}

/** The starter paper once more, as a newer version that shuffles options as well. */
export async function shuffledPaper(kx: TestApp): Promise<void> {
  const bank = readBanks().find((b) => b.code === 'TP-THEORY')!;
  const file = { ...readPapers().find((p) => p.code === 'TP-FINAL-A')!, shuffle: { items: true, options: true } };
  await kx.uow.run({ actor: kx.system, action: 'exams.load-papers' }, async (tx) => {
    const loaded = await kx.get(ItemLoader).load(tx, bank);
    await kx.get(PaperFreezer).store(tx, file, freeze(file, bank, loaded));
    await tx.audit({ object: { type: 'item-bank', id: bank.code } });
    return null;
  });
}
