import { graphql } from '$lib/gql';

export const POLICY_PLANS = graphql(`
  query PolicyPlans {
    policyPlans {
      code
      title {
        zh
        en
      }
      periodStart
      periodEnd
    }
  }
`);
export const POLICY_PLAN = graphql(`
  query PolicyPlan($code: String!) {
    policyPlan(code: $code) {
      code
      title {
        zh
        en
      }
      periodStart
      periodEnd
      content
      versions {
        version
        hash
        reason
        importedBy
        importedAt
      }
    }
  }
`);
export const CHECK_PLAN_FILE = graphql(`
  query CheckPlanFile($text: String!) {
    checkPlanFile(text: $text) {
      plan {
        code
        title {
          zh
          en
        }
        periodStart
        periodEnd
      }
      faults {
        path
        message
      }
      isNew
      targets {
        id
        kind
        label {
          zh
          en
        }
      }
      obligations {
        id
        kind
        label {
          zh
          en
        }
      }
      overlaps {
        code
        title {
          zh
          en
        }
      }
    }
  }
`);
export const IMPORT_PLAN = graphql(`
  mutation ImportPolicyPlan($input: ImportPlanInput!) {
    importPolicyPlan(input: $input) {
      code
      version
    }
  }
`);

interface Both {
  zh: string;
  en: string;
}
/** The parts of an imported plan that are shown; the whole stands in the file. */
export interface PlanContent {
  targets: {
    id: string;
    label: Both;
    quote: string;
    clause: string;
    strength: string;
    op: string;
    value: string | null;
    valueMax?: string;
    unit: string;
    scope: { level: string; aggregate: string };
    by: string | null;
  }[];
  reportObligations: {
    id: string;
    label: Both;
    clause: string;
    quote?: string;
    schedule: { rule: string; opens: string; due: string; years?: number[] };
  }[];
}
