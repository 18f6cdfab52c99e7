import { query } from '$lib/api';
import { PUBLIC_FIGURES, PUBLIC_PROVINCES } from '$lib/figures/documents';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { publicProvinces: provinces } = await query(event, PUBLIC_PROVINCES, {});
  const asked = event.url.searchParams.get('province');
  const province = provinces.find((p) => p.code === asked)?.code ?? provinces[0]?.code;
  const figures = province ? (await query(event, PUBLIC_FIGURES, { province })).publicFigures : null;
  return { provinces, figures: figures ?? null, city: event.url.searchParams.get('city') };
};
