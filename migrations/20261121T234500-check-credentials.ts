import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECKS: [table: string, name: string, rule: string][] = [
  [
    'certificate',
    'ck_certificate_state',
    "`state` IN ('ISSUED', 'SUSPENDED', 'CANCELLED', 'REVOKED', 'REPLACED') AND (`state` IN ('CANCELLED', 'REVOKED')) = (`ended_on` IS NOT NULL)",
  ],
  [
    'certificate',
    'ck_certificate_days',
    '(`valid_to_end` IS NULL OR `valid_to_end` > `valid_from`) AND (`ended_on` IS NULL OR `ended_on` >= `issued_on`)',
  ],
  ['certificate', 'ck_certificate_number', 'CHAR_LENGTH(`number`) = 15 AND CHAR_LENGTH(`verify_code`) = 22'],
  ['cert_counter', 'ck_cert_counter_sequence', '`last_sequence` BETWEEN 0 AND 999999'],
  ['completion_decision', 'ck_decision_current', '`current_of` IS NULL OR `current_of` = `enrolment_id`'],
  ['issue_hold', 'ck_issue_hold_open', '(`open_of` IS NULL) = (`closed_at` IS NOT NULL)'],
  [
    'issue_item',
    'ck_issue_item_state',
    "`state` IN ('WAITING', 'ISSUED', 'ALREADY', 'REFUSED', 'CANCELLED') AND (`state` IN ('ISSUED', 'ALREADY')) = (`certificate_id` IS NOT NULL)",
  ],
  [
    'certificate_file',
    'ck_certificate_file_state',
    "`state` IN ('PENDING', 'READY', 'FAILED') AND (`state` <> 'READY' OR `hash` IS NOT NULL)",
  ],
  // 2.3.5: whoever asked never decides, whatever the code above says.
  [
    'certificate_end_request',
    'ck_end_request_two_people',
    "(`open_of` IS NULL) = (`state` <> 'REQUESTED') AND (`state` NOT IN ('CONFIRMED', 'REFUSED') OR `decided_by` <> `requested_by`)",
  ],
];

/** Rules of certificates that hold below every program (domain §5.7, reliability R5). */
export class CheckCredentials1795304700000 implements MigrationInterface {
  name = '20261121T234500-check-credentials-1795304700000';

  async up(q: QueryRunner): Promise<void> {
    for (const [table, name, rule] of CHECKS) {
      // Re-runnable, because DDL is not transactional; MySQL has no ADD CONSTRAINT IF NOT EXISTS.
      const there = (await q.query(
        'SELECT 1 FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND table_name = ? AND constraint_name = ?',
        [table, name],
      )) as unknown[];
      if (!there.length) await q.query(`ALTER TABLE \`${table}\` ADD CONSTRAINT \`${name}\` CHECK (${rule})`);
    }
  }

  async down(q: QueryRunner): Promise<void> {
    for (const [table, name] of CHECKS) await q.query(`ALTER TABLE \`${table}\` DROP CONSTRAINT \`${name}\``);
  }
}
