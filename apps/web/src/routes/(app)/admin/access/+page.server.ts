import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const ACCESS = graphql(`
  query AccessLog($offset: Int!, $limit: Int!, $person: String, $actor: String, $from: String, $to: String) {
    accessLog(offset: $offset, limit: $limit, person: $person, actor: $actor, from: $from, to: $to) {
      total
      rows {
        id
        at
        actorName
        role
        organisationName
        person
        citizenIdTail
        act
        purpose
      }
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'AUDIT_ADMIN');
  const p = event.url.searchParams;
  const of = (key: string) => p.get(key)?.trim() || null;
  const { offset, limit } = listParams(event.url, 50);
  return query(event, ACCESS, {
    ...{ offset, limit, person: of('person'), actor: of('actor'), from: of('from'), to: of('to') },
  });
};
