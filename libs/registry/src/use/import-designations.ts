import { Injectable } from '@nestjs/common';
import { newId, sha256Hex } from '@app/kernel';
import { type Scope, type Tx } from '@app/platform';
import { AbsentStore, type AbsentSource } from '../data/absent.store';
import { type Reader, RecordStore } from '../data/record.store';
import { wordOf } from '../domain/code-sets';
import { areaFits, designationOpenKey, designationSubject, UNIT_OF } from '../domain/designation-key';
import type { ImportFault } from '../domain/import-faults';
import { RegionBook } from '../domain/parse-institution';
import { type DesignationInput, parseDesignation } from '../domain/parse-place';
import { type IntervalPlan, planInterval } from '../domain/plan-interval';
import { mayDesignate } from '../place.policy';
import { Registry } from '../registry';
import { FacilitiesChanged } from '../registry.events';
import { institutionScope, regionPrefixOf } from '../registry.policy';
import { InstitutionFinder } from './institution-finder';
import type { AbsentKind, CheckedRow, Importer, RowKind, RowToCheck } from './row-kind';

interface Held {
  id: string;
  institutionId: string;
  kind: string;
  subjectKey: string;
  startOn: string;
  endOn: string | null;
}
interface Unit {
  id: string;
  institutionId: string;
  kind: string;
  name: string;
  startOn: string;
  endOn: string | null;
}
interface Planned {
  input: DesignationInput | null;
  institutionId: string | null;
  unitId: string | null;
  plan: IntervalPlan | null;
  checked: CheckedRow;
}

const SOURCE: AbsentSource = {
  from: 'FROM designation x JOIN institution i ON i.id = x.institution_id',
  open: 'x.end_on IS NULL',
  group: 'x.institution_id',
  object: 'x.id',
  name: 'x.kind',
  note: 'x.document_no',
  place: 'i.name',
};

/** Only titles the importer decides can be ended by being absent. */
const decided = (who: Importer): Scope => {
  const scope = institutionScope(who);
  if (who.role === 'PROVINCE_OFFICER') return scope;
  const levels = ['CITY', 'COUNTY'].filter((l) => mayDesignate(who, 'QC_CENTRE', l));
  return {
    ...scope,
    where: `${scope.where} AND x.kind = 'QC_CENTRE' AND x.level IN (?)`,
    params: [...scope.params, levels],
  };
};

/** Rows of a list of designations. */
@Injectable()
export class DesignationRows implements RowKind {
  readonly taken: ImportFault = { column: 'kind', code: 'QC_TAKEN' };

  constructor(
    private readonly records: RecordStore,
    private readonly registry: Registry,
    private readonly absentees: AbsentStore,
  ) {}

  readonly absent: AbsentKind = {
    page: async ({ id, who }, p) => {
      const page = await this.absentees.page(SOURCE, id, decided(who), p);
      return { ...page, rows: page.rows.map((x) => ({ ...x, name: wordOf('designation', x.name) })) };
    },
    end: async (tx, { id, who }, f, limit) => {
      const list = await this.absentees.next(tx, SOURCE, id, decided(who), f.endOn, limit);
      for (const x of list) await this.end(tx, x.id, f, id);
      return list.length;
    },
  };

