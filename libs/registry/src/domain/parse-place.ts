import { normalizeCode } from '@app/kernel';
import type { ImportFault } from './import-faults';
import type { RegionBook } from './parse-institution';
import type { InstitutionRef } from './parse-person';
import { RowReader, type RowValues } from './row-reader';

interface Row {
  values: RowValues;
  digitsLost: readonly string[];
}
interface Parsed<T> {
  input: T | null;
  faults: ImportFault[];
}

interface Dated {
  startOn: string;
  endOn: string | null;
  endReason: string | null;
}

export interface UnitInput extends Dated {
  institution: InstitutionRef;
  kind: string;
  name: string;
  beds: number | null;
}
export interface DesignationInput extends Dated {
  institution: InstitutionRef;
  kind: string;
  unitName: string | null;
  level: string | null;
  regionCode: string | null;
  documentNo: string;
}
export interface MemberInput extends Dated {
  institution: InstitutionRef;
  consortium: string;
}
export interface PopulationInput {
  series: string;
  regionCode: string;
  referenceDate: string;
  publishedOn: string;
  persons: number;
  roundedTo: number;
  source: string;
}

const PRECISIONS = [1, 100, 1000, 10_000];

function institutionOf(r: RowReader): InstitutionRef {
  const uscc = r.text('institutionUscc');
  return { name: r.text('institution', { required: true, max: 120 }), uscc: uscc && normalizeCode(uscc) };
}

function dated(r: RowReader): Dated {
  const startOn = r.day('startOn', { required: true });
  const endOn = r.day('endOn', { notBefore: { column: 'startOn', day: startOn } });
  const endReason = r.text('endReason', { max: 200 });
  return { startOn: startOn!, endOn, endReason };
}

function whole(r: RowReader, column: string, o: { required?: boolean; max: number }): number | null {
  const text = r.text(column, o.required ? { required: true } : {})?.replace(/[,，\s]/g, '');
  if (!text) return null;
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 0 || n > o.max)
    return r.fault(column, 'BAD_NUMBER', { value: text.slice(0, 20) });
  return n;
}

const done = <T>(r: RowReader, input: T): Parsed<T> =>
  r.faults.length ? { input: null, faults: r.faults } : { input, faults: [] };

export function parseUnit(row: Row, now: Date): Parsed<UnitInput> {
  const r = new RowReader(row.values, row.digitsLost, now);
  const kind = r.code('kind', 'unitKind', { required: true });
  const name = r.text('name', { required: true, max: 60 })?.replace(/\s+/g, ' ');
  return done(r, {
    institution: institutionOf(r),
    kind: kind!,
    name: name!,
    beds: whole(r, 'beds', { max: 5000 }),
    ...dated(r),
  });
}

export function parseDesignation(row: Row, regions: RegionBook, now: Date): Parsed<DesignationInput> {
  const r = new RowReader(row.values, row.digitsLost, now);
  const kind = r.code('kind', 'designation', { required: true });
  const qc = kind === 'QC_CENTRE';
  return done(r, {
    institution: institutionOf(r),
    kind: kind!,
    unitName: r.text('unitName', { max: 60 }),
    level: qc ? r.code('level', 'qcLevel', { required: true }) : null,
    regionCode: qc ? (regions.region(r, 'area', r.today)?.code ?? null) : null,
    documentNo: r.text('documentNo', { required: true, max: 100 })!,
    ...dated(r),
  });
}

export function parseMember(row: Row, now: Date): Parsed<MemberInput> {
  const r = new RowReader(row.values, row.digitsLost, now);
  const consortium = r.text('consortium', { required: true, max: 100 });
  return done(r, { consortium: consortium!, institution: institutionOf(r), ...dated(r) });
}

export function parsePopulation(row: Row, regions: RegionBook, now: Date): Parsed<PopulationInput> {
  const r = new RowReader(row.values, row.digitsLost, now);
  const series = r.text('series', { required: true, max: 60 });
  const referenceDate = r.day('referenceDate', { required: true });
  const region = regions.region(r, 'region', referenceDate ?? r.today);
  const publishedOn = r.day('publishedOn', {
    required: true,
    notBefore: { column: 'referenceDate', day: referenceDate },
  });
  const persons = whole(r, 'persons', { required: true, max: 200_000_000 });
  const roundedTo = whole(r, 'precision', { max: 10_000 }) ?? 1;
  if (!PRECISIONS.includes(roundedTo)) r.fault('precision', 'BAD_NUMBER', { value: String(roundedTo) });
  const source = r.text('source', { required: true, max: 300 });
  return done(r, {
    series: series!,
    regionCode: region?.code ?? '',
    referenceDate: referenceDate!,
    publishedOn: publishedOn!,
    persons: persons!,
    roundedTo,
    source: source!,
  });
}
