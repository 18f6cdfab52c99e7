import type { Component } from 'svelte';
import type { Viewer } from '$lib/session';
import type { Notice, Task } from '$lib/tasks/documents';

/** The first to-dos of the person, soonest due first, and how many there are in all. */
export interface HomeTasks {
  rows: Task[];
  total: number;
  overdue: number;
  /** the newest messages not read yet */
  notices: Notice[];
}

/** What every home gets; `data` is what `$lib/server/home/<kind>.ts` returned. */
export interface HomeProps<D = unknown> {
  viewer: Viewer;
  tasks: HomeTasks | null;
  tasksError: App.Error | null;
  data: D;
}
export type HomeComponent = Component<HomeProps<never>>;
