import { accessibility } from '$lib/text/accessibility.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ article: accessibility[locals.lang] });
