import { mod112CheckDigit } from '@app/kernel';
import { Db, Files, HandlerRegistry, systemActor } from '@app/platform';
import type { TestApp, TestUser } from './app';

/** A valid number of nobody: area 210199. @param n 0 to 7,199: different numbers, all men */
export function fixtureId(n: number): string {
  const day = String(10 + (Math.floor(n / 400) % 18)).padStart(2, '0');
  const first17 = `210199198503${day}${String(101 + (n % 400) * 2).padStart(3, '0')}`;
  return first17 + mod112CheckDigit(first17);
}

export const HEAD = '姓名,公民身份号码,主要执业（工作）机构,科室,岗位,入职日期';

export const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\n') + '\n');

const answer = <T>(r: { data: T | null; errors?: unknown }): T => {
  if (r.errors) throw new Error(JSON.stringify(r.errors));
  return r.data!;
};

/** Uploads a list as the user and opens an import. @returns its id */
export async function upload(
  kx: TestApp,
  user: TestUser,
  kind: 'PEOPLE' | 'INSTITUTIONS' | 'UNITS' | 'DESIGNATIONS' | 'POPULATIONS' | 'MEMBERS',
  data: Buffer,
  mime = 'text/csv',
): Promise<string> {
  const name = mime === 'text/csv' ? 'list.csv' : 'list.xlsx';
  const { id } = await kx.get(Files).keepUpload(user.actor, name, mime, data);
  const r = await user.gql<{ startImport: string }>(
    'mutation ($input: StartImportInput!) { startImport(input: $input) }',
    {
      input: { kind, uploadId: id },
    },
  );
  return answer(r).startImport;
}

interface Job {
  state: string;
  total: number;
  done: number;
  failed: number;
  skipped: number;
}

export interface ImportView {
  state: string;
  fault: string | null;
  unknownColumns: string[];
  counts: Record<
    'total' | 'staged' | 'faulty' | 'toCreate' | 'toUpdate' | 'same' | 'created' | 'updated' | 'unchanged' | 'refused',
    number
  >;
  stage: Job;
  write: Job | null;
}

export async function view(user: TestUser, id: string): Promise<ImportView> {
  const job = '{ state total done failed skipped }';
  const r = await user.gql<{ registryImport: ImportView }>(
    `query ($id: String!) { registryImport(id: $id) { state fault unknownColumns stage ${job} write ${job}
       counts { total staged faulty toCreate toUpdate same created updated unchanged refused } } }`,
    { id },
  );
  return answer(r).registryImport;
}

export interface PreviewRow {
  rowNo: number;
  state: string;
  effect: string | null;
  faults: { column: string | null; code: string; message: string }[];
  cells: { column: string; value: string; wrong: boolean }[];
}

export async function preview(user: TestUser, id: string, filter?: string): Promise<PreviewRow[]> {
  const r = await user.gql<{ registryImportRows: { rows: PreviewRow[] } }>(
    `query ($id: String!, $filter: ImportRowFilter) { registryImportRows(id: $id, filter: $filter, limit: 100) {
       total rows { rowNo state effect faults { column code message } cells { column value wrong } } } }`,
    { id, filter },
  );
  return answer(r).registryImportRows.rows;
}

export const confirm = (
  user: TestUser,
  id: string,
  policy = 'ONLY_VALID',
  endAbsent?: { endOn: string; reason: string; seen: number },
) =>
  user.gql('mutation ($input: ConfirmImportInput!) { confirmImport(input: $input) }', {
    input: { id, policy, endAbsent },
  });

/** Runs one handler by its name, as the worker would. */
export function handle(kx: TestApp, name: string, payload: object, attempt = 1): Promise<void> {
  const h = kx.get(HandlerRegistry).find(name)!;
  return h.instance.run(payload, { actor: systemActor(name, 'test'), outboxId: 'test', attempt });
}

export const count = (kx: TestApp, table: string, where = '1=1', params: string[] = []): Promise<number> =>
  kx.get(Db).count(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`, params);
