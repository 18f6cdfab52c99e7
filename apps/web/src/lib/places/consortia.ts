import { graphql } from '$lib/document';

export const CREATE = graphql(`
  mutation CreateConsortium($input: CreateConsortiumInput!) {
    createConsortium(input: $input)
  }
`);
export const JOIN = graphql(`
  mutation JoinConsortium($input: JoinConsortiumInput!) {
    joinConsortium(input: $input)
  }
`);
export const LEAVE = graphql(`
  mutation LeaveConsortium($input: EndInput!) {
    leaveConsortium(input: $input)
  }
`);
export const END = graphql(`
  mutation EndConsortium($input: EndInput!) {
    endConsortium(input: $input)
  }
`);
