import { privacy } from '$lib/text/privacy.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ article: privacy[locals.lang] });
