import { graphql } from '$lib/gql';
import type { IndicatorQuery, PlanIndicatorsQuery } from '$lib/gql/graphql';

export const PLAN_INDICATORS = graphql(`
  query PlanIndicators($planCode: String, $regionCode: String, $asOf: String) {
    planIndicators(planCode: $planCode, regionCode: $regionCode, asOf: $asOf) {
      asOf
      regionCode
      regionName
      regionNameEn
      plan {
        ...PlanParts
      }
      plans {
        ...PlanParts
      }
      rows {
        ...IndicatorParts
      }
    }
  }
  fragment PlanParts on PolicyPlanInfo {
    code
    title {
      zh
      en
    }
    periodStart
    periodEnd
  }
  fragment IndicatorParts on IndicatorSummary {
    key
    label {
      zh
      en
    }
    clause
    quote
    strength
    op
    value
    valueMax
    unit
    level
    each
    dueOn
    dueSource
    num
    den
    shown
    need
    gap
    status
    interim
    reference
    late
    unknown
    atDue {
      status
      shown
      gap
    }
    exempted
    warning {
      baseOn
      base
      behind
    }
  }
`);

export const INDICATOR = graphql(`
  query Indicator($key: String!, $planCode: String, $regionCode: String, $asOf: String) {
    indicator(key: $key, planCode: $planCode, regionCode: $regionCode, asOf: $asOf) {
      asOf
      today
      regionCode
      regionName
      regionNameEn
      plan {
        code
        title {
          zh
          en
        }
        periodStart
        periodEnd
      }
      ruleVersion
      ruleSummary {
        zh
        en
      }
      ruleSource
      countingVersion
      countingSummary {
        zh
        en
      }
      population {
        status
        persons
        kind
        referenceDate
      }
      note {
        zh
        en
      }
      noteSource
      timeline {
        id
        at
        actorName
        role
        organisationName
        event
        opinion
      }
      row {
        key
        label {
          zh
          en
        }
        clause
        quote
        strength
        op
        value
        valueMax
        unit
        level
        each
        dueOn
        dueSource
        num
        den
        shown
        need
        gap
        status
        interim
        reference
        late
        unknown
        atDue {
          status
          shown
          gap
        }
        exempted
        warning {
          baseOn
          base
          behind
        }
        appointed
        exemptible
        judged
        recorded
        regions {
          regionCode
          regionName
          regionNameEn
          bound
          population
          count
          on
          daysLate
          status
        }
        counted {
          institutionId
          name
          regionName
          regionNameEn
          since
        }
        missing {
          institutionId
          name
          regionName
          regionNameEn
          since
        }
        departments {
          institutionId
          name
          num
          den
        }
        exemptions {
          id
          regionCode
          regionName
          regionNameEn
          reason
          documentNo
          decidedOn
          decidedBy
        }
        evidence {
          id
          subject
          documentNo
          issuedOn
          recordedBy
        }
        verdict {
          status
          count
          asOf
          reason
          decidedBy
        }
      }
    }
  }
`);

export const EXEMPT = graphql(`
  mutation ExemptRegion($input: ExemptRegionInput!) {
    exemptRegion(input: $input) {
      id
    }
  }
`);
export const END_EXEMPTION = graphql(`
  mutation EndExemption($input: EndRecordInput!) {
    endExemption(input: $input) {
      id
    }
  }
`);
export const JUDGE = graphql(`
  mutation JudgeIndicator($input: JudgeIndicatorInput!) {
    judgeIndicator(input: $input) {
      id
    }
  }
`);
export const ADD_EVIDENCE = graphql(`
  mutation AddPlanEvidence($input: PlanEvidenceInput!) {
    addPlanEvidence(input: $input) {
      id
    }
  }
`);
export const WITHDRAW_EVIDENCE = graphql(`
  mutation WithdrawPlanEvidence($input: EndRecordInput!) {
    withdrawPlanEvidence(input: $input) {
      id
    }
  }
`);

export type IndicatorBoard = PlanIndicatorsQuery['planIndicators'];
export type Indicator = IndicatorBoard['rows'][number];
export type IndicatorPage = IndicatorQuery['indicator'];
