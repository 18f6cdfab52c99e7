import { type Day, isDay } from '@app/kernel';
import type { Section } from './report';

interface Both {
  zh: string;
  en: string;
}

/** `reportObligations` of a plan file. */
export interface PlanObligation {
  id: string;
  kind: string;
  label: Both;
  from: string;
  to: string[];
  toNote?: Both;
  schedule:
    | { rule: 'ONCE'; opens: Day; due: Day }
    /** `opens`, `due`: MM-DD of each year */
    | { rule: 'YEARLY'; opens: string; due: string; years: number[] };
  sections: Section[];
  quote?: string;
  clause: string;
  source: string;
}

export interface DueReport {
  year: number;
  opensOn: Day;
  dueOn: Day;
}

/** Whose report an obligation is: of each city, of the province, or nobody's here (a milestone, another office). */
export function authorOf(o: Pick<PlanObligation, 'from' | 'sections'>): 'CITY' | 'PROVINCE' | null {
  // A city's obligation without any section is a thing to be set up (IND-L14), not a text to be handed in.
  if (o.from === 'CITY_HEALTH_COMMISSION') return o.sections.length ? 'CITY' : null;
  return o.from === 'PROVINCIAL_HEALTH_COMMISSION' ? 'PROVINCE' : null;
}

/** The reports an obligation asks for, one a year; 29 February falls back to the 28th. */
export function dueReports(schedule: PlanObligation['schedule']): DueReport[] {
  if (schedule.rule === 'ONCE')
    return [{ year: Number(schedule.due.slice(0, 4)), opensOn: schedule.opens, dueOn: schedule.due }];
  return [...new Set(schedule.years)]
    .sort((a, b) => a - b)
    .map((year) => {
      const dueOn = dayIn(year, schedule.due);
      // A window over the turn of the year opens in the year before.
      const opensOn = dayIn(schedule.opens > schedule.due ? year - 1 : year, schedule.opens);
      return { year, opensOn, dueOn };
    });
}

const dayIn = (year: number, monthDay: string): Day => {
  const day = `${year}-${monthDay}`;
  return isDay(day) ? day : `${year}-${monthDay.slice(0, 3)}28`;
};
