import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '@app/platform';
import { MergeStore } from '../data/merge.store';
import { PeopleQueries } from './people.queries';

/** Reads for finding and comparing records that may be one person. */
@Injectable()
export class MergeQueries {
  constructor(
    private readonly merges: MergeStore,
    private readonly people: PeopleQueries,
  ) {}

  async candidates(actor: Actor, page: { offset: number; limit: number }) {
    const of = (x: 'a' | 'b') =>
      scopeOf(actor, { region: `i${x}.county_code`, organisation: `s${x}.institution_id`, person: `${x}.id` });
    const { rows, total } = await this.merges.candidates({ a: of('a'), b: of('b') }, page);
    const sides = await this.merges.sides(rows.flatMap((r) => [r.a, r.b]));
    const side = (id: string) => {
      const { citizenIdTail, cityName, countyName, ...s } = sides.get(id)!;
      return { ...s, citizenIdTail, regionName: [cityName, countyName].filter(Boolean).join('') };
    };
    return {
      total,
      rows: rows.map((r) => ({ id: `${r.a} ${r.b}`, a: side(r.a), b: side(r.b), rules: r.rules.split(',') })),
    };
  }

  /** Two records side by side; each view is written to the access log. @throws PLATFORM_NOT_FOUND */
  async compare(actor: Actor, ids: [string, string], purpose: string) {
    return [await this.people.record(actor, ids[0], purpose), await this.people.record(actor, ids[1], purpose)];
  }
}
