import { tryQuery, type Document } from '$lib/api';
import type { HomeEvent } from './event';

/** One panel of a home: what it shows, or why it could not be loaded. The others do not depend on it. */
export interface Part<T> {
  data: T | null;
  error: App.Error | null;
}

export const part = <R, V>(event: HomeEvent, document: Document<R, V>, variables: V): Promise<Part<R>> =>
  tryQuery<R, V>(event, document, ...([variables] as never));
