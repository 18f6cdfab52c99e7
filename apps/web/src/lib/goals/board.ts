import { graphql } from '$lib/gql';
import type { GoalBoardQuery } from '$lib/gql/graphql';
import { t } from '$lib/i18n';
import type { MapClass } from '$lib/chart/map';

export const GOAL_BOARD = graphql(`
  query GoalBoard($regionCode: String, $asOf: String, $populationMode: String) {
    goalBoard(regionCode: $regionCode, asOf: $asOf, populationMode: $populationMode) {
      asOf
      referenceOnly
      managementFigures
      planTitle {
        zh
        en
      }
      targets {
        key
        label {
          zh
          en
        }
        value
        dueOn
        clause
        quote
        category
      }
      ruleVersion
      ruleName {
        zh
        en
      }
      ruleSummary {
        zh
        en
      }
      ruleSource
      populationSummary {
        zh
        en
      }
      populationSource
      populationMode
      populationModes {
        code
        label {
          zh
          en
        }
      }
      total {
        ...GoalRowParts
      }
      rows {
        ...GoalRowParts
      }
    }
  }
  fragment GoalRowParts on GoalRow {
    code
    name
    nameEn
    kind
    population {
      status
      persons
      kind
      referenceDate
      publishedOn
      precision
    }
    physicians {
      ...GoalFigureParts
    }
    therapists {
      ...GoalFigureParts
    }
  }
  fragment GoalFigureParts on GoalFigure {
    target
    registered
    certified
    union
    required
    gap
    surplus
    rateShown
    status
  }
`);

export type Board = GoalBoardQuery['goalBoard'];
export type BoardRow = Board['total'];
export type Figure = BoardRow['physicians'];
export type Category = 'PHYSICIAN' | 'THERAPIST';

export const figureOf = (row: BoardRow, category: Category): Figure =>
  category === 'PHYSICIAN' ? row.physicians : row.therapists;
export const nameOf = (row: BoardRow, lang: string): string => (lang === 'en' ? row.nameEn : row.name);

/** Colour class by the share of the need that is reached; whether the goal is met was decided by the server. */
export function classKey(f: Figure): string {
  if (f.status === 'NO_POPULATION' || !f.required) return 'none';
  if (f.status === 'MET') return '5';
  const share = (f.union / f.required) * 100;
  return share < 40 ? '1' : share < 60 ? '2' : share < 80 ? '3' : '4';
}

export const classes = (): MapClass[] => [
  ...(['1', '2', '3', '4', '5'] as const).map((key) => ({
    key,
    label: t(`goals.class.${key}`),
    colour: `map-${key}` as const,
  })),
  { key: 'none', label: t('goals.class.none'), colour: 'map-none' },
];
