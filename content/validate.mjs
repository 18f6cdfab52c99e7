// 起步内容包自检：node content/validate.mjs。有任何错误即列出全部并以 1 退出。不依赖任何第三方包。
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const faults = [];
const summary = [];
const fail = (where, what) => faults.push(`${where}: ${what}`);
const check = (ok, where, what) => { if (!ok) fail(where, what); return ok; };
const abs = (rel) => path.join(root, rel);
const readJson = (rel) => {
  try {
    const text = fs.readFileSync(abs(rel), 'utf8');
    check(!text.startsWith('\uFEFF'), rel, 'has a byte-order mark');
    return JSON.parse(text);
  } catch (error) {
    fail(rel, `unreadable (${error.message})`);
    return null;
  }
};
const readCsv = (rel) => {
  let text;
  try { text = fs.readFileSync(abs(rel), 'utf8'); } catch (error) { fail(rel, error.message); return []; }
  const lines = text.trimEnd().split('\n').map((line) => {
    const cells = [];
    let cell = '';
    let quoted = false;
    for (let i = 0; i < line.length; i += 1) {
      const c = line[i];
      if (quoted) { if (c === '"' && line[i + 1] === '"') { cell += '"'; i += 1; } else if (c === '"') quoted = false; else cell += c; }
      else if (c === '"') quoted = true;
      else if (c === ',') { cells.push(cell); cell = ''; } else cell += c;
    }
    return [...cells, cell];
  });
  const [head, ...rows] = lines;
  return rows.map((row, i) => {
    check(row.length === head.length, `${rel} line ${i + 2}`, `${row.length} cells, expected ${head.length}`);
    return Object.fromEntries(head.map((h, j) => [h, row[j] ?? '']));
  });
};
const isDay = (s) => /^\d{4}-\d{2}-\d{2}$/.test(s) && !Number.isNaN(Date.parse(s)) && new Date(`${s}T00:00:00Z`).toISOString().slice(0, 10) === s;
const label = (v, where) => check(v && typeof v.zh === 'string' && v.zh.trim() && typeof v.en === 'string' && v.en.trim(), where, 'label needs zh and en');
const unique = (values, where, what) => {
  const seen = new Set();
  for (const v of values) { check(!seen.has(v), where, `duplicate ${what} ${v}`); seen.add(v); }
  return seen;
};
/** Decimal string → integer of 10^-4, exact; NaN when malformed. */
const dec = (s) => (typeof s === 'string' && /^\d+(\.\d{1,4})?$/.test(s) ? Number(s.split('.')[0]) * 10000 + Number((s.split('.')[1] ?? '').padEnd(4, '0')) : NaN);
const hasSourceAndLicence = (doc, where) => { check(doc.source?.length > 5, where, 'source missing'); check(doc.licence?.length > 2, where, 'licence missing'); };
/** Every number under `value` must be named by a source path; `*` stands for one list element. */
const everyNumberSourced = (value, at, sources, where) => {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$|^\d+\/\d+$/.test(value))) {
    check(sources.some((s) => at === s.path || at.startsWith(`${s.path}.`)), where, `no source for ${at} = ${value}`);
  } else if (Array.isArray(value)) value.forEach((v) => everyNumberSourced(v, `${at}.*`, sources, where));
  else if (value && typeof value === 'object') Object.entries(value).forEach(([k, v]) => everyNumberSourced(v, `${at}.${k}`, sources, where));
};
const sourcesOk = (sources, where) => {
  for (const s of sources ?? []) check(s.path && s.source && s.editable === true, where, `bad source entry ${JSON.stringify(s)}`);
};

