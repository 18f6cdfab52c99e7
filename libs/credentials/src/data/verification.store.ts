import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { Db, execute } from '@app/platform';

@Injectable()
export class VerificationStore {
  constructor(private readonly db: Db) {}

  async add(day: Day, channel: 'CODE' | 'NUMBER', outcome: string): Promise<void> {
    await execute(
      this.db.dataSource,
      'INSERT INTO verification_count (day, channel, outcome, n) VALUES (?, ?, ?, 1) ON DUPLICATE KEY UPDATE n = n + 1',
      [day, channel, outcome],
    );
  }
}
