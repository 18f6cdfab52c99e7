import { Injectable } from '@nestjs/common';
import { dayOf } from '@app/kernel';
import type { Tx } from '@app/platform';
import { fail } from '../courses.errors';
import { CourseStore } from '../data/course.store';
import { type WatchRule, type WatchRuleContent, watchRuleOf } from '../domain/watch-rule';

/** The versions of the counting rule. */
@Injectable()
export class CourseRules {
  constructor(private readonly store: CourseStore) {}

  /** What a player opened now counts by. @throws COURSES_NO_RULE */
  async now(tx: Tx): Promise<WatchRule> {
    const content = await this.store.rule({ day: dayOf(tx.now) }, tx);
    if (!content) throw fail('COURSES_NO_RULE');
    return watchRuleOf(content);
  }

  /** What an open player counts by. */
  async version(tx: Tx, version: string): Promise<WatchRule> {
    const content = await this.store.rule({ version }, tx);
    if (!content) throw fail('COURSES_NO_RULE');
    return watchRuleOf(content);
  }

  /** For pages: with the sources of the figures. */
  shown(day: string): Promise<WatchRuleContent | undefined> {
    return this.store.rule({ day });
  }
}
