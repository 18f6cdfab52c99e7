/** Address parameters that move through a list; everything else is a filter. */
const MOVES = new Set(['page', 'sort', 'dir', 'tab', 'view']);

export const PAGE_SIZE = 20;

export const activeFilters = (url: URL): string[] =>
  [...url.searchParams].filter(([name, value]) => !MOVES.has(name) && value !== '').map(([name]) => name);

export function pageNumber(url: URL): number {
  const n = Number(url.searchParams.get('page'));
  return Number.isInteger(n) && n > 0 && n <= 50_000 ? n : 1;
}

/** What a list's `load` needs from the address: `?page=3&q=王`. */
export function listParams(url: URL, limit = PAGE_SIZE): { offset: number; limit: number; search: string | null } {
  return { offset: (pageNumber(url) - 1) * limit, limit, search: url.searchParams.get('q')?.trim() || null };
}

export const sortParams = (url: URL): { sort: string | null; descending: boolean } => ({
  sort: url.searchParams.get('sort') || null,
  descending: url.searchParams.get('dir') === 'desc',
});
