import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '@app/kernel';
import { type Actor, CLOCK, Db, type PageOf, type Param } from '@app/platform';
import { fromJson } from '../data/json';
import type { Params } from '../domain/duty';
import { addressedTo, doneBy, startedBy } from '../notices.policy';

export type TaskListState = 'OPEN' | 'DONE' | 'STARTED_BY_ME';

interface TaskRow {
  id: string;
  code: string;
  params: unknown;
  link: string;
  dueOn: string | null;
  opensAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  closedByName: string | null;
  role: string | null;
  nextName: string | null;
}

/** What is on somebody's desk. `t` is the task, `?` the present instant twice. */
const SHOWN = 't.closed_at IS NULL AND t.opens_at <= ? AND (t.ends_at IS NULL OR t.ends_at > ?)';
const FINISHED = "t.closed_at IS NOT NULL AND t.outcome <> 'OBSOLETE'";

const SELECT = `SELECT t.id, t.code, t.params, t.link, t.due_on, t.opens_at, t.closed_at, t.outcome, t.role,
    cb.name AS closed_by_name, COALESCE(i.name, r.name, a.name) AS next_name
  FROM task t LEFT JOIN account cb ON cb.id = t.closed_by LEFT JOIN institution i ON i.id = t.organisation_id
  LEFT JOIN region r ON r.code = t.region_code AND r.valid_to IS NULL LEFT JOIN account a ON a.id = t.account_id`;

/** Lists and their numbers come from the same conditions, so that a badge equals its list. */
@Injectable()
export class NoticeQueries {
  constructor(
    private readonly db: Db,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private where(actor: Actor, state: TaskListState, now: Date): { sql: string; params: Param[]; order: string } {
    switch (state) {
      case 'OPEN': {
        const s = addressedTo(actor);
        const order = 't.due_on IS NULL, t.due_on, t.opens_at, t.id';
        return { sql: `${s.where} AND ${SHOWN}`, params: [...s.params, now, now], order };
      }
      case 'DONE': {
        const s = doneBy(actor);
        return { sql: `${s.where} AND ${FINISHED}`, params: s.params, order: 't.closed_at DESC, t.id DESC' };
      }
      case 'STARTED_BY_ME': {
        const s = startedBy(actor);
        const order = 't.closed_at IS NOT NULL, t.closed_at DESC, t.due_on IS NULL, t.due_on, t.id DESC';
        return { sql: `${s.where} AND ((${SHOWN}) OR (${FINISHED}))`, params: [...s.params, now, now], order };
      }
    }
  }

  async tasks(actor: Actor, f: { state: TaskListState; offset: number; limit: number }) {
    const now = this.clock.now();
    const w = this.where(actor, f.state, now);
    const [rows, total] = await Promise.all([
      this.db.query<TaskRow>(`${SELECT} WHERE ${w.sql} ORDER BY ${w.order} LIMIT ? OFFSET ?`, [
        ...w.params,
        f.limit,
        f.offset,
      ]),
      this.count(w),
    ]);
    const today = dayOf(now);
    return {
      total,
      rows: rows.map((r) => ({
        ...r,
        params: fromJson<Params>(r.params),
        openedAt: r.opensAt ?? r.closedAt!,
        overdue: r.closedAt === null && r.dueOn !== null && r.dueOn < today,
      })),
    };
  }

  private count(w: { sql: string; params: Param[] }): Promise<number> {
    return this.db.count(`SELECT COUNT(*) AS n FROM task t WHERE ${w.sql}`, w.params);
  }

  async taskCounts(actor: Actor): Promise<{ open: number; overdue: number; done: number; startedByMe: number }> {
    const now = this.clock.now();
    const list = (state: TaskListState) => this.where(actor, state, now);
    const open = list('OPEN');
    const late = { sql: `${open.sql} AND t.due_on < ?`, params: [...open.params, dayOf(now)] };
    const [o, l, d, s] = await Promise.all([open, late, list('DONE'), list('STARTED_BY_ME')].map((w) => this.count(w)));
    return { open: o!, overdue: l!, done: d!, startedByMe: s! };
  }

  /** The two badges of every page. */
  async counts(actor: Actor): Promise<{ openTasks: number; unread: number }> {
    const [openTasks, unread] = await Promise.all([
      this.count(this.where(actor, 'OPEN', this.clock.now())),
      this.unread(actor),
    ]);
    return { openTasks, unread };
  }

  private unread(actor: Actor): Promise<number> {
    return this.db.count('SELECT COUNT(*) AS n FROM notification WHERE account_id = ? AND read_at IS NULL', [
      actor.accountId,
    ]);
  }

  async notifications(
    actor: Actor,
    f: { unreadOnly: boolean; offset: number; limit: number },
  ): Promise<PageOf<NotificationRow> & { unread: number }> {
    const where = `account_id = ?${f.unreadOnly ? ' AND read_at IS NULL' : ''}`;
    const [rows, total, unread] = await Promise.all([
      this.db.query<NotificationRow>(
        `SELECT id, code, params, link, created_at, read_at FROM notification WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`,
        [actor.accountId, f.limit, f.offset],
      ),
      this.db.count(`SELECT COUNT(*) AS n FROM notification WHERE ${where}`, [actor.accountId]),
      this.unread(actor),
    ]);
    return { rows: rows.map((r) => ({ ...r, params: fromJson<Params>(r.params) })), total, unread };
  }
}

export interface NotificationRow {
  id: string;
  code: string;
  params: Params;
  link: string;
  createdAt: Date;
  readAt: Date | null;
}
