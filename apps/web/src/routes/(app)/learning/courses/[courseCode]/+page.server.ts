import { redirect } from '@sveltejs/kit';
import { query } from '$lib/api';
import { courseHref, MY_COURSES } from '$lib/course/types';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

/** A course by its code alone (to-dos, messages): on to the enrolment it belongs to. */
export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  const { myCourses } = await query(event, MY_COURSES, {});
  const course = myCourses.find((c) => c.code === event.params.courseCode);
  redirect(303, course ? courseHref(course) : '/learning');
};