  async check(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<CheckedRow[]> {
    return (await this.plan(reader, rows, who, now)).map((p) => p.checked);
  }

  async write(tx: Tx, rows: RowToCheck[], who: Importer, importId: string): Promise<CheckedRow[]> {
    const planned = await this.plan(tx, rows, who, tx.now);
    for (const { input, institutionId, unitId, plan, checked } of planned) {
      if (!checked.effect || checked.effect === 'SAME') continue;
      const id = plan!.on?.id ?? newId();
      checked.objectId = id;
      const f = input!;
      if (plan!.effect === 'END')
        await this.end(tx, id, { endOn: f.endOn!, reason: f.endReason ?? '导入登记' }, importId);
      else {
        const d = { institutionId: institutionId!, kind: f.kind, unitId, level: f.level, regionCode: f.regionCode };
        await tx.insert('designation', {
          id,
          ...d,
          subjectKey: designationSubject(d),
          documentNo: f.documentNo,
          startOn: f.startOn,
          endOn: f.endOn,
          endReason: f.endReason,
          openKey: f.endOn ? null : designationOpenKey(d),
          recordedAt: tx.now,
          endRecordedAt: f.endOn ? tx.now : null,
        });
        await tx.audit({
          action: 'registry.grant-designation',
          object: { type: 'institution', id: institutionId! },
          reason: f.documentNo,
          details: { importId, row: checked.rowNo, designationId: id, ...d, startOn: f.startOn },
        });
      }
      await tx.timeline({
        subjectType: 'institution',
        subjectId: institutionId!,
        event: plan!.effect === 'END' ? 'DESIGNATION_ENDED' : 'DESIGNATION_GRANTED',
        details: { kind: f.kind, documentNo: f.documentNo, startOn: f.startOn, endOn: f.endOn },
      });
      await tx.emit(FacilitiesChanged, { institutionId: institutionId! });
    }
    return planned.map((p) => p.checked);
  }

  private async end(tx: Tx, id: string, f: { endOn: string; reason: string }, importId: string): Promise<void> {
    await tx.update(
      'designation',
      { id, endOn: null },
      { endOn: f.endOn, endReason: f.reason, openKey: null, endRecordedAt: tx.now },
    );
    await tx.audit({
      action: 'registry.end-designation',
      object: { type: 'designation', id },
      reason: f.reason,
      details: { importId, endOn: f.endOn },
    });
  }

  private async plan(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<Planned[]> {
    const regions = new RegionBook(await this.registry.regionHistory(), regionPrefixOf(who.scope) ?? '#');
    const parsed = rows.map((r) => parseDesignation(r, regions, now));
    const found = await InstitutionFinder.of(
      this.records,
      reader,
      parsed.flatMap((p) => p.input?.institution ?? []),
      institutionScope(who),
    );
    const held = await this.records.rowsOf<Held>(
      reader,
      'SELECT id, institution_id, kind, subject_key, start_on, end_on FROM designation WHERE institution_id IN (?)',
      found.ids,
    );
    const centres = await this.records.rowsOf<{ institutionId: string; openKey: string }>(
      reader,
      "SELECT institution_id, open_key FROM designation WHERE kind = 'QC_CENTRE' AND end_on IS NULL AND region_code IN (?)",
      parsed.flatMap((p) => p.input?.regionCode ?? []),
    );
    const units = await this.records.rowsOf<Unit>(
      reader,
      'SELECT id, institution_id, kind, name, start_on, end_on FROM institution_unit WHERE institution_id IN (?)',
      found.ids,
    );
    return rows.map((r, n): Planned => {
      const { input, faults } = parsed[n]!;
      const i = input && found.open(input.institution, input.startOn, faults);
      const unitId =
        input && i
          ? this.unit(
              input,
              units.filter((u) => u.institutionId === i.id),
              faults,
            )
          : null;
      if (input && !mayDesignate(who, input.kind, input.level))
        faults.push({ column: 'kind', code: 'DESIGNATION_NOT_YOURS' });
      const region = input?.regionCode ? regions.present(input.regionCode) : undefined;
      if (input?.kind === 'QC_CENTRE' && (!region || !areaFits(input.level, region.kind)))
        faults.push({ column: 'area', code: 'QC_AREA' });
      // An area has one centre of a level: another house's must end first.
      const key = input && i && !input.endOn && designationOpenKey({ ...input, institutionId: i.id, unitId });
      if (centres.some((c) => c.openKey === key && c.institutionId !== i?.id))
        faults.push({ column: 'area', code: 'QC_TAKEN' });
      const subject = input && designationSubject({ unitId, regionCode: input.regionCode });
      const checked: CheckedRow = {
        rowNo: r.rowNo,
        keyIndex: input && i ? sha256Hex(`${i.id} ${input.kind} ${subject} ${input.startOn}`) : null,
        effect: null,
        faults,
        objectId: null,
        groupId: i?.id ?? null,
      };
      if (!input || !i || faults.length) return { input, institutionId: null, unitId, plan: null, checked };
      const plan = planInterval(
        input,
        held.filter((h) => h.institutionId === i.id && h.kind === input.kind && h.subjectKey === subject),
      );
      checked.faults = plan.faults;
      checked.effect = plan.faults.length ? null : plan.effect === 'END' ? 'CHANGE' : plan.effect;
      checked.objectId = plan.on?.id ?? null;
      return { input, institutionId: i.id, unitId, plan, checked };
    });
  }

  /** The unit a title is given to, by its name or by being the only one of its kind. */
  private unit(f: DesignationInput, units: Unit[], faults: ImportFault[]): string | null {
    const kind = UNIT_OF[f.kind];
    if (!kind) return null;
    const open = units.filter(
      (u) => u.kind === kind && u.startOn <= f.startOn && (u.endOn === null || u.endOn > f.startOn),
    );
    const named = f.unitName ? open.filter((u) => u.name === f.unitName) : open;
    if (named.length === 1) return named[0]!.id;
    faults.push({ column: 'unitName', code: 'UNIT_UNKNOWN', params: { kind: wordOf('unitKind', kind), name: f.unitName ?? '' } }); // prettier-ignore
    return null;
  }
}