// ---- enumerations (domain Appendix A, §1.5–1.8, §1.12) ----
const KINDS = new Set(['PROVINCE', 'PREFECTURE_CITY', 'DISTRICT', 'COUNTY', 'COUNTY_CITY', 'STATISTICAL_AREA']);
const SUBSPECIALTIES = new Set(['NEURO', 'ORTHOPAEDIC', 'CARDIOPULMONARY', 'ONCOLOGY', 'PAEDIATRIC', 'GERIATRIC', 'PAIN', 'CRITICAL_CARE', 'TCM', 'PSYCHOLOGICAL']);
const TRAINING_TYPES = new Set(['CE_PROJECT', 'TRANSFER_POST', 'INDUCTION', 'RESIDENCY', 'APPROPRIATE_TECHNIQUE', 'TRAINER_TRAINING', 'EXERCISE_PRESCRIPTION', 'SPORTS_INSTRUCTOR', 'BASIC_REHAB_AWARENESS', 'POST_TRAINING', 'PRIMARY_CARE_REHAB', 'ASSISTIVE_DEVICE', 'POLICY_TRAINING', 'REMOTE_TRAINING', 'OUTREACH_TRAINING', 'EMERGENCY_DRILL', 'TALENT_PROGRAMME']);
const CONTENT_AREAS = new Set([...SUBSPECIALTIES, 'SPORTS_MEDICINE', 'HEALTH_CARE', 'NUTRITION', 'HEALTHY_LIFESTYLE', 'NATIONAL_FITNESS_TEST', 'HEALTH_RISK_ASSESSMENT', 'EXERCISE_PRESCRIPTION', 'TCM_HEALTH_EXERCISE', 'TCM_REHAB_TECHNIQUE', 'MODERN_REHAB_TECHNIQUE', 'TRADITIONAL_SPORT', 'APPROPRIATE_TECHNIQUE', 'BALANCED_DIET', 'FITNESS_GUIDANCE', 'REHAB_HEALTHCARE', 'EXERCISE_RISK_ASSESSMENT', 'FITNESS_MEASUREMENT', 'CHRONIC_DISEASE_TCM', 'REHAB_EDUCATION', 'ASSISTIVE_DEVICE_GUIDANCE', 'HOME_REHAB_GUIDANCE', 'REHAB_ASSESSMENT', 'REHAB_TREATMENT', 'REHAB_GUIDANCE', 'REHAB_FOLLOW_UP', 'EARLY_INTERVENTION', 'MDT', 'ERAS', 'ASSISTIVE_DEVICE_FITTING', 'EMERGENCY_REHAB', 'EMERGING_INFECTIOUS_DISEASE_REHAB', 'LAWFUL_PRACTICE', 'QUALITY_SAFETY_CORE_SYSTEMS', 'REHAB_POLICY', 'REHAB_NURSING', 'REHAB_CONSULTATION']);
const AUDIENCES = new Set(['REHAB_PHYSICIAN', 'REHAB_THERAPIST', 'TRANSFER_CANDIDATE_GP', 'TRANSFER_CANDIDATE_ORTHO', 'TRANSFER_CANDIDATE_NEURO', 'TRANSFER_CANDIDATE_OTHER', 'IN_POST_REHAB_STAFF', 'INTENDING_REHAB_STAFF', 'ALL_MEDICAL_STAFF', 'TCM_REHAB_PROFESSIONAL', 'TCM_REHAB_PROVIDER_STAFF', 'EXERCISE_PRESCRIBER_CANDIDATE', 'COMMUNITY_DOCTOR', 'FAMILY_DOCTOR', 'GENERAL_PRACTITIONER', 'FAMILY_DOCTOR_TEAM', 'SPORTS_INSTRUCTOR', 'ASSISTIVE_DEVICE_FITTER', 'TRAINER', 'DISCIPLINE_LEADER', 'DISCIPLINE_BACKBONE', 'GRASSROOTS_PRACTICAL', 'EMERGENCY_TEAM_MEMBER', 'RESIDENT']);
const INSTITUTION_TYPES = new Set(['GENERAL_HOSPITAL', 'TCM_HOSPITAL', 'INTEGRATED_HOSPITAL', 'ETHNIC_MEDICINE_HOSPITAL', 'REHAB_HOSPITAL', 'REHAB_MEDICAL_CENTRE', 'OTHER_SPECIALTY_HOSPITAL', 'COMMUNITY_HEALTH_CENTRE', 'COMMUNITY_HEALTH_STATION', 'TOWNSHIP_HEALTH_CENTRE', 'VILLAGE_CLINIC', 'CLINIC', 'DISABILITY_REHAB_INSTITUTION', 'CHILD_WELFARE_INSTITUTION', 'UNIVERSITY', 'SPORTS_VENUE', 'SOCIETY', 'GOVERNMENT', 'OTHER']);
const CHECKS = new Set(['LICENCE_VALID', 'LICENCE_CATEGORY', 'EMPLOYED_AT_MEDICAL_INSTITUTION', 'SCOPE_NOT_REHAB', 'NO_SAME_VALID_CERTIFICATE', 'NO_OTHER_ACTIVE_LONG_PROGRAMME', 'ALIVE_NOT_MERGED', 'ENCOURAGED_SOURCE_SPECIALTY', 'REHAB_EDUCATION_OR_POST']);

// ---- 1 regions ----
const regions = readCsv('regions.csv');
const byCode = new Map(regions.map((r) => [r.code, r]));
unique(regions.map((r) => r.code), 'regions.csv', 'code');
for (const r of regions) {
  const at = `regions.csv ${r.code} ${r.name}`;
  check(/^(14|21)\d{4}$/.test(r.code), at, 'code outside the two provinces');
  check(KINDS.has(r.kind), at, `kind ${r.kind}`);
  check(r.name && r.pinyin && r.name_en && r.note, at, 'name, pinyin, name_en and note are required');
  check(isDay(r.valid_from), at, `valid_from ${r.valid_from}`);
  check(['0', '1'].includes(r.autonomous) && (r.autonomous === '1') === r.name.endsWith('自治县'), at, 'autonomous flag');
  const parent = byCode.get(r.parent_code);
  if (r.kind === 'PROVINCE') check(!r.parent_code && /0000$/.test(r.code), at, 'province shape');
  else check(parent && parent.kind === (r.kind === 'PREFECTURE_CITY' ? 'PROVINCE' : 'PREFECTURE_CITY') && r.code.startsWith(parent.code.slice(0, parent.kind === 'PROVINCE' ? 2 : 4)), at, `parent ${r.parent_code}`);
  if (r.valid_to) {
    const next = byCode.get(r.successor_code);
    check(isDay(r.valid_to) && r.valid_to > r.valid_from, at, 'valid_to');
    check(next && !next.valid_to && next.valid_from === r.valid_to && next.parent_code === r.parent_code, at, `successor ${r.successor_code} must start on ${r.valid_to} under the same city`);
  } else check(!r.successor_code, at, 'a current region has no successor');
}
const count = (prefix, kind) => regions.filter((r) => r.code.startsWith(prefix) && r.kind === kind && !r.valid_to).length;
for (const [prefix, expected] of [['21', { PREFECTURE_CITY: 14, DISTRICT: 59, COUNTY_CITY: 16, COUNTY: 25, STATISTICAL_AREA: 0 }], ['14', { PREFECTURE_CITY: 11, DISTRICT: 26, COUNTY_CITY: 11, COUNTY: 80, STATISTICAL_AREA: 4 }]]) {
  for (const [kind, n] of Object.entries(expected)) check(count(prefix, kind) === n, `regions.csv ${prefix}`, `${kind}: ${count(prefix, kind)}, expected ${n}`);
}
check(regions.filter((r) => r.code.startsWith('21') && r.autonomous === '1').length === 8, 'regions.csv 21', 'expected 8 autonomous counties');
summary.push(`regions ${regions.length} (${regions.filter((r) => r.valid_to).length} abolished)`);
const cities = (province) => regions.filter((r) => r.parent_code === province && r.kind === 'PREFECTURE_CITY').map((r) => r.code);

