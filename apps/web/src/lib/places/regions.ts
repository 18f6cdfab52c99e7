import { graphql } from '$lib/document';

export const RENAME = graphql(`
  mutation RenameRegion($input: RenameRegionInput!) {
    renameRegion(input: $input)
  }
`);
export const ABOLISH = graphql(`
  mutation AbolishRegion($input: AbolishRegionInput!) {
    abolishRegion(input: $input)
  }
`);
export const ADD = graphql(`
  mutation AddRegion($input: AddRegionInput!) {
    addRegion(input: $input)
  }
`);
export const EFFECT = graphql(`
  query RegionEffect($code: String!) {
    regionEffect(code: $code) {
      institutions
      people
    }
  }
`);
