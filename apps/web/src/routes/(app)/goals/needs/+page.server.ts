import { query, tryQuery } from '$lib/api';
import { GOAL_FORECAST, NEEDS_SCENARIOS } from '$lib/goals/forecast';
import { INPUTS, TRAINING_NEEDS, type Typed } from '$lib/goals/needs';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const p = event.url.searchParams;
  const typed = (name: string) => (p.get(name) ?? '').trim().slice(0, 100);
  const values = Object.fromEntries(['dueOn', ...INPUTS].map((name) => [name, typed(name)]));
  const category = p.get('category') === 'THERAPIST' ? ('THERAPIST' as const) : ('PHYSICIAN' as const);
  const place = { regionCode: p.get('region') || null, category };
  const inputs = Object.fromEntries(INPUTS.map((name) => [name, values[name] || null]));
  const asked = { ...place, dueOn: values.dueOn || null, inputs };
  const { data, error } = await tryQuery(event, TRAINING_NEEDS, asked);
  const form: Typed = {
    values,
    faults: (error?.fields ?? []).map((f) => ({ name: f.path.split('.').at(-1)!, message: f.message })),
  };
  // Faults in what was typed: the page still has its defaults. Any other refusal becomes the error page.
  const again = form.faults.length ? place : asked;
  const needs = (data ?? (await query(event, TRAINING_NEEDS, again))).trainingNeeds;
  const at = { regionCode: needs.regionCode, category };
  const forecastOf = { ...at, dueOn: form.faults.length ? null : needs.dueOn };
  const [{ goalForecast }, { needsScenarios }] = await Promise.all([
    query(event, GOAL_FORECAST, forecastOf),
    query(event, NEEDS_SCENARIOS, at),
  ]);
  return { needs, form, category, forecast: goalForecast, forecastOf, scenarios: needsScenarios };
};
