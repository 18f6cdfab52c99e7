import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { Db } from '@app/platform';
import type { TaskTerms } from '../domain/terms';
import { fromJson } from '../data/json';

/** The terms in force. Without any row (starter content not loaded) to-dos have no last day of their own. */
@Injectable()
export class TaskTermsReader {
  constructor(private readonly db: Db) {}

  async on(day: Day): Promise<TaskTerms> {
    const row = await this.db.one<{ content: unknown }>(
      'SELECT content FROM task_terms WHERE effective_from <= ? ORDER BY effective_from DESC, version DESC LIMIT 1',
      [day],
    );
    return row ? fromJson<TaskTerms>(row.content) : NONE;
  }
}

const NONE: TaskTerms = {
  version: '-',
  effectiveFrom: '0001-01-01',
  source: { zh: '', en: '' },
  days: {},
  renewalReminderDays: { value: 0, source: '' },
};
