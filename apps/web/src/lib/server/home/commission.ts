import { graphql } from '$lib/gql';
import type { HomeEvent } from './event';
import { part } from './part';

const GAP = graphql(`
  query HomeGap {
    goalBoard {
      asOf
      ruleName {
        zh
        en
      }
      total {
        name
        nameEn
        physicians {
          ...HomeFigure
        }
        therapists {
          ...HomeFigure
        }
      }
      rows {
        code
        name
        nameEn
        physicians {
          gap
        }
        therapists {
          gap
        }
      }
    }
  }
  fragment HomeFigure on GoalFigure {
    target
    union
    required
    gap
    rateShown
    status
  }
`);
const BASES = graphql(`
  query HomeBases {
    accreditations(limit: 1) {
      live
      suspended
      endingSoon
    }
  }
`);
const ISSUING = graphql(`
  query HomeIssuing {
    eligibleForCertificate(limit: 1) {
      total
    }
    openCertificateEndRequests {
      id
    }
  }
`);

/** The gap of the own region; bases; what the province has to sign. */
export const load = async (event: HomeEvent) => {
  const province = event.viewer.active.role === 'PROVINCE_OFFICER';
  const [gap, bases, issuing] = await Promise.all([
    part(event, GAP, {}),
    part(event, BASES, {}),
    province ? part(event, ISSUING, {}) : null,
  ]);
  const board = gap.data?.goalBoard ?? null;
  const widest = [...(board?.rows ?? [])]
    .map((r) => ({ ...r, gap: (r.physicians.gap ?? 0) + (r.therapists.gap ?? 0) }))
    .filter((r) => r.gap > 0)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, 5);
  return {
    province,
    board: board && { asOf: board.asOf, ruleName: board.ruleName, total: board.total },
    boardError: gap.error,
    widest,
    bases: bases.data?.accreditations ?? null,
    toIssue: issuing?.data?.eligibleForCertificate.total ?? null,
    endRequests: issuing?.data?.openCertificateEndRequests.length ?? null,
  };
};
