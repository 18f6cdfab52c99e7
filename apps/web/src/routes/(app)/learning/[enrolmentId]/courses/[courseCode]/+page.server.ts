import { query } from '$lib/api';
import { MY_COURSE } from '$lib/course/types';
import { requireRole } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'TRAINEE');
  const { enrolmentId, courseCode } = event.params;
  return { course: (await query(event, MY_COURSE, { enrolmentId, courseCode })).myCourse };
};
