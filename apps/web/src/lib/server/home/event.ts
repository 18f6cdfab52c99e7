import type { RequestEvent } from '@sveltejs/kit';
import type { Viewer } from '$lib/session';

/** The `load` event of `/home`, with the person already known. */
export type HomeEvent = Pick<RequestEvent, 'fetch' | 'locals' | 'url'> & { viewer: Viewer };
