import { graphql } from '$lib/document';
import { label, t } from '$lib/i18n';

export const ADD_FIGURE = graphql(`
  mutation AddPopulation($input: AddPopulationInput!) {
    addPopulation(input: $input)
  }
`);
export const ADD_SERIES = graphql(`
  mutation AddPopulationSeries($input: AddPopulationSeriesInput!) {
    addPopulationSeries(input: $input)
  }
`);

interface Series {
  code: string;
  name?: string | null;
  nameEn?: string | null;
}

export const seriesLabel = (s: Series): string => label({ zh: s.name ?? s.code, en: s.nameEn ?? s.name ?? s.code });

export const seriesName = (list: readonly Series[], code: string): string =>
  seriesLabel(list.find((s) => s.code === code) ?? { code });

export const precisionText = (persons: number): string =>
  persons === 1 ? t('places.exact') : t('places.rounded', { count: persons });
