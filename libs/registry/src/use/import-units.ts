import { Injectable } from '@nestjs/common';
import { newId, sha256Hex } from '@app/kernel';
import type { Tx } from '@app/platform';
import { AbsentStore, type AbsentSource } from '../data/absent.store';
import { type Reader, RecordStore } from '../data/record.store';
import type { ImportFault } from '../domain/import-faults';
import { parseUnit, type UnitInput } from '../domain/parse-place';
import { type IntervalPlan, planInterval } from '../domain/plan-interval';
import { FacilitiesChanged } from '../registry.events';
import { institutionScope } from '../registry.policy';
import { InstitutionFinder } from './institution-finder';
import { endUnit, insertUnit } from './keep-units';
import type { AbsentKind, CheckedRow, Importer, RowKind, RowToCheck } from './row-kind';

interface Held {
  id: string;
  institutionId: string;
  kind: string;
  name: string;
  beds: number | null;
  startOn: string;
  endOn: string | null;
}

interface Planned {
  input: UnitInput | null;
  institutionId: string | null;
  plan: IntervalPlan | null;
  /** kind or beds that differ from the record */
  patch: Partial<Pick<Held, 'kind' | 'beds'>>;
  checked: CheckedRow;
}

const SOURCE: AbsentSource = {
  from: 'FROM institution_unit x JOIN institution i ON i.id = x.institution_id',
  open: 'x.end_on IS NULL',
  group: 'x.institution_id',
  object: 'x.id',
  name: 'x.name',
  note: 'NULL',
  place: 'i.name',
};

/** Rows of a list of departments and rooms. */
@Injectable()
export class UnitRows implements RowKind {
  readonly taken: ImportFault = { column: 'name', code: 'TAKEN_MEANWHILE' };

  constructor(
    private readonly records: RecordStore,
    private readonly absentees: AbsentStore,
  ) {}

  readonly absent: AbsentKind = {
    page: ({ id, who }, p) => this.absentees.page(SOURCE, id, institutionScope(who), p),
    end: async (tx, { id, who }, f, limit) => {
      const list = await this.absentees.next(tx, SOURCE, id, institutionScope(who), f.endOn, limit);
      for (const x of list) {
        await endUnit(tx, x, f);
        await tx.audit({ action: 'registry.close-unit', object: { type: 'unit', id: x.id }, reason: f.reason, details: { importId: id, endOn: f.endOn } }); // prettier-ignore
      }
      return list.length;
    },
  };

  async check(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<CheckedRow[]> {
    return (await this.plan(reader, rows, who, now)).map((p) => p.checked);
  }

  async write(tx: Tx, rows: RowToCheck[], who: Importer, importId: string): Promise<CheckedRow[]> {
    const planned = await this.plan(tx, rows, who, tx.now);
    for (const { input, institutionId, plan, patch, checked } of planned) {
      if (!checked.effect || checked.effect === 'SAME') continue;
      const id = plan!.on?.id ?? newId();
      checked.objectId = id;
      if (plan!.effect === 'NEW') await insertUnit(tx, { ...input!, id, institutionId: institutionId! });
      if (Object.keys(patch).length) await tx.update('institution_unit', { id }, patch);
      if (plan!.effect === 'END')
        await endUnit(tx, { id }, { endOn: input!.endOn!, reason: input!.endReason ?? '导入登记' });
      const ended = plan!.effect === 'END';
      await tx.timeline({
        subjectType: 'institution',
        subjectId: institutionId!,
        event: ended ? 'UNIT_CLOSED' : 'UNIT_OPENED',
        details: {
          kind: input!.kind,
          name: input!.name,
          ...(ended ? { endOn: input!.endOn } : { startOn: input!.startOn }),
        },
      });
      await tx.audit({
        action: ended ? 'registry.close-unit' : 'registry.open-unit',
        object: { type: 'institution', id: institutionId! },
        details: { importId, row: checked.rowNo, unitId: id, effect: plan!.effect, patch },
      });
      await tx.emit(FacilitiesChanged, { institutionId: institutionId! });
    }
    return planned.map((p) => p.checked);
  }

  private async plan(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<Planned[]> {
    const parsed = rows.map((r) => parseUnit(r, now));
    const found = await InstitutionFinder.of(
      this.records,
      reader,
      parsed.flatMap((p) => p.input?.institution ?? []),
      institutionScope(who),
    );
    const held = await this.records.rowsOf<Held>(
      reader,
      'SELECT id, institution_id, kind, name, beds, start_on, end_on FROM institution_unit WHERE institution_id IN (?)',
      found.ids,
    );
    return rows.map((r, n): Planned => {
      const { input, faults } = parsed[n]!;
      const i = input && found.open(input.institution, input.startOn, faults);
      const checked: CheckedRow = {
        rowNo: r.rowNo,
        keyIndex: input && i ? sha256Hex(`${i.id} ${input.name} ${input.startOn}`) : null,
        effect: null,
        faults,
        objectId: null,
        groupId: i?.id ?? null,
      };
      if (!input || !i || faults.length) return { input, institutionId: null, plan: null, patch: {}, checked };
      const own = held.filter((h) => h.institutionId === i.id && h.name === input.name);
      const plan = planInterval(input, own);
      const on = own.find((h) => h.id === plan.on?.id);
      const patch: Planned['patch'] = {};
      if (on && on.kind !== input.kind) patch.kind = input.kind;
      if (on && input.beds !== null && on.beds !== input.beds) patch.beds = input.beds;
      checked.faults = plan.faults;
      const changes = plan.effect === 'END' || Object.keys(patch).length > 0;
      checked.effect = plan.faults.length ? null : plan.effect === 'NEW' ? 'NEW' : changes ? 'CHANGE' : 'SAME';
      checked.objectId = plan.on?.id ?? null;
      return { input, institutionId: i.id, plan, patch, checked };
    });
  }
}
