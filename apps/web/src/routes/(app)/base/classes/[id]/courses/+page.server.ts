import { query } from '$lib/api';
import { CLASS_PROGRESS } from '$lib/course/types';
import { requireRole } from '$lib/server/shell';
import { listParams } from '$lib/ui/filters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requireRole(event, 'BASE_ADMIN', 'PROVINCE_OFFICER', 'CITY_OFFICER', 'COUNTY_OFFICER');
  const { classCourseProgress } = await query(event, CLASS_PROGRESS, {
    classId: event.params.id,
    ...listParams(event.url),
  });
  return { classId: event.params.id, progress: classCourseProgress };
};
