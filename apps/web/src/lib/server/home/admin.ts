import type { HomeEvent } from './event';

/** What this role's home shows beside the to-dos; the component gets it as `data`. */
export const load = async (_event: HomeEvent) => ({});
