import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@app/kernel';
import { Seeds, type Seeder, systemActor, type Tx, UnitOfWork } from '@app/platform';
import { contentText, csvRows } from './csv';

const SERIES_NAMES: Record<string, { name: string; nameEn: string }> = {
  'census-2020': { name: '第七次全国人口普查', nameEn: 'Seventh national census' },
  'year-end': { name: '年末常住人口', nameEn: 'Year-end resident population' },
};
const orNull = (s: string | undefined) => s || null;

/** Regions of both provinces and the published population series. Rows are added or corrected, never removed. */
@Injectable()
@Seeds(10, 'starter', 'registry.regions')
export class RegionsSeeder implements Seeder {
  constructor(private readonly uow: UnitOfWork) {}

  contentHash(): string {
    return sha256Hex(contentText('regions.csv') + contentText('population.csv') + JSON.stringify(SERIES_NAMES));
  }

  async run(): Promise<string> {
    const regions = csvRows(contentText('regions.csv'));
    const figures = csvRows(contentText('population.csv'));
    await this.uow.run(
      { actor: systemActor('starter content', 'seed'), action: 'registry.load-regions' },
      async (tx) => {
        await this.regions(tx, regions);
        await this.populations(tx, figures);
        await tx.audit({
          object: { type: 'region', id: 'starter' },
          details: { regions: regions.length, populationValues: figures.length },
        });
        return null;
      },
    );
    return `${regions.length} regions, ${figures.length} population figures`;
  }

  private async regions(tx: Tx, rows: Record<string, string>[]): Promise<void> {
    const known = new Set(
      (await tx.query<{ k: string }>("SELECT CONCAT(code, ' ', valid_from) AS k FROM region")).map((r) => r.k),
    );
    // What an officer recorded stays: a rename or an end is newer than the file.
    const decided = new Set(
      (await tx.query<{ code: string }>('SELECT code FROM region WHERE decided_at IS NOT NULL')).map((r) => r.code),
    );
    const values = rows.map((r) => ({
      code: r['code']!,
      validFrom: r['valid_from']!,
      validTo: orNull(r['valid_to']),
      name: r['name']!,
      kind: r['kind']!,
      parentCode: orNull(r['parent_code']),
      autonomous: Number(r['autonomous']),
      successorCode: orNull(r['successor_code']),
      pinyin: r['pinyin']!,
      nameEn: r['name_en']!,
      note: orNull(r['note']),
    }));
    await tx.insert(
      'region',
      values.filter((v) => !known.has(`${v.code} ${v.validFrom}`) && !decided.has(v.code)),
    );
    for (const { code, validFrom, ...patch } of values.filter(
      (v) => known.has(`${v.code} ${v.validFrom}`) && !decided.has(v.code),
    ))
      await tx.update('region', { code, validFrom }, patch, false);
  }

  private async populations(tx: Tx, rows: Record<string, string>[]): Promise<void> {
    const series = new Map(rows.map((r) => [r['series']!, r['kind']!]));
    await tx.insert(
      'population_series',
      [...series].map(([code, kind]) => ({ code, kind, ...SERIES_NAMES[code], recordedAt: tx.now })),
      'ignore',
    );
    for (const code of series.keys())
      if (SERIES_NAMES[code]) await tx.update('population_series', { code, name: null }, SERIES_NAMES[code], false);
    await tx.insert(
      'population_value',
      rows.map((r) => ({
        seriesCode: r['series']!,
        regionCode: r['region_code']!,
        referenceDate: r['reference_date']!,
        publishedOn: r['published_on']!,
        persons: Number(r['persons']),
        roundedTo: Number(r['precision']),
        source: r['source']!,
        recordedAt: tx.now,
      })),
      'ignore',
    );
  }
}
