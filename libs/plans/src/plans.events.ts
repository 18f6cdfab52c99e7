import { defineEvent } from '@app/platform';

/** A plan was imported, new or in a new version: its targets and report obligations may be others. */
export const PlanImported = defineEvent<{ planCode: string }>('plans.plan-imported');
