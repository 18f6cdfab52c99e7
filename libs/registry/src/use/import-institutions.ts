import { Injectable } from '@nestjs/common';
import { newId, sha256Hex } from '@app/kernel';
import { scopes, type Tx } from '@app/platform';
import { type Reader, RecordStore } from '../data/record.store';
import type { ImportFault } from '../domain/import-faults';
import { type InstitutionInput, parseInstitution, RegionBook } from '../domain/parse-institution';
import { textPinyin } from './pinyin';
import { type InstitutionOnRecord, type InstitutionPlan, planInstitution } from '../domain/plan-institution';
import { Registry } from '../registry';
import { InstitutionChanged } from '../registry.events';
import { regionPrefixOf } from '../registry.policy';
import { moveCounty } from './edit-institution';
import type { CheckedRow, Importer, RowKind, RowToCheck } from './row-kind';

interface Planned {
  input: InstitutionInput | null;
  plan: InstitutionPlan | null;
  objectId: string | null;
  on: InstitutionOnRecord | null;
  checked: CheckedRow;
}

/** Rows of a list of institutions. */
@Injectable()
export class InstitutionRows implements RowKind {
  readonly taken: ImportFault = { column: 'name', code: 'NAME_TAKEN' };

  constructor(
    private readonly records: RecordStore,
    private readonly registry: Registry,
  ) {}

  async check(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<CheckedRow[]> {
    return (await this.plan(reader, rows, who, now)).map((p) => p.checked);
  }

  async write(tx: Tx, rows: RowToCheck[], who: Importer, importId: string): Promise<CheckedRow[]> {
    const planned = await this.plan(tx, rows, who, tx.now);
    const fresh: object[] = [];
    for (const p of planned) {
      if (p.checked.faults.length || p.plan!.effect === 'SAME') continue;
      const isNew = p.plan!.effect === 'NEW';
      const id = p.objectId ?? newId();
      p.checked.objectId = id;
      const { medical, movedOn, ...facts } = p.input!;
      if (isNew)
        fresh.push({
          id,
          ...facts,
          medical: medical ? 1 : 0,
          namePinyin: textPinyin(facts.name),
          recordedAt: tx.now,
          updatedAt: tx.now,
        });
      else {
        const { countyCode, ...after } = p.plan!.after;
        if (countyCode)
          await moveCounty(
            tx,
            { id, countyCode: p.on!.countyCode, since: p.on!.movedInOn ?? p.on!.openedOn },
            { countyCode: String(countyCode), day: movedOn!, reason: '导入登记' },
          );
        await tx.timeline({
          subjectType: 'institution',
          subjectId: id,
          event: 'INSTITUTION_IMPORTED',
          details: { importId, before: p.plan!.before, after: p.plan!.after },
        });
        await tx.update(
          'institution',
          { id },
          {
            ...after,
            ...('name' in p.plan!.after ? { namePinyin: textPinyin(facts.name) } : {}),
            ...('closedOn' in p.plan!.after ? { closedRecordedAt: tx.now } : {}),
            updatedAt: tx.now,
          },
        );
      }
      await tx.audit({
        action: isNew ? 'registry.create-institution' : 'registry.update-institution',
        object: { type: 'institution', id },
        reason: facts.usccOverrideReason,
        details: { importId, row: p.checked.rowNo, before: p.plan!.before, after: isNew ? facts : p.plan!.after },
      });
      await tx.emit(InstitutionChanged, { institutionId: id });
    }
    await tx.insert('institution', fresh);
    return planned.map((p) => p.checked);
  }

  private async plan(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<Planned[]> {
    const regions = new RegionBook(await this.registry.regionHistory(), regionPrefixOf(who.scope) ?? '#');
    const parsed = rows.map((r) => parseInstitution(r, regions, now));
    const inputs = parsed.flatMap((p) => p.input ?? []);
    // Outside the actor's area as well: a code or name taken elsewhere must not be created a second time.
    const found = await this.records.institutions(
      reader,
      { usccs: inputs.flatMap((i) => i.uscc ?? []), names: inputs.map((i) => i.name) },
      scopes.all('uniqueness of credit codes'),
    );
    return rows.map((r, n): Planned => {
      const { input, faults } = parsed[n]!;
      const checked: CheckedRow = {
        rowNo: r.rowNo,
        keyIndex: input && keyOf(input),
        effect: null,
        faults,
        objectId: null,
      };
      if (!input) return { input, plan: null, objectId: null, on: null, checked };
      const byCode = found.find((f) => input.uscc && f.uscc === input.uscc) ?? null;
      const byName = found.find((f) => f.countyCode === input.countyCode && f.name === input.name) ?? null;
      const on = byCode ?? byName;
      if (on && !on.countyCode.startsWith(regions.prefix)) {
        checked.faults = [{ column: 'uscc', code: 'USCC_TAKEN' }];
        return { input, plan: null, objectId: null, on: null, checked };
      }
      const plan = planInstitution(input, byCode, byName);
      checked.faults = plan.faults;
      checked.effect = plan.faults.length ? null : plan.effect;
      checked.objectId = on?.id ?? null;
      return { input, plan, objectId: on?.id ?? null, on, checked };
    });
  }
}

const keyOf = (i: InstitutionInput): string => sha256Hex(i.uscc ?? `${i.countyCode} ${i.name}`);
