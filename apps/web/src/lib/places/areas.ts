import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import type { Viewer } from '$lib/session';

const REGIONS = graphql(`
  query AreaRegions($province: String) {
    regions(province: $province) {
      code
      name
      nameEn
      kind
      parentCode
    }
  }
`);

export interface Area {
  code: string;
  /** 沈阳市和平区 */
  label: string;
  /** PROVINCE · CITY · COUNTY · AREA */
  level: string;
}

const LEVEL: Record<string, string> = { PROVINCE: 'PROVINCE', PREFECTURE_CITY: 'CITY', STATISTICAL_AREA: 'AREA' };
const prefix = (code: string) =>
  code.endsWith('0000') ? code.slice(0, 2) : code.endsWith('00') ? code.slice(0, 4) : code;

/** Present regions inside the viewer's area, with the city before a county's name. */
export async function areasOf(event: Parameters<typeof query>[0], viewer: Viewer): Promise<Area[]> {
  const own = viewer.active.regionCode;
  if (!own) return [];
  const { regions } = await query(event, REGIONS, { province: own });
  const names = new Map(regions.map((r) => [r.code, event.locals.lang === 'en' ? r.nameEn : r.name]));
  const joint = event.locals.lang === 'en' ? ', ' : '';
  return regions
    .filter((r) => r.code.startsWith(prefix(own)))
    .map((r) => {
      const level = LEVEL[r.kind] ?? 'COUNTY';
      const parent = level === 'COUNTY' || level === 'AREA' ? names.get(r.parentCode ?? '') : undefined;
      const name = names.get(r.code) ?? r.name;
      return {
        code: r.code,
        level,
        label: parent ? (joint ? `${name}${joint}${parent}` : `${parent}${name}`) : name,
      };
    });
}
