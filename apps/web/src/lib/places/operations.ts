import { ask } from '$lib/api';
import type { Choice } from '$lib/bases/InstitutionPicker.svelte';
import { graphql } from '$lib/document';
import { levelText, word } from '$lib/registry/words';

export const EDIT = graphql(`
  mutation EditInstitution($input: EditInstitutionInput!) {
    editInstitution(input: $input)
  }
`);
export const MOVE = graphql(`
  mutation MoveInstitution($input: MoveInstitutionInput!) {
    moveInstitution(input: $input)
  }
`);
export const CLOSE = graphql(`
  mutation CloseInstitution($input: CloseInstitutionInput!) {
    closeInstitution(input: $input)
  }
`);
export const OPEN_UNIT = graphql(`
  mutation OpenUnit($input: OpenUnitInput!) {
    openUnit(input: $input)
  }
`);
export const CLOSE_UNIT = graphql(`
  mutation CloseUnit($input: EndInput!) {
    closeUnit(input: $input)
  }
`);
export const GRANT = graphql(`
  mutation GrantDesignation($input: GrantDesignationInput!) {
    grantDesignation(input: $input)
  }
`);
export const END_DESIGNATION = graphql(`
  mutation EndDesignation($input: EndInput!) {
    endDesignation(input: $input)
  }
`);

const SEARCH = graphql(`
  query FindInstitution($search: String!) {
    institutions(filter: { search: $search }, limit: 8) {
      rows {
        id
        name
        regionName
        type
        level
        grade
      }
    }
  }
`);

/** Institutions of the own area for a picker. */
export const searchInstitutions = async (search: string): Promise<Choice[]> =>
  (await ask(SEARCH, { search })).institutions.rows.map((r) => ({
    id: r.id,
    name: r.name,
    note: [r.regionName, word('type', r.type), levelText(r)].filter(Boolean).join(' · '),
  }));
