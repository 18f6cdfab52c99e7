import { checkUscc, normalizeCode } from '@app/kernel';
import type { RegionRow } from './facts';
import { medicalByType } from './code-sets';
import type { ImportFault } from './import-faults';
import { RowReader, type RowValues } from './row-reader';

export interface InstitutionInput {
  name: string;
  uscc: string | null;
  usccOverrideReason: string | null;
  type: string;
  level: string;
  grade: string;
  ownership: string;
  adminLevel: string;
  countyCode: string;
  medical: boolean;
  openedOn: string;
  closedOn: string | null;
  /** first day in the county given, when another is on record */
  movedOn: string | null;
}

/** Regions by code and by full name, for one parse of many rows. */
export class RegionBook {
  private readonly byCode = new Map<string, RegionRow[]>();
  private readonly byName = new Map<string, RegionRow>();

  constructor(
    rows: readonly RegionRow[],
    /** prefix of the codes the actor may write, '' for all */
    readonly prefix: string,
  ) {
    for (const r of rows) {
      const list = this.byCode.get(r.code);
      if (list) list.push(r);
      else this.byCode.set(r.code, [r]);
    }
    for (const r of rows) if (r.validTo === null) this.byName.set(this.fullName(r), r);
  }

  /** The row of a code that holds now. */
  present(code: string): RegionRow | undefined {
    return this.byCode.get(code)?.find((r) => r.validTo === null);
  }

  private fullName(r: RegionRow): string {
    const parent = r.parentCode ? this.byCode.get(r.parentCode)?.at(-1) : undefined;
    return (parent ? this.fullName(parent) : '') + r.name;
  }

  /** Any region of the area that was there on the day, by code or full name. */
  region(reader: RowReader, column: string, day: string): RegionRow | null {
    const raw = reader.text(column, { required: true });
    if (!raw) return null;
    const value = normalizeCode(raw);
    const r = /^\d{5}[0-9A-Z]$/.test(value)
      ? (this.byCode.get(value) ?? []).find((x) => x.validFrom <= day && (x.validTo === null || x.validTo > day))
      : this.byName.get(raw.replace(/\s/g, ''));
    if (!r) return reader.fault(column, 'REGION_ON_DAY', { value: raw.slice(0, 20), day });
    if (!r.code.startsWith(this.prefix)) return reader.fault(column, 'REGION_OUT_OF_SCOPE', { value: r.name });
    return r;
  }

  /** A county by its code or by its name with city and province: 辽宁省沈阳市和平区. */
  county(reader: RowReader, column: string): string | null {
    const raw = reader.text(column, { required: true });
    if (!raw) return null;
    const value = normalizeCode(raw);
    const r = /^\d{6}$/.test(value) ? this.byCode.get(value)?.at(-1) : this.byName.get(raw.replace(/\s/g, ''));
    if (!r) return reader.fault(column, 'REGION_UNKNOWN', { value: raw.slice(0, 20) });
    if (r.validTo !== null)
      return reader.fault(column, 'REGION_ABOLISHED', {
        value: r.name,
        day: r.validTo,
        successor: r.successorCode ?? '',
      });
    if (r.kind === 'PROVINCE' || r.kind === 'PREFECTURE_CITY')
      return reader.fault(column, 'REGION_NOT_COUNTY', { value: r.name });
    if (!r.code.startsWith(this.prefix)) return reader.fault(column, 'REGION_OUT_OF_SCOPE', { value: r.name });
    return r.code;
  }
}

/** A code with check digits, or with a reason why a wrong check digit is accepted (§2.10: real codes fail it). */
function uscc(reader: RowReader): { code: string | null; reason: string | null } {
  const raw = reader.text('uscc');
  const given = reader.text('usccOverride', { max: 300 });
  if (!raw) return { code: null, reason: null };
  const check = checkUscc(raw);
  if (check.valid) return { code: check.normalized!, reason: null };
  if (check.reason === 'CHECK_DIGIT' && given) return { code: normalizeCode(raw), reason: given };
  reader.fault(
    'uscc',
    check.reason === 'CHECK_DIGIT' ? 'USCC_CHECK_DIGIT' : check.reason === 'REGION' ? 'USCC_REGION' : 'USCC_FORMAT',
  );
  return { code: null, reason: null };
}

export function parseInstitution(
  row: { values: RowValues; digitsLost: readonly string[] },
  regions: RegionBook,
  now: Date,
): { input: InstitutionInput | null; faults: ImportFault[] } {
  const r = new RowReader(row.values, row.digitsLost, now);
  const name = r.text('name', { required: true, max: 120 });
  const { code, reason } = uscc(r);
  const type = r.code('type', 'institutionType', { required: true });
  const level = r.code('level', 'level');
  const grade = r.code('grade', 'grade');
  const ownership = r.code('ownership', 'ownership', { required: true });
  const adminLevel = r.code('adminLevel', 'adminLevel', { required: true });
  const countyCode = regions.county(r, 'county');
  const permit = r.code('medical', 'yesNo');
  const openedOn = r.day('openedOn', { required: true });
  const closedOn = r.day('closedOn', { future: true, notBefore: { column: 'openedOn', day: openedOn } });
  const movedOn = r.day('movedOn');
  if (r.faults.length) return { input: null, faults: r.faults };
  return {
    input: {
      name: name!.replace(/\s+/g, ' '),
      uscc: code,
      usccOverrideReason: reason,
      type: type!,
      level: level ?? 'UNGRADED',
      grade: grade ?? 'NONE',
      ownership: ownership!,
      adminLevel: adminLevel!,
      countyCode: countyCode!,
      medical: permit ? permit === 'YES' : medicalByType(type!),
      openedOn: openedOn!,
      closedOn,
      movedOn,
    },
    faults: [],
  };
}