// ---- 2 population ----
const population = readCsv('population.csv');
unique(population.map((p) => `${p.region_code} ${p.series} ${p.reference_date}`), 'population.csv', 'value');
for (const p of population) {
  const at = `population.csv ${p.region_code} ${p.reference_date}`;
  check(byCode.get(p.region_code)?.name === p.region_name, at, 'region code and name disagree with regions.csv');
  check(['CENSUS', 'YEAR_END_ESTIMATE'].includes(p.kind) && isDay(p.reference_date) && isDay(p.published_on) && p.published_on > p.reference_date, at, 'kind or dates');
  check(/^[1-9]\d*$/.test(p.persons) && /^10*$/.test(p.precision) && p.source, at, 'persons, precision or source');
}
const persons = (code, series, date) => Number(population.find((p) => p.region_code === code && p.series === series && p.reference_date === date)?.persons);
for (const [province, total] of [['210000', 42591407], ['140000', 34915616]]) {
  check(persons(province, 'census-2020', '2020-11-01') === total, 'population.csv', `census of ${province}`);
  check(cities(province).reduce((s, c) => s + persons(c, 'census-2020', '2020-11-01'), 0) === total, 'population.csv', `census city values of ${province} do not sum to the province`);
  check(cities(province).reduce((s, c) => s + persons(c, 'year-end', '2021-12-31'), 0) === persons(province, 'year-end', '2021-12-31'), 'population.csv', `2021 city values of ${province} do not sum to the province`);
}
summary.push(`population ${population.length}`);

// ---- 3 maps ----
for (const province of ['210000', '140000']) {
  const rel = `maps/${province}.json`;
  const map = readJson(rel);
  if (!map) continue;
  check(map.source?.includes('Apache-2.0'), rel, 'licence note missing');
  check(fs.statSync(abs(rel)).size <= 60 * 1024, rel, 'larger than 60 KB');
  check(JSON.stringify(map.features.map((f) => f.properties.adcode).sort()) === JSON.stringify(cities(province).sort()), rel, 'features are not exactly the cities');
  for (const f of map.features) {
    const at = `${rel} ${f.properties.adcode}`;
    check(byCode.get(f.properties.adcode)?.name === f.properties.name && f.properties.name_en && f.properties.cp?.length === 2, at, 'name, name_en or cp');
    const polygons = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates;
    for (const ring of polygons.flat()) {
      check(ring.length >= 4 && String(ring[0]) === String(ring.at(-1)), at, 'ring not closed');
      check(ring.every(([x, y]) => x > 109 && x < 127 && y > 33 && y < 44), at, 'coordinate out of range');
    }
  }
  const copy = path.join(root, '../apps/web/static', rel);
  check(fs.existsSync(copy) && fs.readFileSync(copy).equals(fs.readFileSync(abs(rel))), rel, 'copy in apps/web/static differs');
}

