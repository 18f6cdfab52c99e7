import type { QueryRunner } from 'typeorm';
import { requestContext } from '../log/context';

export type Param = string | number | bigint | boolean | Date | null | undefined | Param[];
export type Row = Record<string, unknown>;

const camel = new Map<string, string>();
const camelOf = (column: string): string => {
  let c = camel.get(column);
  if (c === undefined) camel.set(column, (c = column.replace(/_([a-z0-9])/g, (_, x: string) => x.toUpperCase())));
  return c;
};
export const snakeOf = (key: string): string => key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

export interface Runner {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/** Runs a statement and gives its rows with camelCase keys. Placeholders are `?`; an array fills `IN (?)`. */
export async function queryRows<T>(runner: Runner | QueryRunner, sql: string, params: Param[] = []): Promise<T[]> {
  requestContext.countStatement();
  const rows = (await runner.query(sql, params as unknown[])) as Row[];
  return rows.map((r) => {
    const out: Row = {};
    for (const k in r) out[camelOf(k)] = r[k];
    return out as T;
  });
}

/** Runs a writing statement and gives the number of affected rows. */
export async function execute(runner: Runner | QueryRunner, sql: string, params: Param[] = []): Promise<number> {
  requestContext.countStatement();
  const result = (await runner.query(sql, params as unknown[])) as { affectedRows?: number };
  return result.affectedRows ?? 0;
}

export const toColumn = (v: unknown): Param => {
  if (v === undefined) return null;
  if (v === null || v instanceof Date || typeof v === 'bigint') return v as Param;
  if (typeof v === 'object') return JSON.stringify(v);
  return v as Param;
};
