import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Crypto, type Tx } from '@app/platform';
import { PERSON_FIELDS } from '../data/person-fields';
import { type Reader, RecordStore } from '../data/record.store';
import type { ImportFault } from '../domain/import-faults';
import { parsePerson, type PersonInput } from '../domain/parse-person';
import { type PersonOnRecord, type PersonPlan, planPerson } from '../domain/plan-person';
import type { RowValues } from '../domain/row-reader';
import { AbsentStaff } from './absent-staff';
import { InstitutionFinder } from './institution-finder';
import { PersonWriter } from './person-writer';
import { institutionScope } from '../registry.policy';
import type { CheckedRow, Importer, RowKind, RowToCheck } from './row-kind';

interface Resolved {
  institutionId: string;
  filedIds: string[];
}

interface Plan {
  input: PersonInput;
  on: PersonOnRecord | null;
  to: Resolved;
  plan: PersonPlan;
}

/** Rows of a list of people: what each means for the registry, and writing it. */
@Injectable()
export class PeopleRows implements RowKind {
  readonly taken: ImportFault = { column: 'licenceNumber', code: 'LICENCE_NUMBER_TAKEN' };

  constructor(
    private readonly crypto: Crypto,
    private readonly records: RecordStore,
    private readonly writer: PersonWriter,
    readonly absent: AbsentStaff,
  ) {}

  keyOf(values: RowValues, now: Date): string | null {
    const { citizenId } = parsePerson({ values, digitsLost: [] }, now);
    return citizenId && this.crypto.blindIndex(citizenId, PERSON_FIELDS.citizenId);
  }

  async check(reader: Reader, rows: RowToCheck[], who: Importer, now: Date): Promise<CheckedRow[]> {
    const { parsed, plans } = await this.plan(reader, rows, who, now, false);
    return rows.map((r, i) => {
      const p = plans.get(r.rowNo);
      const { citizenId, faults } = parsed[i]!;
      return {
        rowNo: r.rowNo,
        keyIndex: citizenId && this.crypto.blindIndex(citizenId, PERSON_FIELDS.citizenId),
        effect: p && !p.plan.faults.length ? p.plan.effect : null,
        faults: [...faults, ...(p?.plan.faults ?? [])],
        objectId: p?.on?.id ?? null,
        groupId: p?.to.institutionId ?? null,
      };
    });
  }

  async write(tx: Tx, rows: RowToCheck[], who: Importer, importId: string): Promise<CheckedRow[]> {
    const { parsed, plans } = await this.plan(tx, rows, who, tx.now, true);
    const out: CheckedRow[] = [];
    const writes: { id: string; rowNo: number; plan: Plan }[] = [];
    rows.forEach((r, i) => {
      const p = plans.get(r.rowNo);
      const faults = [...parsed[i]!.faults, ...(p?.plan.faults ?? [])];
      const id = p?.on?.id ?? newId();
      out.push({
        rowNo: r.rowNo,
        keyIndex: null,
        faults,
        effect: faults.length ? null : p!.plan.effect,
        objectId: faults.length ? null : id,
      });
      if (!faults.length && p!.plan.effect !== 'SAME') writes.push({ id, rowNo: r.rowNo, plan: p! });
    });
    await this.writer.write(
      tx,
      writes.map(({ id, rowNo, plan }) => ({
        id,
        isNew: !plan.on,
        input: plan.input,
        changes: plan.plan.changes,
        trail: { importId, row: rowNo },
      })),
    );
    return out;
  }

  private async plan(reader: Reader, rows: RowToCheck[], who: Importer, now: Date, lock: boolean) {
    const scope = institutionScope(who);
    const parsed = rows.map((r) => parsePerson(r, now));
    const inputs = rows.flatMap((r, i) =>
      parsed[i]!.input ? [{ rowNo: r.rowNo, faults: parsed[i]!.faults, input: parsed[i]!.input! }] : [],
    );
    const index = (citizenId: string) => this.crypto.blindIndex(citizenId, PERSON_FIELDS.citizenId);
    const numberIndex = (n: string | null | undefined) => (n ? this.crypto.blindIndex(n, PERSON_FIELDS.licence) : null);
    const refs = inputs.flatMap((x) => [x.input.institution, ...(x.input.filed?.at ?? [])]);
    const found = new InstitutionFinder(
      await this.records.institutions(
        reader,
        { usccs: refs.flatMap((r) => r.uscc ?? []), names: refs.flatMap((r) => r.name ?? []) },
        scope,
      ),
    );
    const people = await this.records.people(
      reader,
      inputs.map((x) => index(x.input.citizenId)),
      lock,
    );
    const holders = await this.records.licenceHolders(
      reader,
      inputs.flatMap((x) => numberIndex(x.input.licence?.number) ?? []),
    );
    const openAt = [...people.values()].flatMap((p) =>
      p.sites.filter((s) => s.endOn === null).map((s) => s.institutionId),
    );
    const writable = await this.records.inScope(reader, [...new Set(openAt)], scope);
    const plans = new Map<number, Plan>();
    for (const { rowNo, input, faults } of inputs) {
      const to = resolve(input, found, faults);
      if (!to) continue;
      const on = people.get(index(input.citizenId)) ?? null;
      const licenceNumberIndex = numberIndex(input.licence?.number);
      const holder = licenceNumberIndex && holders.get(licenceNumberIndex);
      if (holder && holder !== on?.id) faults.push({ column: 'licenceNumber', code: 'LICENCE_NUMBER_TAKEN' });
      const plan = planPerson(input, on, {
        ...to,
        phoneIndex: input.phone && this.crypto.blindIndex(input.phone, PERSON_FIELDS.phone),
        licenceNumberIndex,
        mayWrite: (id) => writable.has(id),
        ownPersonId: who.personId,
      });
      plans.set(rowNo, { input, on, to, plan });
    }
    return { parsed, plans };
  }
}

function resolve(input: PersonInput, found: InstitutionFinder, faults: ImportFault[]): Resolved | null {
  const main = found.find(
    input.institution,
    input.institution.uscc ? 'institutionUscc' : 'institution',
    'institution',
    faults,
  );
  const filed = (input.filed?.at ?? []).map((ref) => found.find(ref, 'filedAt', 'filedAt', faults));
  if (main?.closedOn && main.closedOn <= input.startOn)
    faults.push({ column: 'institution', code: 'INSTITUTION_CLOSED', params: { day: main.closedOn } });
  if (!main || filed.includes(null) || faults.length) return null;
  return { institutionId: main.id, filedIds: [...new Set(filed.map((f) => f!.id))] };
}
