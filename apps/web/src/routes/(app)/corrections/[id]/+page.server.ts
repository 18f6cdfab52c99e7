import { query } from '$lib/api';
import { translate } from '$lib/i18n';
import { CORRECTION } from '$lib/people/corrections';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN');
  return query(event, CORRECTION, {
    id: event.params.id,
    purpose: translate(event.locals.lang, 'peopleDesk.purposeCorrection'),
  });
};
