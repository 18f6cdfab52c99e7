import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@app/kernel';
import type { Tx } from '@app/platform';
import { AbsentStore, type AbsentSource } from '../data/absent.store';
import { type Reader, RecordStore } from '../data/record.store';
import type { ImportFault } from '../domain/import-faults';
import { type MemberInput, parseMember } from '../domain/parse-place';
import { type IntervalPlan, planInterval } from '../domain/plan-interval';
import { areaScope } from '../place.policy';
import { institutionScope } from '../registry.policy';
import { InstitutionFinder } from './institution-finder';
import { insertMember } from './keep-consortia';
import type { AbsentKind, CheckedRow, Importer, RowKind, RowToCheck } from './row-kind';

interface Held {
  id: string;
  consortiumId: string;
  institutionId: string;
  startOn: string;
  endOn: string | null;
}
interface Planned {
  input: MemberInput | null;
  consortiumId: string | null;
  institutionId: string | null;
  plan: IntervalPlan | null;
  checked: CheckedRow;
}

/** The lead stays: it leaves only with the consortium. */
const SOURCE: AbsentSource = {
  from: 'FROM consortium_member x JOIN consortium c ON c.id = x.consortium_id JOIN institution i ON i.id = x.institution_id',
  open: 'x.end_on IS NULL AND c.lead_institution_id <> x.institution_id',
  group: 'x.consortium_id',
  object: 'x.id',
  name: 'i.name',
  note: 'NULL',
  place: 'c.name',
};

/** Rows of a list of members of consortia. */
@Injectable()
export class MemberRows implements RowKind {
  readonly taken: ImportFault = { column: 'institution', code: 'TAKEN_MEANWHILE' };

  constructor(
    private readonly records: RecordStore,
    private readonly absentees: AbsentStore,
  ) {}

  readonly absent: AbsentKind = {
    page: ({ id, who }, p) => this.absentees.page(SOURCE, id, areaScope(who, 'c.region_code'), p),
    end: async (tx, { id, who }, f, limit) => {
      const list = await this.absentees.next(tx, SOURCE, id, areaScope(who, 'c.region_code'), f.endOn, limit);
      for (const x of list) await this.end(tx, x.id, f, id);
      return list.length;
    },
  };

  async check(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<CheckedRow[]> {
    return (await this.plan(reader, rows, who, now)).map((p) => p.checked);
  }

  async write(tx: Tx, rows: RowToCheck[], who: Importer, importId: string): Promise<CheckedRow[]> {
    const planned = await this.plan(tx, rows, who, tx.now);
    for (const { input, consortiumId, institutionId, plan, checked } of planned) {
      if (!checked.effect || checked.effect === 'SAME') continue;
      const f = input!;
      if (plan!.effect === 'END') {
        checked.objectId = plan!.on!.id;
        await this.end(tx, plan!.on!.id, { endOn: f.endOn!, reason: f.endReason ?? '导入登记' }, importId);
      } else {
        checked.objectId = await insertMember(tx, { ...f, consortiumId: consortiumId!, institutionId: institutionId! });
        await tx.audit({
          action: 'registry.join-consortium',
          object: { type: 'consortium', id: consortiumId! },
          details: { importId, row: checked.rowNo, institutionId, startOn: f.startOn },
        });
      }
      await tx.timeline({
        subjectType: 'consortium',
        subjectId: consortiumId!,
        event: plan!.effect === 'END' ? 'MEMBER_LEFT' : 'MEMBER_JOINED',
        details: { member: f.institution.name, startOn: f.startOn, endOn: f.endOn },
      });
    }
    return planned.map((p) => p.checked);
  }

  private async end(tx: Tx, id: string, f: { endOn: string; reason: string }, importId: string): Promise<void> {
    await tx.update(
      'consortium_member',
      { id, endOn: null },
      { endOn: f.endOn, endReason: f.reason, openMember: null, endRecordedAt: tx.now },
    );
    await tx.audit({
      action: 'registry.leave-consortium',
      object: { type: 'consortium_member', id },
      reason: f.reason,
      details: { importId, endOn: f.endOn },
    });
  }

  private async plan(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<Planned[]> {
    const parsed = rows.map((r) => parseMember(r, now));
    const found = await InstitutionFinder.of(
      this.records,
      reader,
      parsed.flatMap((p) => p.input?.institution ?? []),
      institutionScope(who),
    );
    const scope = areaScope(who, 'c.region_code');
    const consortia = await this.records.rowsOf<{ id: string; name: string; leadInstitutionId: string }>(
      reader,
      `SELECT c.id, c.name, c.lead_institution_id FROM consortium c WHERE c.name IN (?) AND c.end_on IS NULL AND ${scope.where}`,
      parsed.flatMap((p) => p.input?.consortium ?? []),
      scope.params,
    );
    const held = await this.records.rowsOf<Held>(
      reader,
      'SELECT id, consortium_id, institution_id, start_on, end_on FROM consortium_member WHERE consortium_id IN (?)',
      consortia.map((c) => c.id),
    );
    return rows.map((r, n): Planned => {
      const { input, faults } = parsed[n]!;
      const i = input && found.open(input.institution, input.startOn, faults);
      const named = consortia.filter((c) => c.name === input?.consortium);
      const c = named.length === 1 ? named[0]! : null;
      if (input && !c)
        faults.push({
          column: 'consortium',
          code: 'CONSORTIUM_UNKNOWN',
          params: { value: input.consortium.slice(0, 20) },
        });
      const checked: CheckedRow = {
        rowNo: r.rowNo,
        keyIndex: input && i && c ? sha256Hex(`${c.id} ${i.id} ${input.startOn}`) : null,
        effect: null,
        faults,
        objectId: null,
        groupId: c?.id ?? null,
      };
      if (!input || !i || !c || faults.length)
        return { input, consortiumId: null, institutionId: null, plan: null, checked };
      const plan = planInterval(
        input,
        held.filter((h) => h.consortiumId === c.id && h.institutionId === i.id),
      );
      if (plan.effect === 'END' && c.leadInstitutionId === i.id)
        plan.faults.push({ column: 'endOn', code: 'LEAD_STAYS' });
      checked.faults = plan.faults;
      checked.effect = plan.faults.length ? null : plan.effect === 'END' ? 'CHANGE' : plan.effect;
      checked.objectId = plan.on?.id ?? null;
      return { input, consortiumId: c.id, institutionId: i.id, plan, checked };
    });
  }
}