// ---- 4 certificate kinds ----
const mod11 = (digits) => { let p = 0; for (const d of digits) p = ((p + Number(d)) * 2) % 11; return ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'][(12 - p) % 11]; };
const kindsDoc = readJson('credentials/kinds.json') ?? { kinds: [] };
hasSourceAndLicence(kindsDoc, 'credentials/kinds.json');
unique(kindsDoc.kinds.map((k) => k.code), 'kinds.json', 'code');
unique(kindsDoc.kinds.map((k) => k.numberKind), 'kinds.json', 'numberKind');
for (const k of kindsDoc.kinds) {
  const at = `kinds.json ${k.code}`;
  check(/^\d{2}$/.test(k.numberKind), at, 'numberKind must be two digits');
  check(k.validityMonths === null || (Number.isInteger(k.validityMonths) && k.validityMonths > 0), at, 'validityMonths');
  check(k.renewable === (k.validityMonths !== null), at, 'only kinds with an end are renewable');
  label(k.title, at); label(k.statement, at); check(k.source, at, 'source missing');
}
check(kindsDoc.kinds.length === 8, 'kinds.json', 'expected the 8 kinds of 《康训业务规则》§5.7');
for (const o of kindsDoc.numberFormat?.oracles ?? []) check(mod11(o.input) === o.check && o.input + o.check === o.number, 'kinds.json', `oracle ${o.input}`);

// ---- 5 courses ----
const course = readJson('courses/rehab-foundations/course.json');
if (course) {
  const at = 'course REHAB-FOUNDATIONS';
  hasSourceAndLicence(course, at); label(course.title, at); sourcesOk(course.sources, at);
  check(!Number.isNaN(dec(course.hours)), at, 'hours must be a decimal string');
  check(course.lessons.reduce((s, l) => s + l.expectedMinutes, 0) * 10000 === (dec(course.hours) * course.hourMinutes), at, 'lesson minutes do not add up to the hours');
  unique(course.lessons.map((l) => l.code), at, 'lesson');
  course.contentAreas.forEach((a) => check(CONTENT_AREAS.has(a), at, `content area ${a}`));
  course.audiences.forEach((a) => check(AUDIENCES.has(a), at, `audience ${a}`));
  course.trainingTypes.forEach((a) => check(TRAINING_TYPES.has(a), at, `training type ${a}`));
  course.lessons.forEach((l, i) => {
    const where = `${at} ${l.code}`;
    check(l.order === i + 1, where, 'order'); label(l.title, where);
    check({ TEXT: 'READ_TO_END', PDF: 'ALL_PAGES_SEEN', VIDEO: 'WATCHED_PERCENT' }[l.kind] === l.completion.rule, where, 'completion rule does not fit the kind');
    l.contentAreas.forEach((a) => check(CONTENT_AREAS.has(a), where, `content area ${a}`));
    for (const f of [l.file, l.poster, ...(l.captions ?? []).map((c) => c.file)].filter(Boolean)) {
      const full = abs(`courses/rehab-foundations/${f.path}`);
      if (!check(fs.existsSync(full), where, `${f.path} missing`)) continue;
      const bytes = fs.readFileSync(full);
      const sha = crypto.createHash('sha256').update(bytes).digest('hex');
      check(bytes.length === f.bytes && sha === f.sha256, where, `${f.path} changed: bytes ${bytes.length}, sha256 ${sha}`);
      if (f.mime === 'text/markdown') {
        const han = (bytes.toString('utf8').match(/[\u4e00-\u9fff]/g) ?? []).length;
        check(han >= 600 && han <= 1000, where, `${han} Chinese characters, expected 600–1000`);
      }
      if (f.mime === 'application/pdf') check(bytes.subarray(0, 5).toString() === '%PDF-' && bytes.length <= 300 * 1024, where, 'PDF larger than 300 KB or not a PDF');
      if (f.mime === 'video/mp4') check(bytes.subarray(4, 8).toString() === 'ftyp' && bytes.length <= 1.5 * 1024 * 1024 && bytes.indexOf('moov') < bytes.indexOf('mdat'), where, 'MP4 larger than 1.5 MB or not faststart');
      if (f.mime === 'text/vtt') {
        const t = (s) => s.split(':').reduce((a, b) => a * 60 + Number(b), 0);
        const cues = [...bytes.toString('utf8').matchAll(/(\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3})/g)].map((m) => [t(m[1]), t(m[2])]);
        check(bytes.toString('utf8').startsWith('WEBVTT') && cues.length > 0 && cues.every(([a, b], j) => a < b && b <= l.durationSeconds && (j === 0 || a >= cues[j - 1][1])), where, 'captions malformed, overlapping or past the end');
      }
    }
  });
  summary.push(`course lessons ${course.lessons.length}`);
}
const courseCodes = new Set([course?.code]);

