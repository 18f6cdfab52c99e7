import { graphql } from '$lib/gql';

export const VERIFY_BY_CODE = graphql(`
  query VerifyCertificate($code: String!) {
    verifyCertificate(code: $code) {
      ...Verified
    }
  }
  fragment Verified on VerifiedCertificate {
    state
    number
    holderMasked
    issuedOn
    validTo
    endedOn
    replacedByNumber
    specimen
    checkedAt
    title {
      zh
      en
    }
    issuer {
      zh
      en
    }
    statement {
      zh
      en
    }
    signature {
      signer
      signedAt
      fingerprint
      fileHash
    }
  }
`);

export const VERIFY_BY_NUMBER = graphql(`
  query VerifyByNumber($number: String!, $name: String!) {
    verifyByNumber(number: $number, name: $name) {
      ...Verified
    }
  }
`);
