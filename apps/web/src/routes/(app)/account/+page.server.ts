import { query } from '$lib/api';
import type { PageServerLoad } from './$types';

interface Session {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  ip: string | null;
  userAgent: string | null;
  current: boolean;
}
const MY_SESSIONS = `query MySessions { mySessions { id createdAt lastSeenAt ip userAgent current } }`;

export const load: PageServerLoad = async (event) => {
  const { mySessions } = await query<{ mySessions: Session[] }>(event, MY_SESSIONS, {});
  const first = event.url.searchParams.get('first');
  return { sessions: mySessions, first: first === 'SET_UP_TOTP' || first === 'CHANGE_PASSWORD' ? first : null };
};
