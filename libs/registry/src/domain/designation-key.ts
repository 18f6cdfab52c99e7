import type { CodeOf } from './code-sets';

interface Named {
  institutionId: string;
  kind: string;
  unitId: string | null;
  level: string | null;
  regionCode: string | null;
}

/** What one institution holds a title for: the unit, the area of a QC centre, or itself. */
export const designationSubject = (d: Pick<Named, 'unitId' | 'regionCode'>): string => d.unitId ?? d.regionCode ?? '-';

/** Unique among titles without an end. An area has one QC centre of a level, whoever hosts it. */
export const designationOpenKey = (d: Named): string =>
  d.kind === 'QC_CENTRE' ? `${d.kind} ${d.level} ${d.regionCode}` : `${d.unitId ?? d.institutionId} ${d.kind}`;

/** The unit a title is given to; the others are the institution's own. */
export const UNIT_OF: Record<string, CodeOf<'unitKind'> | undefined> = {
  DEMONSTRATION_TCM_REHAB_DEPARTMENT: 'REHAB_DEPARTMENT',
  STANDARD_TRADITIONAL_REHAB_ROOM: 'TRADITIONAL_REHAB_ROOM',
  STANDARD_TCM_REHAB_ROOM: 'TCM_REHAB_ROOM',
};

const LEVEL_OF: Record<string, string> = { PROVINCE: 'PROVINCE', PREFECTURE_CITY: 'CITY' };

/** Whether a QC centre of this level can answer for a region of this kind. */
export const areaFits = (level: string | null, regionKind: string): boolean =>
  level !== null && regionKind !== 'STATISTICAL_AREA' && (LEVEL_OF[regionKind] ?? 'COUNTY') === level;
