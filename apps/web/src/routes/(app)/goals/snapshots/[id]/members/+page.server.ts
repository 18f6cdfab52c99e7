import { query } from '$lib/api';
import { SNAPSHOT_MEMBERS } from '$lib/counting/documents';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const oneOf = <T extends string>(v: string | null, options: readonly T[]): T =>
  options.find((o) => o === v) ?? options[0]!;

export const load: PageServerLoad = async (event) => {
  const viewer = await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const p = event.url.searchParams;
  const { offset, limit, search } = listParams(event.url);
  const filter = {
    id: event.params.id,
    regionCode: p.get('region') ?? viewer.active.regionCode ?? '',
    category: oneOf(p.get('category'), ['PHYSICIAN', 'THERAPIST'] as const),
    column: oneOf(p.get('column'), ['UNION', 'REGISTERED', 'CERTIFIED'] as const),
    search,
  };
  const { tallySnapshotMembers, tallySnapshot } = await query(event, SNAPSHOT_MEMBERS, { ...filter, offset, limit });
  return {
    members: tallySnapshotMembers,
    title: tallySnapshot.title,
    asOf: tallySnapshot.asOf,
    region: tallySnapshot.figures.find((f) => f.regionCode === filter.regionCode) ?? null,
    filter,
  };
};
