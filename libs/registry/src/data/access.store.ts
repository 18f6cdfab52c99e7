import { Injectable } from '@nestjs/common';
import { Db, type Param } from '@app/platform';
import { likeText } from './people.store';

export interface AccessFilter {
  name?: string;
  tail?: string;
  actor?: string;
  from?: Date;
  to?: Date;
}

export interface AccessRow {
  id: string;
  at: Date;
  actorName: string;
  role: string;
  organisationName: string | null;
  personName: string;
  citizenIdTail: string;
  act: string;
  purpose: string;
}

/** The access log across people, for those who watch the watchers. */
@Injectable()
export class AccessStore {
  constructor(private readonly db: Db) {}

  async page(f: AccessFilter, page: { offset: number; limit: number }): Promise<{ rows: AccessRow[]; total: number }> {
    const parts = ['1=1'];
    const params: Param[] = [];
    const add = (sql: string, value: Param) => {
      parts.push(sql);
      params.push(value);
    };
    if (f.name) add('p.name = ?', f.name);
    if (f.tail) add('p.citizen_id_tail = ?', f.tail);
    if (f.actor) add('l.actor_name LIKE ?', `${likeText(f.actor)}%`);
    if (f.from) add('l.at >= ?', f.from);
    if (f.to) add('l.at < ?', f.to);
    const from = `FROM access_log l JOIN person p ON p.id = l.person_id WHERE ${parts.join(' AND ')}`;
    const [rows, total] = await Promise.all([
      this.db.query<AccessRow>(
        `SELECT l.id, l.at, l.actor_name, l.role, l.organisation_name, p.name AS person_name, p.citizen_id_tail, l.act, l.purpose
         ${from} ORDER BY l.at DESC, l.id DESC LIMIT ? OFFSET ?`,
        [...params, page.limit, page.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n ${from}`, params),
    ]);
    return { rows, total };
  }
}
