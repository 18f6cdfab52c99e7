import { query } from '$lib/api';
import { COURSE_LESSON } from '$lib/course/types';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  const { enrolmentId, lessonId } = event.params;
  return { lesson: (await query(event, COURSE_LESSON, { enrolmentId, lessonId })).courseLesson };
};
