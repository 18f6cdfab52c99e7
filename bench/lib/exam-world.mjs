// Candidates with live sessions and a running exam window, straight into the tables: sign-in is another bench's figure.
import { createHash, randomBytes } from 'node:crypto';

const uuid = () => {
  const b = randomBytes(16);
  b.writeUIntBE(Date.now(), 0, 6);
  b[6] = (b[6] & 0x0f) | 0x70;
  b[8] = (b[8] & 0x3f) | 0x80;
  const h = b.toString('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
};
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

async function insert(db, table, rows) {
  const keys = Object.keys(rows[0]);
  for (let i = 0; i < rows.length; i += 500) {
    const part = rows.slice(i, i + 500);
    await db.query(`INSERT INTO ${table} (${keys.join(', ')}) VALUES ?`, [part.map((r) => keys.map((k) => r[k]))]);
  }
}

/** @returns {Promise<{sessionId: string, candidates: {cookie: string, accountId: string, personId: string}[]}>} */
export async function examWorld(db, count) {
  const now = new Date();
  const [[version]] = await db.query(
    `SELECT v.id, v.programme_id FROM programme_version v JOIN programme p ON p.id = v.programme_id
     WHERE p.code = 'LN-TRANSFER-POST-REHAB' AND v.status = 'PUBLISHED' LIMIT 1`,
  );
  const [[paper]] = await db.query(
    `SELECT v.id FROM paper_version v JOIN paper p ON p.id = v.paper_id WHERE p.code = 'TP-FINAL-A' ORDER BY v.version DESC LIMIT 1`,
  );
  const classId = uuid();
  const baseId = uuid();
  await insert(db, 'institution', [
    {
      id: baseId,
      name: `基准测试医院 ${baseId.slice(-6)}`,
      name_pinyin: 'ji zhun',
      type: 'GENERAL_HOSPITAL',
      level: 'III',
      grade: 'A',
      ownership: 'PUBLIC',
      admin_level: 'CITY',
      county_code: '210102',
      medical: 1,
      opened_on: '1990-01-01',
      recorded_at: now,
      updated_at: now,
    },
  ]);
  await insert(db, 'training_class', [
    {
      id: classId,
      code: `B-${classId.slice(-12)}`,
      title: '基准测试班',
      base_institution_id: baseId,
      accreditation_id: uuid(),
      programme_id: version.programme_id,
      programme_version_id: version.id,
      training_type: 'TRANSFER_POST',
      intake_year: 2026,
      starts_on: '2026-03-01',
      last_on: '2027-02-28',
      capacity: count,
      enrol_opens_on: '2026-01-01',
      enrol_last_on: '2026-02-20',
      state: 'RUNNING',
      taken_over: 0,
      rule_version: 'CLASS-RULE-1',
      opened_by: uuid(),
      created_at: now,
    },
  ]);
  const people = Array.from({ length: count }, () => ({
    accountId: uuid(),
    personId: uuid(),
    grantId: uuid(),
    token: randomBytes(32).toString('base64url'),
  }));
  const each = (fn) => people.map(fn);
  await insert(
    db,
    'account',
    each((p) => ({
      id: p.accountId,
      login_name: p.accountId,
      name: '考生',
      person_id: p.personId,
      must_change_password: 0,
      origin: 'NORMAL',
      created_at: now,
    })),
  );
  await insert(
    db,
    'role_grant',
    each((p) => ({
      id: p.grantId,
      account_id: p.accountId,
      role: 'TRAINEE',
      state: 'ACTIVE',
      starts_on: '2000-01-01',
      created_at: now,
    })),
  );
  await insert(
    db,
    'session',
    each((p) => ({
      token_hash: sha256(p.token),
      public_id: uuid(),
      account_id: p.accountId,
      grant_id: p.grantId,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 12 * 3_600_000),
      level: 'FULL',
    })),
  );
  await insert(
    db,
    'enrolment',
    each((p) => ({
      id: uuid(),
      class_id: classId,
      person_id: p.personId,
      account_id: p.accountId,
      base_institution_id: baseId,
      employer_institution_id: baseId,
      training_type: 'TRANSFER_POST',
      intake_year: 2026,
      state: 'ACTIVE',
      long_programme_of: p.personId,
      rule_version: 'bench',
      eligibility: '[]',
      applied_at: now,
    })),
  );
  const sessionId = uuid();
  await insert(db, 'exam_session', [
    {
      id: sessionId,
      paper_version_id: paper.id,
      paper_code: 'TP-FINAL-A',
      province_code: '210000',
      title: '基准测试场次',
      opens_at: new Date(now.getTime() - 60_000),
      closes_at: new Date(now.getTime() + 6 * 3_600_000),
      duration_minutes: 300,
      late_limit_minutes: null,
      grace_seconds: 120,
      max_attempts: 1,
      pass_percent: 60,
      late_upload_hours: 24,
      rule_sources: '[]',
      state: 'SCHEDULED',
      created_by: uuid(),
      created_at: now,
    },
  ]);
  return {
    sessionId,
    candidates: people.map((p) => ({ cookie: `kx_session=${p.token}`, accountId: p.accountId, personId: p.personId })),
  };
}
