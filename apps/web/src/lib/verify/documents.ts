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

/** The result page stands under the code of the certificate, so that no name ever stands in an address. */
export const VERIFY_BY_NUMBER = graphql(`
  query VerifyByNumber($number: String!, $name: String!) {
    verifyByNumber(number: $number, name: $name) {
      verifyCode
    }
  }
`);
