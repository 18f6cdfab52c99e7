// People of 31 made-up provinces and the runs of days on which they count, straight into the tables: a registry that
// fills itself person by person is another bench's figure.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Codes no province has. */
export const PROVINCES = [
  ...[16, 17, 18, 19, 20, 24, 25, 26, 27, 28, 29, 30, 38, 39, 40, 47],
  ...[48, 49, 55, 56, 57, 58, 59, 60, 66, 67, 68, 69, 70, 72, 73],
].map(String);
const CITIES = 14;
const COUNTIES = 100;
const BATCH = 50_000;

const two = (n) => String(n).padStart(2, '0');
const countiesOf = (p) => Array.from({ length: COUNTIES }, (_, i) => `${p}${two((i % CITIES) + 1)}${two(Math.floor(i / CITIES) + 1)}`); // prettier-ignore

async function rows(db, table, list) {
  const keys = Object.keys(list[0]);
  for (let i = 0; i < list.length; i += 1000)
    await db.query(`INSERT INTO ${table} (${keys.join(', ')}) VALUES ?`, [list.slice(i, i + 1000).map((r) => keys.map((k) => r[k]))]); // prettier-ignore
}

/** Regions with populations, one hospital in each county, and an officer of the first province. @returns her cookie */
export async function places(db) {
  const now = new Date();
  const regions = PROVINCES.flatMap((p) => [
    { code: `${p}0000`, kind: 'PROVINCE', parent_code: null },
    ...Array.from({ length: CITIES }, (_, i) => ({ code: `${p}${two(i + 1)}00`, kind: 'PREFECTURE_CITY', parent_code: `${p}0000` })), // prettier-ignore
    ...countiesOf(p).map((code) => ({ code, kind: 'COUNTY', parent_code: `${code.slice(0, 4)}00` })),
  ]);
  await rows(db, 'region', regions.map((r) => ({ ...r, valid_from: '2000-01-01', name: `某地${r.code}`, autonomous: 0, pinyin: 'mou di', name_en: `Region ${r.code}` }))); // prettier-ignore
  const [[series]] = await db.query("SELECT code FROM population_series WHERE kind = 'CENSUS' LIMIT 1");
  await rows(db, 'population_value', regions.map((r) => ({ series_code: series.code, region_code: r.code, reference_date: '2020-11-01', published_on: '2021-05-11', persons: r.kind === 'PROVINCE' ? 42_000_000 : r.kind === 'COUNTY' ? 420_000 : 3_000_000, rounded_to: 1, source: 'bench', recorded_at: now }))); // prettier-ignore
  await rows(db, 'institution', PROVINCES.flatMap(countiesOf).map((code) => ({ id: hospitalOf(code), name: `基准医院${code}`, name_pinyin: 'ji zhun', type: 'GENERAL_HOSPITAL', level: 'III', grade: 'A', ownership: 'PUBLIC', admin_level: 'COUNTY', county_code: code, medical: 1, opened_on: '1990-01-01', recorded_at: now, updated_at: now }))); // prettier-ignore
  return officer(db, `${PROVINCES[0]}0000`);
}

export const hospitalOf = (county) => `0199aaaa-0000-7000-8000-000000${county}`;

async function officer(db, regionCode) {
  const now = new Date();
  const [accountId, grantId, token] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')];
  await rows(db, 'account', [{ id: accountId, login_name: accountId, name: '基准', must_change_password: 0, totp_enabled_at: now, origin: 'NORMAL', created_at: now }]); // prettier-ignore
  await rows(db, 'role_grant', [{ id: grantId, account_id: accountId, role: 'PROVINCE_OFFICER', region_code: regionCode, state: 'ACTIVE', starts_on: '2000-01-01', created_at: now }]); // prettier-ignore
  await rows(db, 'session', [{ token_hash: createHash('sha256').update(token).digest('hex'), public_id: randomUUID(), account_id: accountId, grant_id: grantId, created_at: now, last_seen_at: now, expires_at: new Date(now.getTime() + 12 * 3_600_000), level: 'FULL' }]); // prettier-ignore
  return `kx_session=${token}`;
}

/** SQL: the county of person `n`, by turns over all provinces, cities and counties. */
const COUNTY = `CONCAT(ELT((n MOD 31) + 1, ${PROVINCES.join(', ')}), LPAD(((n DIV 31) MOD 100) MOD ${CITIES} + 1, 2, '0'), LPAD(((n DIV 31) MOD 100) DIV ${CITIES} + 1, 2, '0'))`;
const ELSEWHERE = COUNTY.replaceAll('(n DIV 31)', '(n DIV 31 + 37)');
const PERSON = "CONCAT(LPAD(HEX(n), 8, '0'), '-0000-7000-8000-000000000000')";
const id = (k) => `CONCAT(LPAD(HEX(n), 8, '0'), '-000${k}-7000-8000-000000000000')`;
const NAME = "CONCAT(ELT(1 + n * 7919 MOD 12, 'wang', 'li', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou', 'wu', 'xu', 'sun'), ' ', LPAD(n * 104729 MOD 1000003, 7, '0'))"; // prettier-ignore

