import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { signInPath, tryQuery } from '$lib/api';
import { translate } from '$lib/i18n';
import type { Role, Site, Viewer } from '$lib/session';

const SITE = `query Site { publicSettings { demo name } }`;
const SHELL = `query Shell {
  viewer {
    accountId personId name mustChangePassword secondFactor
    roles { grantId role scopeName }
    active { grantId role scopeName regionCode organisationId }
  }
  myCounts { openTasks unread }
  publicSettings { demo name }
}`;

/** Cookies of the page itself; any other cookie may be a session. */
const OURS = new Set(['kx_lang', 'kx_type']);
const SITE_TTL_MS = 30_000;
const siteCache = new Map<string, { at: number; site: Site }>();

export interface Shell {
  viewer: Viewer | null;
  site: Site;
  /** The API could not say who this is; a page that needs to know shows this instead of asking to sign in. */
  problem: App.Error | null;
}

export async function loadShell(event: RequestEvent): Promise<Shell> {
  const { lang } = event.locals;
  const known = siteCache.get(lang);
  const signedIn = event.cookies.getAll().some((c) => !OURS.has(c.name));
  if (!signedIn && known && Date.now() - known.at < SITE_TTL_MS)
    return { viewer: null, site: known.site, problem: null };

  const { data, error: problem } = await tryQuery<{
    viewer?: Viewer | null;
    myCounts?: { openTasks: number; unread: number } | null;
    publicSettings: Site;
  }>(event, signedIn ? SHELL : SITE, {});
  // Without the API the public pages still stand; pages that need it say so themselves.
  if (!data) {
    return { viewer: null, site: known?.site ?? { name: translate(lang, 'common.productName'), demo: false }, problem };
  }
  siteCache.set(lang, { at: Date.now(), site: data.publicSettings });
  const viewer = data.viewer
    ? { ...data.viewer, openTaskCount: data.myCounts?.openTasks ?? 0, unreadCount: data.myCounts?.unread ?? 0 }
    : null;
  return { viewer, site: data.publicSettings, problem: null };
}

/** The signed-in person, or off to sign-in and back. For `load` functions. */
export async function requireViewer(event: Pick<RequestEvent, 'locals' | 'url'>): Promise<Viewer> {
  const { viewer, problem } = await event.locals.shell();
  if (problem) error(503, problem);
  if (!viewer) redirect(303, signInPath(event.url));
  return viewer;
}

/** As `requireViewer`, and acting in one of these roles; else 403 with what to do. The API checks again on its own. */
export async function requireRole(event: Pick<RequestEvent, 'locals' | 'url'>, ...roles: Role[]): Promise<Viewer> {
  const viewer = await requireViewer(event);
  if (!roles.includes(viewer.active.role)) {
    error(403, {
      message: translate(event.locals.lang, 'common.error.wrongRole'),
      code: 'FORBIDDEN',
      requestId: event.locals.requestId,
    });
  }
  return viewer;
}