// ---- 6 items and paper ----
const bank = readJson('items/transfer-post-theory.json') ?? { items: [], groups: [], outline: [], cognitiveLevels: [] };
hasSourceAndLicence(bank, 'items');
const outline = unique(bank.outline.map((o) => o.code), 'items', 'outline node');
bank.outline.forEach((o) => label(o.label, `items ${o.code}`));
const levels = new Set(bank.cognitiveLevels.map((c) => c.code));
const singleBest = /^[A-E]$/;
const letters = 'ABCDE';
const optionsOk = (options, at) => check(Array.isArray(options) && options.length === 5 && new Set(options).size === 5 && options.every((o) => typeof o === 'string' && o.trim() === o && o), at, 'exactly 5 different non-empty options');
const metaOk = (q, at) => {
  check(outline.has(q.outline), at, `outline ${q.outline}`);
  check(levels.has(q.level), at, `level ${q.level}`);
  check(q.difficulty >= 0.3 && q.difficulty <= 0.95, at, `difficulty ${q.difficulty}`);
  check(q.optionsOrdered === undefined || q.optionsOrdered === true, at, 'optionsOrdered is true or left out');
  check(q.stem?.length >= 4 && q.rationale?.length >= 10, at, 'stem or rationale missing');
};
const questions = new Map();
const tally = { A1: 0, A2: 0, A3: 0, A4: 0, B1: 0, X: 0 };
for (const q of bank.items) {
  const at = `item ${q.id}`;
  metaOk(q, at); optionsOk(q.options, at);
  check(['A1', 'A2', 'X'].includes(q.type) && q.id.startsWith(`${q.type}-`), at, 'type');
  check(q.subspecialty === null || SUBSPECIALTIES.has(q.subspecialty), at, `subspecialty ${q.subspecialty}`);
  if (q.type === 'X') check(/^[A-E]{2,5}$/.test(q.key) && [...q.key].every((c, i, a) => i === 0 || letters.indexOf(a[i - 1]) < letters.indexOf(c)), at, `X key ${q.key}: at least two, in order`);
  else check(singleBest.test(q.key), at, `key ${q.key}`);
  if (q.type === 'A2') check(/^(患者|患儿|某)/.test(q.stem), at, 'an A2 stem opens with a case');
  check(!questions.has(q.id), at, 'duplicate id');
  questions.set(q.id, { type: q.type }); tally[q.type] += 1;
}
for (const g of bank.groups) {
  const at = `group ${g.id}`;
  check(g.subspecialty === null || SUBSPECIALTIES.has(g.subspecialty), at, 'subspecialty');
  if (g.type === 'A3') check(g.stem && g.questions.length >= 2 && g.questions.length <= 3, at, 'A3 needs a case and 2–3 questions');
  else if (g.type === 'B1') { optionsOk(g.options, at); check(!g.stem && g.questions.length >= 2, at, 'B1 needs shared options and at least 2 stems'); } else fail(at, `type ${g.type}`);
  g.questions.forEach((q, i) => {
    const where = `question ${q.id}`;
    metaOk(q, where);
    check(q.id === `${g.id}-${i + 1}` && !questions.has(q.id), where, 'id');
    check(singleBest.test(q.key), where, `key ${q.key}`);
    if (g.type === 'A3') optionsOk(q.options, where); else check(q.options === undefined, where, 'B1 questions share the options of the group');
    questions.set(q.id, { type: g.type, group: g.id, of: g.questions.length }); tally[g.type] += 1;
  });
}
unique(bank.items.map((q) => q.stem), 'items', 'stem');
const cases = bank.groups.filter((g) => g.type === 'A3').length;
check(tally.A1 >= 25 && tally.A2 >= 15 && tally.X >= 10 && cases >= 6 && questions.size >= 70, 'items', `minima not met ${JSON.stringify(tally)}`);
const keys = {};
for (const q of [...bank.items, ...bank.groups.flatMap((g) => g.questions)]) if (singleBest.test(q.key)) keys[q.key] = (keys[q.key] ?? 0) + 1;
const singles = Object.values(keys).reduce((a, b) => a + b, 0);
for (const c of letters) check((keys[c] ?? 0) / singles >= 0.1 && (keys[c] ?? 0) / singles <= 0.32, 'items', `key ${c} is used ${keys[c]} of ${singles} times`);
summary.push(`questions ${questions.size} ${JSON.stringify(tally)} in ${cases} cases`);

const paper = readJson('papers/transfer-post-final.json');
const paperCodes = new Set([paper?.code]);
if (paper) {
  const at = `paper ${paper.code}`;
  hasSourceAndLicence(paper, at); label(paper.title, at); label(paper.notice, at); sourcesOk(paper.sources, at);
  check(paper.bankCode === bank.code && paper.bankVersion === bank.version, at, 'bank code or version');
  check(typeof paper.shuffle?.items === 'boolean' && paper.shuffle.options === false, at, 'shuffle: options stay in order');
  const used = [];
  let total = 0;
  for (const s of paper.sections) {
    label(s.title, `${at} ${s.code}`); label(s.instruction, `${at} ${s.code}`);
    for (const e of s.entries) {
      const group = e.groupId && bank.groups.find((g) => g.id === e.groupId);
      if (e.groupId) check(group && JSON.stringify(group.questions.map((q) => q.id)) === JSON.stringify(e.questions.map((q) => q.questionId)), at, `group ${e.groupId} is not whole`);
      for (const q of e.groupId ? e.questions.map((x) => ({ id: x.questionId, points: x.points })) : [{ id: e.itemId, points: e.points }]) {
        check(questions.get(q.id)?.type === s.type, at, `${q.id} is not an ${s.type} question of the bank`);
        check(!Number.isNaN(dec(q.points)) && dec(q.points) > 0, at, `${q.id} points ${q.points}`);
        used.push(q.id); total += dec(q.points);
      }
    }
  }
  unique(used, at, 'question');
  check(total === dec(paper.totalPoints) && paper.totalPoints === '100', at, `points sum to ${total / 10000}, expected ${paper.totalPoints}`);
  check(used.length === 40 && paper.questionCount === 40, at, `${used.length} questions, expected 40`);
  const per = (t) => used.filter((id) => questions.get(id)?.type === t).length;
  check(per('A1') === 16 && per('A2') === 10 && per('A3') >= 8 && per('A3') <= 10 && per('X') >= 4 && per('X') <= 6, at, 'composition');
  check(paper.durationMinutes === 60 && paper.passPercent === 60 && paper.lateLimitMinutes === 30 && paper.graceSeconds === 120, at, 'timing or pass mark');
  summary.push(`paper ${used.length} questions, ${total / 10000} points`);
}

