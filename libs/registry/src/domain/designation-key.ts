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
