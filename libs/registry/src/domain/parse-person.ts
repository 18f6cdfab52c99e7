import { addDays, checkCitizenId, checkUscc, normalizeCode, normalizePhone } from '@app/kernel';
import type { ImportFault } from './import-faults';
import { RowReader, type RowValues } from './row-reader';

export interface InstitutionRef {
  uscc: string | null;
  name: string | null;
}

export interface LicenceInput {
  level: 1 | 2;
  category: string;
  number: string | null;
  startOn: string;
  /** null: the list does not say */
  scopes: string[] | null;
  scopeFrom: string | null;
}

export interface PersonInput {
  citizenId: string;
  name: string;
  sex: 'M' | 'F';
  birthDate: string;
  phone: string | null;
  institution: InstitutionRef;
  department: string | null;
  post: string | null;
  startOn: string;
  /** half-open: the day after the last day */
  endOn: string | null;
  licence: LicenceInput | null;
  title: { title: string; rank: string; qualifiedOn: string; appointedOn: string | null } | null;
  qualification: { subject: string; rank: string; obtainedOn: string } | null;
  residencyOn: string | null;
  filed: { at: InstitutionRef[]; startOn: string } | null;
}

/** Rank that a title implies (§2.8). */
const TITLE_RANK: [RegExp, string][] = [
  [/^(正高|主任)/, 'SENIOR'],
  [/^副主任/, 'ASSOCIATE_SENIOR'],
  [/^(主治|主管)/, 'INTERMEDIATE'],
  [/士$/, 'JUNIOR_ASSISTANT'],
  [/^(住院|中医师|康复治疗师|技师|医师)/, 'JUNIOR'],
];
export const rankOfTitle = (title: string): string | null => TITLE_RANK.find(([r]) => r.test(title))?.[1] ?? null;

/** `a,b` for the text of a fault: the columns of a group that are still empty, when any of the group is filled. */
const missingOf = (r: RowReader, group: string[], needed: string[]): string | null =>
  group.some((c) => r.has(c)) && needed.some((c) => !r.has(c)) ? needed.filter((c) => !r.has(c)).join(',') : null;

const refOf = (text: string): InstitutionRef =>
  /^[0-9A-Z]{18}$/.test(normalizeCode(text)) ? { uscc: normalizeCode(text), name: null } : { uscc: null, name: text };

function identity(r: RowReader): Pick<PersonInput, 'citizenId' | 'sex' | 'birthDate'> | null {
  const raw = r.text('citizenId', { required: true });
  const said = r.code('sex', 'sex');
  if (!raw) return null;
  const check = checkCitizenId(raw);
  if (!check.valid) return r.fault('citizenId', `CITIZEN_ID_${check.reason!}`);
  const sex = check.sex === 'MALE' ? 'M' : 'F';
  if (said && said !== sex) return r.fault('sex', 'SEX_MISMATCH');
  return { citizenId: check.normalized!, sex, birthDate: check.birthDate! };
}

function institution(r: RowReader): InstitutionRef {
  const name = r.text('institution', { required: true, max: 120 });
  const raw = r.text('institutionUscc');
  if (!raw) return { uscc: null, name };
  const check = checkUscc(raw);
  // A wrong check digit may still be a registered code: the look-up decides.
  if (!check.valid && check.reason !== 'CHECK_DIGIT')
    r.fault('institutionUscc', check.reason === 'REGION' ? 'USCC_REGION' : 'USCC_FORMAT');
  return { uscc: normalizeCode(raw), name };
}

