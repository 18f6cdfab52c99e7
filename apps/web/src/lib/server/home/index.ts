import type { HomeKind } from '$lib/home/kind';
import { load as admin } from './admin';
import { load as base } from './base';
import { load as commission } from './commission';
import type { HomeEvent } from './event';
import { load as exam } from './exam';
import { load as institution } from './institution';
import { load as learner } from './learner';

export const homeLoaders: Record<HomeKind, (event: HomeEvent) => Promise<unknown>> = {
  learner,
  commission,
  base,
  institution,
  exam,
  admin,
};
