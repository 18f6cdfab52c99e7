import type { Scope } from '@app/platform';
import type { Reader, RecordStore } from '../data/record.store';
import type { ImportFault } from '../domain/import-faults';
import type { InstitutionRef } from '../domain/parse-person';
import type { InstitutionOnRecord } from '../domain/plan-institution';

/** Institutions a list names, by credit code or name; a name that fits two needs the code. */
export class InstitutionFinder {
  private readonly byCode = new Map<string, InstitutionOnRecord>();
  private readonly byName = new Map<string, InstitutionOnRecord[]>();

  constructor(list: InstitutionOnRecord[]) {
    for (const i of list) {
      if (i.uscc) this.byCode.set(i.uscc, i);
      this.byName.set(i.name, [...(this.byName.get(i.name) ?? []), i]);
    }
  }

  find(ref: InstitutionRef, column: string, nameColumn: string, faults: ImportFault[]): InstitutionOnRecord | null {
    const byCode = ref.uscc ? this.byCode.get(ref.uscc) : undefined;
    const named = ref.name ? (this.byName.get(ref.name) ?? []) : [];
    if (byCode && ref.name && byCode.name !== ref.name) {
      faults.push({ column: nameColumn, code: 'INSTITUTION_NAME_DIFFERS', params: { name: byCode.name } });
      return null;
    }
    if (byCode) return byCode;
    if (ref.uscc || named.length !== 1) {
      const many = !ref.uscc && named.length > 1;
      faults.push(
        many
          ? { column, code: 'INSTITUTION_AMBIGUOUS', params: { count: named.length } }
          : { column, code: 'INSTITUTION_UNKNOWN' },
      );
      return null;
    }
    return named[0]!;
  }

  /** The institutions these rows name, within what the importer may write. */
  static async of(
    records: RecordStore,
    reader: Reader,
    refs: InstitutionRef[],
    scope: Scope,
  ): Promise<InstitutionFinder> {
    return new InstitutionFinder(
      await records.institutions(
        reader,
        { usccs: refs.flatMap((r) => r.uscc ?? []), names: refs.flatMap((r) => r.name ?? []) },
        scope,
      ),
    );
  }

  get ids(): string[] {
    return [...new Set([...this.byName.values()].flat().map((i) => i.id))];
  }

  /** The one a row names, open on the day. */
  open(ref: InstitutionRef, day: string, faults: ImportFault[]): InstitutionOnRecord | null {
    const i = this.find(ref, ref.uscc ? 'institutionUscc' : 'institution', 'institution', faults);
    if (i?.closedOn && i.closedOn <= day)
      faults.push({ column: 'institution', code: 'INSTITUTION_CLOSED', params: { day: i.closedOn } });
    if (i && i.openedOn > day)
      faults.push({ column: 'startOn', code: 'INSTITUTION_NOT_YET', params: { day: i.openedOn } });
    return i;
  }
}
