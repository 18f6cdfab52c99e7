import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@app/kernel';
import type { Tx } from '@app/platform';
import { type Reader, RecordStore } from '../data/record.store';
import type { ImportFault } from '../domain/import-faults';
import { RegionBook } from '../domain/parse-institution';
import { parsePopulation, type PopulationInput } from '../domain/parse-place';
import { Registry } from '../registry';
import { regionPrefixOf } from '../registry.policy';
import type { CheckedRow, Importer, RowKind, RowToCheck } from './row-kind';

interface Held {
  seriesCode: string;
  regionCode: string;
  referenceDate: string;
  publishedOn: string;
  persons: number;
}

/** Rows of a list of population figures. Figures are never edited and never absent: a list is what one source published. */
@Injectable()
export class PopulationRows implements RowKind {
  readonly taken: ImportFault = { column: 'publishedOn', code: 'TAKEN_MEANWHILE' };

  constructor(
    private readonly records: RecordStore,
    private readonly registry: Registry,
  ) {}

  async check(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<CheckedRow[]> {
    return (await this.plan(reader, rows, who, now)).map((p) => p.checked);
  }

  async write(tx: Tx, rows: RowToCheck[], who: Importer, importId: string): Promise<CheckedRow[]> {
    const planned = await this.plan(tx, rows, who, tx.now);
    const fresh = planned.filter((p) => p.checked.effect === 'NEW');
    await tx.insert(
      'population_value',
      fresh.map(({ input }) => {
        const { series, ...f } = input!;
        return { seriesCode: series, ...f, recordedAt: tx.now };
      }),
    );
    for (const { input, checked } of fresh)
      await tx.audit({
        action: 'registry.add-population',
        object: { type: 'region', id: input!.regionCode },
        reason: input!.source,
        details: { importId, row: checked.rowNo, ...input },
      });
    return planned.map((p) => p.checked);
  }

  private async plan(reader: Reader, rows: RowToCheck[], who: Importer, now: Date) {
    const regions = new RegionBook(await this.registry.regionHistory(), regionPrefixOf(who.scope) ?? '#');
    const parsed = rows.map((r) => parsePopulation(r, regions, now));
    const series = await reader.query<{ code: string; name: string | null }>(
      'SELECT code, name FROM population_series',
    );
    const inputs = parsed.flatMap((p) => p.input ?? []);
    const held = await this.records.rowsOf<Held>(
      reader,
      'SELECT series_code, region_code, reference_date, published_on, persons FROM population_value WHERE region_code IN (?)',
      inputs.map((i) => i.regionCode),
    );
    return rows.map((r, n): { input: PopulationInput | null; checked: CheckedRow } => {
      const { input, faults } = parsed[n]!;
      const code = input && series.find((s) => s.code === input.series || s.name === input.series)?.code;
      if (input && !code)
        faults.push({ column: 'series', code: 'SERIES_UNKNOWN', params: { value: input.series.slice(0, 20) } });
      const key = code && `${code} ${input.regionCode} ${input.referenceDate} ${input.publishedOn}`;
      const checked: CheckedRow = {
        rowNo: r.rowNo,
        keyIndex: key ? sha256Hex(key) : null,
        effect: null,
        faults,
        objectId: null,
      };
      if (!input || !code) return { input: null, checked };
      const on = held.find((h) => `${h.seriesCode} ${h.regionCode} ${h.referenceDate} ${h.publishedOn}` === key);
      if (on && on.persons !== input.persons)
        faults.push({ column: 'persons', code: 'FIGURE_DIFFERS', params: { persons: on.persons } });
      checked.effect = faults.length ? null : on ? 'SAME' : 'NEW';
      return { input: { ...input, series: code }, checked };
    });
  }
}