function licence(r: RowReader, birthDate: string | null): LicenceInput | null {
  const group = ['licenceLevel', 'category', 'licenceNumber', 'licenceStartOn', 'scopes'];
  const missing = missingOf(r, group, ['licenceLevel', 'category', 'licenceStartOn']);
  if (missing) return r.fault(null, 'LICENCE_INCOMPLETE', { missing });
  const level = r.code('licenceLevel', 'licenceLevel');
  const category = r.code('category', 'category');
  const startOn = r.day('licenceStartOn', { notBefore: { column: 'citizenId', day: birthDate } });
  const number = r.text('licenceNumber');
  if (number && !/^[12]\d{14}$/.test(normalizeCode(number))) r.fault('licenceNumber', 'LICENCE_NUMBER_FORMAT');
  else if (number && level && normalizeCode(number)[0] !== level) r.fault('licenceNumber', 'LICENCE_NUMBER_LEVEL');
  const words = r.list('scopes');
  const scopes = words.map((w) => r.word('scopes', 'scope', w)).filter((s) => s !== null);
  const scopeFrom = r.day('scopeFrom', { notBefore: { column: 'licenceStartOn', day: startOn } });
  if (!level || !category || !startOn) return null;
  return {
    level: Number(level) as 1 | 2,
    category,
    number: number && normalizeCode(number),
    startOn,
    scopes: words.length ? [...new Set(scopes)].sort() : null,
    scopeFrom,
  };
}

function title(r: RowReader): PersonInput['title'] {
  const text = r.text('title', { max: 60 });
  const rank = r.code('titleRank', 'rank') ?? (text && rankOfTitle(text));
  const missing =
    missingOf(r, ['title', 'titleRank', 'titleOn', 'appointedOn'], ['title', 'titleOn']) ??
    (text && !rank && !r.has('titleRank') ? 'titleRank' : null);
  if (missing) return r.fault(null, 'TITLE_INCOMPLETE', { missing });
  const qualifiedOn = r.day('titleOn');
  const appointedOn = r.day('appointedOn', { notBefore: { column: 'titleOn', day: qualifiedOn } });
  return text && rank && qualifiedOn ? { title: text, rank, qualifiedOn, appointedOn } : null;
}

function qualification(r: RowReader): PersonInput['qualification'] {
  const group = ['subject', 'subjectRank', 'subjectOn'];
  const missing = missingOf(r, group, group);
  if (missing) return r.fault(null, 'QUALIFICATION_INCOMPLETE', { missing });
  const subject = r.code('subject', 'subject');
  const rank = r.code('subjectRank', 'rank');
  const obtainedOn = r.day('subjectOn');
  return subject && rank && obtainedOn ? { subject, rank, obtainedOn } : null;
}

function filed(r: RowReader, level: number | null): PersonInput['filed'] {
  const names = r.list('filedAt');
  const startOn = r.day('filedOn');
  if (!names.length) return null;
  if (level === 2) return r.fault('filedAt', 'FILED_NOT_FOR_ASSISTANT');
  if (!startOn) return r.has('filedOn') ? null : r.fault('filedAt', 'FILED_DATE_REQUIRED');
  return { at: names.map(refOf), startOn };
}

export function parsePerson(
  row: { values: RowValues; digitsLost: readonly string[] },
  now: Date,
): { input: PersonInput | null; citizenId: string | null; faults: ImportFault[] } {
  const r = new RowReader(row.values, row.digitsLost, now);
  const name = r.text('name', { required: true, max: 60 });
  const id = identity(r);
  const rawPhone = r.text('phone');
  const phone = rawPhone && normalizePhone(rawPhone);
  if (rawPhone && !phone) r.fault('phone', 'PHONE_FORMAT');
  const at = institution(r);
  const department = r.text('department', { max: 60 });
  const post = r.code('post', 'post');
  const startOn = r.day('startOn', { required: true, notBefore: { column: 'citizenId', day: id?.birthDate ?? null } });
  const lastDay = r.day('lastDay', { notBefore: { column: 'startOn', day: startOn } });
  const licensed = licence(r, id?.birthDate ?? null);
  const titled = title(r);
  const qualified = qualification(r);
  const residencyOn = r.day('residencyOn');
  const filings = filed(r, licensed?.level ?? null);
  const citizenId = id?.citizenId ?? null;
  if (r.faults.length) return { input: null, citizenId, faults: r.faults };
  return {
    citizenId,
    input: {
      ...id!,
      // Names of two characters are often written with a blank between.
      name: /[\u4e00-\u9fff]/.test(name!) ? name!.replace(/\s+/g, '') : name!.replace(/\s+/g, ' '),
      phone,
      institution: at,
      department,
      post,
      startOn: startOn!,
      endOn: lastDay && addDays(lastDay, 1),
      licence: licensed,
      title: titled,
      qualification: qualified,
      residencyOn,
      filed: filings,
    },
    faults: [],
  };
}
