/** What a merge looks at of each of the two records. */
export interface MergeSide {
  id: string;
  sex: string;
  mergedIntoId: string | null;
  /** records merged into this one */
  merged: number;
}

export interface MergeFault {
  code: string;
  params?: Record<string, string | number>;
}

/** Every reason why two records cannot become one. No chains: a merged record never has others below it. */
export function mergeFaults(duplicate: MergeSide, survivor: MergeSide, ownPersonId: string | null): MergeFault[] {
  if (duplicate.id === survivor.id) return [{ code: 'REGISTRY_MERGE_SELF' }];
  const faults: MergeFault[] = [];
  if (duplicate.id === ownPersonId || survivor.id === ownPersonId) faults.push({ code: 'REGISTRY_OWN_RECORD' });
  if (duplicate.mergedIntoId) faults.push({ code: 'REGISTRY_MERGE_DUPLICATE_MERGED' });
  if (survivor.mergedIntoId) faults.push({ code: 'REGISTRY_MERGE_SURVIVOR_MERGED' });
  if (duplicate.merged) faults.push({ code: 'REGISTRY_MERGE_HAS_OTHERS', params: { count: duplicate.merged } });
  if (duplicate.sex !== survivor.sex) faults.push({ code: 'REGISTRY_MERGE_SEX' });
  return faults;
}
