import { error } from '@sveltejs/kit';
import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { translate } from '$lib/i18n';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

const COMPARE = graphql(`
  query ComparePeople($a: String!, $b: String!, $purpose: String!) {
    comparePeople(a: $a, b: $b, purpose: $purpose) {
      ...RecordFacts
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER');
  const a = event.url.searchParams.get('a');
  const b = event.url.searchParams.get('b');
  if (!a || !b) error(404);
  const { comparePeople } = await query(event, COMPARE, {
    ...{ a, b },
    purpose: translate(event.locals.lang, 'peopleDesk.purposeMerge'),
  });
  return { a: comparePeople[0]!, b: comparePeople[1]! };
};
