import type { Component } from 'svelte';
import type { Viewer } from '$lib/session';

/** One line of the to-do box on a home page. */
export interface HomeTask {
  id: string;
  title: string;
  hint: string | null;
  href: string;
  dueOn: string | null;
  urgent: boolean;
}

/** What every home gets; `data` is what `$lib/server/home/<kind>.ts` returned. */
export interface HomeProps<D = unknown> {
  viewer: Viewer;
  tasks: HomeTask[];
  tasksError: App.Error | null;
  data: D;
}
export type HomeComponent = Component<HomeProps<never>>;
