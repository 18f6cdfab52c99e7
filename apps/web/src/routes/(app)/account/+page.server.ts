import { MY_SECURITY } from '$lib/account/documents';
import { query } from '$lib/api';
import { requireViewer } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireViewer(event);
  const { myAccount, mySessions, mySignIns } = await query(event, MY_SECURITY, {});
  return { account: myAccount, sessions: mySessions, signIns: mySignIns };
};
