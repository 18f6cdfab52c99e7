import { tryQuery } from '$lib/api';
import { VERIFY_BY_NUMBER } from '$lib/verify/documents';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const number = event.url.searchParams.get('number')?.trim() ?? '';
  const name = event.url.searchParams.get('name')?.trim() ?? '';
  if (!number || !name) return { number, name, found: null, error: null };
  const { data, error } = await tryQuery(event, VERIFY_BY_NUMBER, { number, name });
  return { number, name, found: data?.verifyByNumber ?? null, error };
};
