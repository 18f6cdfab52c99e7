import type { ImportFault } from './import-faults';
import type { InstitutionInput } from './parse-institution';
import type { Patch } from './plan-person';

export interface InstitutionOnRecord {
  id: string;
  name: string;
  uscc: string | null;
  usccOverrideReason: string | null;
  type: string;
  level: string;
  grade: string;
  ownership: string;
  adminLevel: string;
  countyCode: string;
  medical: number;
  openedOn: string;
  closedOn: string | null;
  /** the day it came into its county, when it moved before */
  movedInOn?: string | null;
}

export interface InstitutionPlan {
  effect: 'NEW' | 'CHANGE' | 'SAME';
  before: Patch;
  after: Patch;
  faults: ImportFault[];
}

/**
 * What a row would do. The credit code names the institution; without one, county and name do.
 * @param byCode the record with the row's credit code, @param byName the one with its county and name
 */
export function planInstitution(
  input: InstitutionInput,
  byCode: InstitutionOnRecord | null,
  byName: InstitutionOnRecord | null,
): InstitutionPlan {
  const none = { before: {}, after: {} };
  const on = byCode ?? byName;
  if (byName && byCode && byName.id !== byCode.id)
    return { effect: 'SAME', ...none, faults: [{ column: 'name', code: 'NAME_TAKEN' }] };
  if (!byCode && byName?.uscc && input.uscc && byName.uscc !== input.uscc)
    return { effect: 'SAME', ...none, faults: [{ column: 'uscc', code: 'NAME_TAKEN' }] };
  if (!on) return { effect: 'NEW', ...none, faults: [] };
  const wanted: Patch = {
    name: input.name,
    type: input.type,
    level: input.level,
    grade: input.grade,
    ownership: input.ownership,
    adminLevel: input.adminLevel,
    countyCode: input.countyCode,
    medical: input.medical ? 1 : 0,
    openedOn: input.openedOn,
    ...(input.uscc ? { uscc: input.uscc, usccOverrideReason: input.usccOverrideReason } : {}),
    ...(input.closedOn ? { closedOn: input.closedOn } : {}),
  };
  const now = on as unknown as Patch;
  const keys = Object.keys(wanted).filter((k) => wanted[k] !== (now[k] ?? null));
  if (keys.includes('countyCode')) {
    // Without its day a move would carry every past day of the staff into the new county.
    if (!input.movedOn) return { effect: 'SAME', ...none, faults: [{ column: 'movedOn', code: 'MOVE_DAY_REQUIRED' }] };
    if (on.movedInOn && input.movedOn < on.movedInOn)
      return {
        effect: 'SAME',
        ...none,
        faults: [{ column: 'movedOn', code: 'MOVED_LATER', params: { day: on.movedInOn } }],
      };
  }
  const of = (from: Patch) => Object.fromEntries(keys.map((k) => [k, from[k] ?? null]));
  return { effect: keys.length ? 'CHANGE' : 'SAME', before: of(now), after: of(wanted), faults: [] };
}
