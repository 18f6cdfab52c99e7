import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Crypto, type Tx } from '@app/platform';
import { PERSON_FIELDS } from '../data/person-fields';
import type { PersonInput } from '../domain/parse-person';
import { FactWriter } from './fact-writer';
import { namePinyin } from './pinyin';
import type { Change } from '../domain/plan-person';
import { PeopleChanged } from '../registry.events';

export interface PersonWrite {
  id: string;
  isNew: boolean;
  input: PersonInput;
  changes: Change[];
  trail: Record<string, string | number>;
}

type Rows = Record<string, object[]>;

/** Carries planned changes out: new facts in one statement per table, corrections one by one, a trail for each person. */
@Injectable()
export class PersonWriter {
  constructor(
    private readonly crypto: Crypto,
    private readonly facts: FactWriter,
  ) {}

  /** @throws a duplicate-key error when somebody else made the same person or licence meanwhile: run the transaction again */
  async write(tx: Tx, list: PersonWrite[]): Promise<void> {
    const rows: Rows = {
      person: [],
      licence: [],
      licence_scope: [],
      practice_site: [],
      professional_title: [],
      technical_qualification: [],
      residency_record: [],
    };
    const currentSites = new Map<string, string>();
    // Closing comes before opening: the key of the one open main site must be free.
    for (const p of list)
      for (const c of p.changes) if (c.kind === 'PATCH' && c.table !== 'licence') await this.patch(tx, c, p);
    for (const p of list) for (const c of p.changes) if (endsLicence(c)) await this.patch(tx, c, p);
    for (const p of list) {
      for (const c of p.changes) this.collect(tx, p, c, rows, currentSites);
      if (p.isNew) rows['person']!.push(this.person(tx, p, currentSites.get(p.id) ?? null));
    }
    for (const [table, list] of Object.entries(rows)) if (list.length) await tx.insert(table, list);
    for (const p of list) {
      for (const c of p.changes) await this.secret(tx, p, c);
      // What hangs on a licence goes with its correction, so it comes last.
      for (const c of p.changes)
        if (c.kind === 'PATCH' && c.table === 'licence' && !isEnd(c)) await this.patch(tx, c, p);
      if (!p.isNew) await this.facts.settleSite(tx, p.id);
    }
    await tx.auditAll(
      list.map((p) => ({
        action: p.isNew ? 'registry.create-person' : 'registry.update-person',
        object: { type: 'person', id: p.id },
        details: { ...p.trail, changes: p.changes.map(trailOf) },
      })),
    );
    if (list.length) await tx.emit(PeopleChanged, { personIds: list.map((p) => p.id) });
  }

  /** An end closes the row; anything else is a correction: the row is voided and said anew. */
  private async patch(tx: Tx, c: Extract<Change, { kind: 'PATCH' }>, p: PersonWrite): Promise<void> {
    if (isEnd(c)) return this.facts.end(tx, c.table, c.id, c.after['endOn'] as string);
    await this.facts.replace(tx, c.table, c.id, c.after, `IMPORT ${String(p.trail['importId'] ?? '')}`.trim());
  }

  private collect(tx: Tx, p: PersonWrite, c: Change, rows: Rows, currentSites: Map<string, string>): void {
    const base = { personId: p.id, recordedAt: tx.now };
    if (c.kind === 'OPEN_SITE') {
      const { kind, ...site } = c;
      void kind;
      const id = newId();
      const openMain = c.role === 'MAIN' && c.endOn === null;
      rows['practice_site']!.push({ id, ...base, ...site, openMainOf: openMain ? p.id : null });
      if (c.role === 'MAIN' && (openMain || p.isNew)) currentSites.set(p.id, id);
    } else if (c.kind === 'ADD_LICENCE') {
      const { number, scopes, scopeFrom, ...licence } = c.licence;
      void scopeFrom;
      const id = newId();
      rows['licence']!.push({ id, ...base, ...licence, ...this.facts.numberColumns(number) });
      for (const scope of scopes ?? [])
        rows['licence_scope']!.push({ id: newId(), ...base, licenceId: id, scope, startOn: licence.startOn });
    } else if (c.kind === 'ADD_SCOPE')
      rows['licence_scope']!.push({ id: newId(), ...base, licenceId: c.licenceId, scope: c.scope, startOn: c.startOn });
    else if (c.kind === 'ADD_TITLE') rows['professional_title']!.push({ id: newId(), ...base, ...c.title });
    else if (c.kind === 'ADD_QUALIFICATION')
      rows['technical_qualification']!.push({ id: newId(), ...base, ...c.qualification });
    else if (c.kind === 'ADD_RESIDENCY')
      rows['residency_record']!.push({ id: newId(), ...base, specialty: 'REHABILITATION', completedOn: c.completedOn });
  }

  private async secret(tx: Tx, p: PersonWrite, c: Change): Promise<void> {
    if (c.kind === 'PHONE') await tx.update('person', { id: p.id }, this.facts.phoneColumns(p.input.phone));
    if (c.kind === 'LICENCE_NUMBER')
      await tx.update('licence', { id: c.licenceId }, this.facts.numberColumns(p.input.licence!.number));
  }

  private person(tx: Tx, p: PersonWrite, currentSiteId: string | null): object {
    const { name, sex, birthDate, citizenId, phone } = p.input;
    const { full, initials } = namePinyin(name);
    return {
      id: p.id,
      citizenIdSealed: this.crypto.seal(citizenId, PERSON_FIELDS.citizenId),
      citizenIdIndex: this.crypto.blindIndex(citizenId, PERSON_FIELDS.citizenId),
      citizenIdTail: citizenId.slice(-4),
      name,
      namePinyin: full,
      nameInitials: initials,
      sex,
      birthDate,
      ...this.facts.phoneColumns(phone),
      currentSiteId,
      recordedAt: tx.now,
      updatedAt: tx.now,
    };
  }
}

const isEnd = (c: Extract<Change, { kind: 'PATCH' }>): boolean =>
  Object.keys(c.after).join() === 'endOn' && c.before['endOn'] === null && c.after['endOn'] !== null;
const endsLicence = (c: Change): c is Extract<Change, { kind: 'PATCH' }> =>
  c.kind === 'PATCH' && c.table === 'licence' && isEnd(c);

/** A change for the audit trail, without numbers that name a person. */
function trailOf(c: Change): object {
  if (c.kind === 'PATCH') return { kind: c.kind, table: c.table, id: c.id, before: c.before, after: c.after };
  if (c.kind === 'ADD_LICENCE') {
    const { number, ...licence } = c.licence;
    return { kind: c.kind, ...licence, number: number ? `***${number.slice(-4)}` : null };
  }
  return c;
}
