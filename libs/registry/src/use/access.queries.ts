import { Injectable } from '@nestjs/common';
import { addDays, maskNamePublic, startOfDay } from '@app/kernel';
import { AccessStore } from '../data/access.store';
import { readPersonSearch } from '../domain/person-search';

/** Who looked at whom, when and what for. People are named as far as needed to tell them apart. */
@Injectable()
export class AccessQueries {
  constructor(private readonly store: AccessStore) {}

  async list(
    f: { person?: string | null; actor?: string | null; from?: string | null; to?: string | null },
    page: { offset: number; limit: number },
  ) {
    const s = readPersonSearch(f.person ?? '');
    const { rows, total } = await this.store.page(
      {
        ...(s?.by === 'TAIL' ? { tail: s.value } : {}),
        ...(s && s.by !== 'TAIL' ? { name: s.value } : {}),
        ...(f.actor?.trim() ? { actor: f.actor.trim() } : {}),
        ...(f.from ? { from: startOfDay(f.from) } : {}),
        ...(f.to ? { to: startOfDay(addDays(f.to, 1)) } : {}),
      },
      page,
    );
    return { total, rows: rows.map(({ personName, ...r }) => ({ ...r, person: maskNamePublic(personName) })) };
  }
}
