import { query } from '$lib/api';
import { graphql } from '$lib/gql';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

const IMPORT = graphql(`
  query ImportPage($id: String!, $offset: Int!, $limit: Int!, $filter: ImportRowFilter) {
    registryImport(id: $id) {
      id
      kind
      fileName
      state
      policy
      createdAt
      finishedAt
      unknownColumns
      fault
      absentKnown
      absentPolicy
      absentOn
      absentReason
      absentEnded
      stage {
        state
        total
        done
        failed
        skipped
      }
      write {
        state
        total
        done
        failed
        skipped
      }
      counts {
        total
        staged
        faulty
        toCreate
        toUpdate
        same
        created
        updated
        unchanged
        refused
      }
    }
    registryImportAbsent(id: $id, limit: 1) {
      total
    }
    registryImportRows(id: $id, offset: $offset, limit: $limit, filter: $filter) {
      total
      rows {
        rowNo
        state
        effect
        objectId
        faults {
          column
          code
          message
        }
        cells {
          column
          label
          value
          wrong
          words
          day
        }
      }
    }
  }
`);
const FILTERS = ['FAULTY', 'TO_CREATE', 'TO_UPDATE', 'SAME'] as const;

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER', 'INSTITUTION_ADMIN');
  event.depends('registry:import');
  const { offset, limit } = listParams(event.url);
  const filter = FILTERS.find((f) => f === event.url.searchParams.get('tab')) ?? null;
  const answer = await query(event, IMPORT, { id: event.params.id, offset, limit, filter });
  return {
    batch: answer.registryImport,
    page: answer.registryImportRows,
    absent: answer.registryImportAbsent.total,
    filter,
  };
};
