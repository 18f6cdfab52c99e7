import { redirect } from '@sveltejs/kit';
import { safeNext } from '$lib/api';
import { demoAccounts } from '$lib/server/demo-accounts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const next = safeNext(url.searchParams.get('next'));
  const { viewer, site } = await locals.shell();
  if (viewer) redirect(303, next);
  return { next, comesFrom: url.searchParams.has('next'), demo: site.demo ? demoAccounts(locals.lang) : [] };
};
