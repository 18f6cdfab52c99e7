import { requireRole, requireViewer } from '$lib/server/shell';
import type { PageServerLoad } from './$types';

/** Every component in every state. In production only the system administrator sees it. */
export const load: PageServerLoad = async (event) => {
  const { site } = await event.locals.shell();
  await (site.demo ? requireViewer(event) : requireRole(event, 'SYSTEM_ADMIN'));
  const page = Number(event.url.searchParams.get('page') ?? 1);
  return { rows: event.url.searchParams.get('q') === '0' ? [] : sample(page) };
};

const NAMES = ['沈阳市第四人民医院', '大连市康复医院', '鞍山市中心医院', '抚顺市第二医院', '锦州医科大学附属第一医院'];
const sample = (page: number) =>
  NAMES.map((name, i) => ({
    id: `${page}-${i}`,
    name: `${name}${page > 1 ? `（${page}）` : ''}`,
    city: name.slice(0, 3),
    level: ['三级甲等', '三级乙等', '二级甲等'][i % 3]!,
    people: 12 + i * 137 * page,
    state: (['active', 'expiring', 'ended'] as const)[i % 3]!,
    until: `2027-0${i + 1}-30`,
  }));
