import { Injectable } from '@nestjs/common';
import { Db } from './db';

export interface TimelineRow {
  id: string;
  subjectId: string;
  at: Date;
  /** never shown; `system` for the system's own steps */
  accountId: string;
  actorName: string;
  role: string;
  organisationName: string | null;
  event: string;
  fromState: string | null;
  toState: string | null;
  opinion: string | null;
  ruleVersion: string | null;
  details: unknown;
}

/** Reads histories. The caller has already shown that the actor may see the subject. */
@Injectable()
export class Timelines {
  constructor(private readonly db: Db) {}

  of(subjectType: string, subjectId: string): Promise<TimelineRow[]> {
    return this.ofMany(subjectType, [subjectId]);
  }

  /** Histories of several subjects of one type, in time order; `subjectId` tells them apart. */
  async ofMany(subjectType: string, subjectIds: string[]): Promise<TimelineRow[]> {
    if (!subjectIds.length) return [];
    return this.db.query<TimelineRow>(
      'SELECT * FROM timeline_entry WHERE subject_type = ? AND subject_id IN (?) ORDER BY at, id',
      [subjectType, subjectIds],
    );
  }
}
