import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, depends }) => {
  depends('kx:shell');
  const { viewer, site } = await locals.shell();
  return { lang: locals.lang, largeType: locals.largeType, viewer, site };
};