/** Fills tables without their secondary indexes and builds these afterwards, sorted: minutes less for a million rows. */
export async function withoutIndexes(db, tables, fill) {
  const again = [];
  for (const table of tables) {
    const [list] = await db.query(`SHOW INDEX FROM ${table} WHERE Key_name <> 'PRIMARY'`);
    const byName = new Map();
    for (const i of list) byName.set(i.Key_name, [...(byName.get(i.Key_name) ?? []), i]);
    const add = [...byName].map(([name, columns]) => {
      const unique = columns[0].Non_unique ? '' : 'UNIQUE ';
      return `ADD ${unique}INDEX \`${name}\` (${columns.sort((a, b) => a.Seq_in_index - b.Seq_in_index).map((c) => `\`${c.Column_name}\``).join(', ')})`; // prettier-ignore
    });
    await db.query(`ALTER TABLE ${table} ${[...byName.keys()].map((name) => `DROP INDEX \`${name}\``).join(', ')}`);
    again.push(() => db.query(`ALTER TABLE ${table} ${add.join(', ')}`));
  }
  await fill();
  for (const add of again) await add();
}

/**
 * People `from`…`to`: each a person, a main site and two runs of days; every tenth also a run that was held true once.
 * @param version of the counting rule
 */
export async function people(db, from, to, version) {
  for (let a = from; a <= to; a += BATCH) {
    const seq = `(SELECT seq AS n FROM seq_${a}_to_${Math.min(to, a + BATCH - 1)}) s`;
    await db.query(
      `INSERT INTO person (id, citizen_id_sealed, citizen_id_index, citizen_id_tail, name, name_pinyin, name_initials, sex, birth_date, recorded_at, updated_at)
       SELECT ${PERSON}, 'v1.bench', LPAD(n, 64, '0'), LPAD(n MOD 10000, 4, '0'), CONCAT('测', n), ${NAME}, 'c', IF(n MOD 2, 'M', 'F'), '1980-01-01', NOW(3), NOW(3) FROM ${seq}`,
    );
    await db.query(
      `INSERT INTO practice_site (id, person_id, institution_id, role, post, start_on, open_main_of, recorded_at)
       SELECT ${id(4)}, ${PERSON}, CONCAT('0199aaaa-0000-7000-8000-000000', ${COUNTY}), 'MAIN', 'REHAB', '2022-01-01', ${PERSON}, NOW(3) FROM ${seq}`,
    );
    const member = (k, county, start, end, knownFrom, knownTo, more = '') =>
      db.query(
        `INSERT INTO workforce_membership (id, person_id, rule_version, category, region_code, start_on, end_on, known_from, known_to, bases, registered, certified, licence_level, sort_name, computed_at)
         SELECT ${id(k)}, ${PERSON}, ?, IF(n MOD 5 < 3, 'PHYSICIAN', 'THERAPIST'), ${county}, ${start}, ${end}, ${knownFrom}, ${knownTo},
           IF(n MOD 4, 'SCOPE', 'TRANSFER_CERT'), n MOD 4 > 0, n MOD 4 = 0, 1, ${NAME}, NOW(3) FROM ${seq} ${more}`,
        [version],
      );
    const moved = "ADDDATE('2021-01-01', n MOD 1200)";
    await member(1, ELSEWHERE, "'2019-05-01'", moved, "'2019-06-01'", 'NULL');
    await member(2, COUNTY, moved, "IF(n MOD 10 = 0, ADDDATE('2025-01-01', n MOD 300), NULL)", "'2021-01-01'", 'NULL');
    await member(3, COUNTY, "'2020-03-01'", 'NULL', "'2020-01-01'", "'2021-01-01'", 'WHERE n MOD 10 = 5');
  }
}

/** A new person with licence, scope and site and the news of it, as the registry writes them: one transaction. */
export async function newcomer(db, county) {
  const [person, licence] = [randomUUID(), randomUUID()];
  const now = new Date();
  await db.beginTransaction();
  await rows(db, 'person', [{ id: person, citizen_id_sealed: 'v1.bench', citizen_id_index: person.replaceAll('-', '').padEnd(64, 'f'), citizen_id_tail: '0000', name: '新来', name_pinyin: 'xin lai', name_initials: 'xl', sex: 'F', birth_date: '1990-01-01', recorded_at: now, updated_at: now }]); // prettier-ignore
  await rows(db, 'licence', [{ id: licence, person_id: person, level: 1, category: 'CLINICAL', start_on: '2022-01-01', recorded_at: now }]); // prettier-ignore
  await rows(db, 'licence_scope', [{ id: randomUUID(), licence_id: licence, person_id: person, scope: 'REHABILITATION', start_on: '2022-01-01', recorded_at: now }]); // prettier-ignore
  await rows(db, 'practice_site', [{ id: randomUUID(), person_id: person, institution_id: hospitalOf(county), role: 'MAIN', post: 'REHAB', start_on: '2022-01-01', open_main_of: person, recorded_at: now }]); // prettier-ignore
  await rows(db, 'outbox', [{ id: randomUUID(), name: 'registry.person-changed', payload: JSON.stringify({ personId: person }), request_id: 'bench', created_at: now, available_at: now, attempts: 0 }]); // prettier-ignore
  await db.commit();
}
