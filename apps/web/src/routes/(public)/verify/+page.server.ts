import { fail, redirect } from '@sveltejs/kit';
import { tryQuery } from '$lib/api';
import { VERIFY_BY_NUMBER } from '$lib/verify/documents';
import type { Actions, PageServerLoad } from './$types';

/** A number may come in the address (a link from a letter), a name never does. */
export const load: PageServerLoad = ({ url }) => ({
  number: url.searchParams.get('number')?.trim().slice(0, 30) ?? '',
});

/** For browsers without JavaScript; with it the form asks the API itself. */
export const actions: Actions = {
  default: async (event) => {
    const sent = await event.request.formData();
    const text = (field: string) => String(sent.get(field) ?? '').slice(0, 60);
    const [number, name] = [text('number'), text('name')];
    const { data, error } = await tryQuery(event, VERIFY_BY_NUMBER, { number, name });
    if (data) redirect(303, `/v/${data.verifyByNumber.verifyCode}`);
    const field = /_NUMBER_/.test(error.code ?? '') ? 'number' : null;
    return fail(/_TOO_MANY$/.test(error.code ?? '') ? 429 : 422, {
      number,
      name,
      fault: { message: error.message, field },
    });
  },
};
