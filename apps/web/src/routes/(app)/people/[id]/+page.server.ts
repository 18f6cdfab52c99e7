import { redirect } from '@sveltejs/kit';
import { query } from '$lib/api';
import { translate } from '$lib/i18n';
import { PERSON } from '$lib/registry/record';
import { PURPOSES } from '$lib/registry/words';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN', 'BASE_ADMIN');
  const asked = event.url.searchParams.get('for');
  const purpose = PURPOSES.find((p) => p === asked) ?? 'ROSTER';
  // Kept in the words of the land: the person reads it.
  const { person } = await query(event, PERSON, {
    id: event.params.id,
    purpose: translate(event.locals.lang, `registry.purposes.${purpose}`),
  });
  if (person.mergedIntoId && person.mayMerge)
    redirect(303, `/people/${person.mergedIntoId}?from=${person.citizenIdMasked.slice(-4)}`);
  const from = event.url.searchParams.get('from');
  return { person, purpose, from: from && /^\d{3}[\dX]$/.test(from) ? from : null };
};
