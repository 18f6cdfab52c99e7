import { graphql } from '$lib/gql';
import type { HomeEvent } from './event';
import { part } from './part';

const OVERVIEW = graphql(`
  query HomeBase {
    baseOverview {
      openClasses
      runningClasses
      toAdmit
      waitlisted
      inTraining
      reasons {
        code
        message
      }
      standings {
        accreditationId
        state
        validTo
        trainingTypeLabel {
          zh
          en
        }
        years {
          year
          capacity
          taken
          toPlan
        }
      }
    }
  }
`);
const CLASSES = graphql(`
  query HomeClasses {
    trainingClasses(limit: 5) {
      total
      rows {
        id
        title
        state
        startsOn
        endsOn
        capacity
        taken
        waiting
        toConfirm
      }
    }
  }
`);

/** Validity, places and classes of the own base. */
export const load = async (event: HomeEvent) => {
  const [overview, classes] = await Promise.all([part(event, OVERVIEW, {}), part(event, CLASSES, {})]);
  return {
    base: overview.data?.baseOverview ?? null,
    baseError: overview.error,
    classes: classes.data?.trainingClasses ?? null,
    classesError: classes.error,
  };
};