// ---- 7 programmes ----
const plans = ['plans/liaoning-2022-2025.json', 'plans/shanxi-2021-2025.json'].map(readJson);
const planCodes = new Set(plans.map((p) => p?.code));
const programmeCodes = [];
for (const rel of ['programmes/transfer-post.json', 'programmes/induction.json']) {
  const doc = readJson(rel);
  if (!doc) continue;
  hasSourceAndLicence(doc, rel);
  check(JSON.stringify(doc.programmes.map((p) => p.provinceCode)) === '["210000","140000"]', rel, 'one programme per province');
  for (const p of doc.programmes) {
    const at = p.code;
    programmeCodes.push(p.code);
    label(p.name, at); label(p.summary, at);
    check(TRAINING_TYPES.has(p.type), at, `type ${p.type}`);
    check(planCodes.has(p.policyPlanCode), at, `plan ${p.policyPlanCode}`);
    p.audiences.forEach((a) => check(AUDIENCES.has(a), at, `audience ${a}`));
    if (p.provinceCode === '140000') check(p.countsTowardIndicator === null && !JSON.stringify(p).includes('PER_100K'), at, 'Shanxi has no per-100k goal');
    for (const v of p.versions) {
      const where = `${at} v${v.version}`;
      check(isDay(v.effectiveFrom) && ['DRAFT', 'PUBLISHED'].includes(v.status), where, 'status or effectiveFrom');
      sourcesOk(v.sources, where);
      const expected = p.type === 'TRANSFER_POST' ? { months: 12, hours: 160, weeks: 48, rotations: 7 } : { months: 3, hours: 80, weeks: 12, rotations: 5 };
      const sum = (list, key) => list.reduce((s, x) => s + x[key], 0);
      check(v.plan.durationMonths === expected.months && v.plan.theory.hours === expected.hours && v.plan.rotationWeeks === expected.weeks && v.plan.rotations.length === expected.rotations, where, 'plan head figures differ from DEC-11/12');
      check(sum(v.plan.theory.areas, 'hours') === v.plan.theory.hours, where, `theory areas sum to ${sum(v.plan.theory.areas, 'hours')}`);
      check(sum(v.plan.rotations, 'weeks') === v.plan.rotationWeeks, where, `rotations sum to ${sum(v.plan.rotations, 'weeks')}`);
      if (v.plan.minDopsTotal) check(sum(v.plan.rotations, 'minDops') >= v.plan.minDopsTotal, where, 'DOPS of the rotations are fewer than the total');
      unique(v.plan.theory.areas.map((a) => a.code), where, 'area'); unique(v.plan.rotations.map((r) => r.code), where, 'rotation');
      v.plan.theory.areas.forEach((a) => { label(a.label, where); a.contentAreas.forEach((c) => check(CONTENT_AREAS.has(c), where, `content area ${c}`)); });
      v.plan.rotations.forEach((r) => { label(r.label, where); check(r.subspecialty === null || SUBSPECIALTIES.has(r.subspecialty), where, `subspecialty ${r.subspecialty}`); });
      everyNumberSourced(v.plan, 'plan', v.sources, where);
      unique(v.eligibility.checks.map((c) => c.code), where, 'check');
      for (const c of v.eligibility.checks) {
        check(CHECKS.has(c.code) && ['MUST', 'PREFERENCE'].includes(c.kind) && c.source, where, `check ${c.code}`);
        label(c.label, `${where} ${c.code}`); label(c.hint, `${where} ${c.code}`);
      }
      v.eligibility.recheckOnIssue.forEach((c) => check(v.eligibility.checks.some((x) => x.code === c), where, `recheck ${c}`));
      unique(v.requirements.map((r) => r.code), where, 'requirement');
      for (const r of v.requirements) {
        const what = `${where} ${r.code}`;
        label(r.label, what); label(r.note, what);
        if (r.kind === 'COURSE') check(courseCodes.has(r.courseCode), what, `course ${r.courseCode}`);
        else if (r.kind === 'EXAM') {
          check(paperCodes.has(r.paperCode) || (r.paperPending === true && v.status === 'DRAFT'), what, `paper ${r.paperCode} is not in the pack and the version is not a draft`);
          check(r.passPercent > 0 && r.passPercent <= 100 && r.maxAttempts >= 1, what, 'passPercent or maxAttempts');
        } else if (r.kind === 'ATTESTATION') check(['WEEKS', 'POINTS', 'COUNT'].includes(r.unit) && r.minimum > 0 && (r.maximum === undefined || r.maximum >= r.minimum), what, 'unit, minimum or maximum');
        else fail(what, `kind ${r.kind}`);
        for (const [k, x] of Object.entries(r)) if (typeof x === 'number') check(v.sources.some((s) => s.path === `requirements.${r.code}.${k}`), what, `no source for ${k}`);
      }
      check(v.requirements.find((r) => r.code === 'ROTATIONS')?.minimum === v.plan.rotationWeeks, where, 'ROTATIONS minimum differs from the plan');
      const kind = kindsDoc.kinds.find((k) => k.code === v.certificate.kind);
      check(kind && kind.numberKind === v.certificate.numberKind && kind.validityMonths === v.certificate.validityMonths && kind.title.zh === v.certificate.title.zh && v.certificate.source, where, 'certificate differs from kinds.json');
      label(v.certificate.body, where); label(v.certificate.statement, where);
    }
  }
}
unique(programmeCodes, 'programmes', 'code');
summary.push(`programmes ${programmeCodes.length}`);

