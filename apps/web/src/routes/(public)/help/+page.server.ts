import { help } from '$lib/text/help.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ article: help[locals.lang] });
