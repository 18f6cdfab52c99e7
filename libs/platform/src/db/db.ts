import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Param, queryRows } from './rows';

/** Reads outside a transaction. Every write goes through {@link UnitOfWork}. */
@Injectable()
export class Db {
  constructor(readonly dataSource: DataSource) {}

  query<T>(sql: string, params: Param[] = []): Promise<T[]> {
    return queryRows<T>(this.dataSource, sql, params);
  }

  async one<T>(sql: string, params: Param[] = []): Promise<T | undefined> {
    return (await this.query<T>(sql, params))[0];
  }

  /** `SELECT COUNT(*) AS n …` as a number. */
  async count(sql: string, params: Param[] = []): Promise<number> {
    return Number((await this.one<{ n: string | number }>(sql, params))?.n ?? 0);
  }
}