// ---- 8 plans and rules ----
const expectedTargets = { 'LN-2022-2025': Array.from({ length: 14 }, (_, i) => `IND-L${i + 1}`), 'SX-2021-2025': ['IND-X1', 'IND-X2a', 'IND-X2b', 'IND-X2c', 'IND-X3', 'IND-X4', 'IND-X5a', 'IND-X5b', 'IND-X6', 'IND-X7', 'IND-X8'] };
for (const plan of plans.filter(Boolean)) {
  const at = `plan ${plan.code}`;
  hasSourceAndLicence(plan, at); label(plan.title, at);
  check(isDay(plan.periodStart) && isDay(plan.periodEnd), at, 'period');
  check(JSON.stringify(plan.targets.map((t) => t.id)) === JSON.stringify(expectedTargets[plan.code]), at, 'targets are not those of 《康训业务规则》§1.3');
  for (const ph of plan.phases) { label(ph.label, `${at} ${ph.code}`); check(isDay(ph.from) && isDay(ph.to) && ph.from <= ph.to && ph.quote, `${at} ${ph.code}`, 'phase dates or quote'); }
  for (const t of plan.targets) {
    const where = `${at} ${t.id}`;
    label(t.label, where);
    check(t.quote && t.clause && /^[A-Z0-9_]+$/.test(t.code), where, 'quote, clause or code');
    check(['GTE', 'EQ', 'RANGE', 'ABOUT', 'EXISTS'].includes(t.op), where, `op ${t.op}`);
    check(t.op === 'EXISTS' ? t.value === null : !Number.isNaN(dec(t.value)), where, `value ${t.value}`);
    check((t.op === 'RANGE') === (t.valueMax !== undefined) && (t.op !== 'RANGE' || dec(t.valueMax) >= dec(t.value)), where, 'valueMax');
    check(['PER_100K', 'PERCENT', 'INSTITUTIONS', 'CENTRES', 'DEPARTMENTS', 'ROOMS', 'DISEASES', 'DOCUMENT'].includes(t.unit), where, `unit ${t.unit}`);
    check(['PROVINCE', 'PREFECTURE_CITY', 'COUNTY'].includes(t.scope.level) && ['TOTAL', 'EACH'].includes(t.scope.aggregate), where, 'scope');
    check(isDay(t.by) && t.bySource && ['STRIVE', 'IN_PRINCIPLE', 'MUST'].includes(t.strength), where, 'by, bySource or strength');
    if (plan.provinceCode === '140000') check(t.unit !== 'PER_100K', where, 'Shanxi has no per-100k target');
  }
  unique(plan.reportObligations.map((o) => o.id), at, 'obligation');
  for (const o of plan.reportObligations) {
    const where = `${at} ${o.id}`;
    label(o.label, where); check(o.clause && o.source, where, 'clause or source');
    if (o.schedule.rule === 'ONCE') check(isDay(o.schedule.opens) && isDay(o.schedule.due) && o.schedule.opens <= o.schedule.due, where, 'dates');
    else check(o.schedule.rule === 'YEARLY' && /^\d\d-\d\d$/.test(o.schedule.opens) && /^\d\d-\d\d$/.test(o.schedule.due) && o.schedule.opens <= o.schedule.due && o.schedule.years.length > 0, where, 'yearly schedule');
    check(o.to.length > 0 || o.toNote || o.from === 'PROVINCIAL_HEALTH_COMMISSION', where, 'no recipient and no note');
    o.sections.forEach((s) => label(s.label, where));
  }
}
const liaoning = plans[0];
if (liaoning) for (const [id, need] of [['IND-L1', 2556], ['IND-L2', 4260], ['IND-L3', 3408], ['IND-L4', 5111]]) {
  const t = liaoning.targets.find((x) => x.id === id);
  check(Math.ceil((Number(t.value) * 42591407) / 100000) === need, `plan ${id}`, `census need is not ${need} (《康训业务规则》§3.1)`);
}
const rule = readJson('rules/counting-rule-v1.json');
if (rule) {
  hasSourceAndLicence(rule, 'counting rule'); label(rule.summary, 'counting rule');
  const bases = rule.categories.flatMap((c) => c.bases);
  check(bases.map((b) => b.code).sort().join() === 'INDUCTION_CERT,RESIDENCY,SCOPE,THERAPY_QUALIFICATION,TRANSFER_CERT', 'counting rule', 'bases');
  for (const c of rule.columns) { label(c.label, 'counting rule'); if (c.code !== 'UNION') check(c.bases.every((b) => bases.find((x) => x.code === b)?.column === c.code), 'counting rule', `column ${c.code}`); }
  check(rule.columns.filter((c) => c.comparedWithGoal).map((c) => c.code).join() === 'UNION', 'counting rule', 'only UNION is compared with the goal');
  kindsDoc.kinds.filter((k) => k.countingBasis).forEach((k) => check(bases.some((b) => b.code === k.countingBasis), `kinds.json ${k.code}`, 'counting basis unknown to the rule'));
}
const policy = readJson('rules/population-policy-v1.json');
if (policy) {
  hasSourceAndLicence(policy, 'population policy'); label(policy.summary, 'population policy');
  check(policy.staleAfterMonths === 18 && policy.select.interpolate === false, 'population policy', 'DEC-21');
  for (const o of policy.oracles) {
    const kinds = policy.modes.find((m) => m.code === o.mode).seriesKinds;
    const found = population.filter((p) => p.region_code === o.regionCode && kinds.includes(p.kind) && p.reference_date <= o.asOf && p.published_on <= o.knownAt).sort((a, b) => (a.reference_date < b.reference_date ? 1 : -1))[0];
    check(Number(found?.persons) === o.persons, 'population policy', `oracle known at ${o.knownAt}, ${o.mode}: found ${found?.persons} (${found?.reference_date})`);
    check(Math.ceil((6 * o.persons) / 100000) === o.physicians6 && Math.ceil((10 * o.persons) / 100000) === o.therapists10, 'population policy', `needs of ${o.persons}`);
  }
}

