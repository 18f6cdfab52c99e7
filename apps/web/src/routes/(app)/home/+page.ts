import type { HomeKind } from '$lib/home/kind';
import type { HomeComponent } from '$lib/home/types';
import type { PageLoad } from './$types';

/** Each role downloads its own home only. */
const HOMES: Record<HomeKind, () => Promise<{ default: unknown }>> = {
  learner: () => import('$lib/home/Learner.svelte'),
  commission: () => import('$lib/home/Commission.svelte'),
  base: () => import('$lib/home/Base.svelte'),
  institution: () => import('$lib/home/Institution.svelte'),
  exam: () => import('$lib/home/Exam.svelte'),
  admin: () => import('$lib/home/Admin.svelte'),
};

export const load: PageLoad = async ({ data }) => ({
  ...data,
  Home: (await HOMES[data.kind]()).default as HomeComponent,
});