const needs = readJson('rules/training-needs-v1.json');
if (needs) {
  hasSourceAndLicence(needs, 'training needs'); label(needs.name, 'training needs'); label(needs.summary, 'training needs');
  for (const a of needs.assumptions) { label(a.label, `training needs ${a.key}`); label(a.source, `training needs ${a.key}`); check(a.value === null || /^\d+(\.\d+)?$/.test(a.value), `training needs ${a.key}`, 'value'); }
  unique(needs.assumptions.map((a) => a.key), 'training needs', 'assumption');
}

// ---- 9 demo ----
const demo = readJson('demo/names.json');
if (demo) {
  hasSourceAndLicence(demo, 'demo/names.json');
  unique(demo.persons.familyNames.map((f) => f.name), 'demo names', 'family name');
  for (const [k, list] of Object.entries(demo.persons.givenCharacters)) { unique(list, `demo ${k}`, 'character'); check(list.length >= 20 && list.every((c) => [...c].length === 1), `demo ${k}`, 'at least 20 single characters'); }
  const departments = unique(demo.departments.map((d) => d.code), 'demo', 'department');
  unique(demo.institutions.map((i) => i.code), 'demo', 'institution code'); unique(demo.institutions.map((i) => i.name), 'demo', 'institution name');
  for (const i of demo.institutions) {
    const at = `demo ${i.code} ${i.name}`;
    const county = byCode.get(i.countyCode);
    check(i.name.includes('示范') && /Demonstration/.test(i.nameEn), at, 'must be marked 示范');
    check(county && !county.valid_to && ['DISTRICT', 'COUNTY', 'COUNTY_CITY'].includes(county.kind) && county.parent_code === i.cityCode && byCode.get(i.cityCode)?.parent_code === i.provinceCode, at, `county ${i.countyCode}`);
    check(INSTITUTION_TYPES.has(i.type) && ['I', 'II', 'III', 'UNGRADED'].includes(i.level) && ['A', 'B', 'C', 'SPECIAL', 'NONE'].includes(i.grade) && ['PUBLIC', 'PRIVATE'].includes(i.ownership) && ['PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP'].includes(i.adminLevel), at, 'type, level, grade, ownership or adminLevel');
    check((i.level === 'UNGRADED') === (i.grade === 'NONE'), at, 'an ungraded institution has no grade');
    if (i.type === 'REHAB_HOSPITAL') check(['II', 'III'].includes(i.level), at, 'rehabilitation hospitals are level II or III');
    i.departments.forEach((d) => check(departments.has(d), at, `department ${d}`));
  }
  for (const c of [...cities('210000'), ...cities('140000')]) check(demo.institutions.some((i) => i.cityCode === c), 'demo', `no institution in ${byCode.get(c).name}`);
  summary.push(`demo institutions ${demo.institutions.length}`);
}

// ---- 10 accreditation standard ----
const standard = readJson('standards/accreditation-transfer-post.json');
if (standard) {
  const at = 'standard';
  hasSourceAndLicence(standard, at); label(standard.title, at); sourcesOk(standard.sources, at);
  let total = 0;
  for (const n of standard.tree) {
    label(n.label, `${at} ${n.code}`);
    const sum = n.children.reduce((s, c) => s + dec(c.points), 0);
    check(sum === dec(n.points), `${at} ${n.code}`, `leaves sum to ${sum / 10000}, node says ${n.points}`);
    total += sum;
    for (const c of n.children) { label(c.label, `${at} ${c.code}`); label(c.guide, `${at} ${c.code}`); check(!c.veto || c.core, `${at} ${c.code}`, 'a veto item is also core'); }
  }
  const leaves = standard.tree.flatMap((n) => n.children);
  unique(leaves.map((c) => c.code), at, 'leaf');
  check(total === dec(standard.totalPoints) && standard.totalPoints === '100', at, `leaves sum to ${total / 10000}`);
  check(leaves.some((c) => c.veto) && leaves.some((c) => c.core && !c.veto), at, 'needs core and veto items');
  for (const key of ['thresholds', 'validity', 'publicNoticeWorkingDays', 'review', 'rectification']) {
    everyNumberSourced(standard[key], key, standard.sources, at);
  }
  for (const o of standard.oracles) check(Object.values(o.leafTotals).reduce((s, v) => s + dec(v), 0) === dec(o.total), at, 'oracle');
  summary.push(`standard ${leaves.length} leaves`);
}

if (faults.length) {
  console.error(faults.map((f) => `✗ ${f}`).join('\n'));
  console.error(`${faults.length} fault(s)`);
  process.exit(1);
}
console.log(`content ok: ${summary.join(' · ')}`);
