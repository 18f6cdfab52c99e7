import { Injectable } from '@nestjs/common';
import { addDays, sha256Hex, startOfDay } from '@app/kernel';
import { Crypto, Seeds, type Seeder, systemActor, type Tx, UnitOfWork } from '@app/platform';
import { PERSON_FIELDS } from '../data/person-fields';
import { namePinyin, textPinyin } from '../use/pinyin';
import { contentText } from './csv';
import { NAMES_FILE } from './demo-content';
import { demoFixtures, FIXED_NAMES } from './demo-fixtures';
import { type DemoInstitution, demoInstitutions } from './demo-institutions';
import { DemoNumbers } from './demo-numbers';
import { demoPeople } from './demo-people';
import type { DemoPerson } from './demo-person';
import { demoId } from './random';

/** Raise to load a changed generator again; rows that exist stay as they are. */
const VERSION = 1;
const BATCH = 500;

/** When the registry learned of a fact: three days after, but nothing before it was set up. */
const knownAt = (day: string): Date => startOfDay(day < '2020-01-05' ? '2020-01-05' : addDays(day, 3));
const endKnownAt = (day: string | null): Date | null => (day === null ? null : knownAt(day));

/** About 70 institutions and 3,000 people of two provinces, all made up, the same on every machine. */
@Injectable()
@Seeds(20, 'demo', 'registry.demo')
export class DemoSeeder implements Seeder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly crypto: Crypto,
  ) {}

  contentHash(): string {
    return sha256Hex(`registry demo ${VERSION} ${contentText(NAMES_FILE)}`);
  }

  async run(): Promise<string> {
    const institutions = demoInstitutions();
    const numbers = new DemoNumbers();
    const people = [...demoFixtures(institutions, numbers), ...demoPeople(institutions, FIXED_NAMES, numbers)];
    await this.write('institutions', (tx) => this.institutions(tx, institutions));
    for (let i = 0; i < people.length; i += BATCH)
      await this.write('people', (tx) => this.people(tx, people.slice(i, i + BATCH)));
    return `${institutions.length} institutions, ${people.length} people (synthetic)`;
  }

  private write(what: string, fn: (tx: Tx) => Promise<void>): Promise<null> {
    return this.uow.run(
      { actor: systemActor('demo organisation', 'seed'), action: 'registry.load-demo' },
      async (tx) => {
        await fn(tx);
        await tx.audit({ object: { type: 'registry', id: what } });
        return null;
      },
    );
  }

  private async institutions(tx: Tx, list: DemoInstitution[]): Promise<void> {
    await tx.insert(
      'institution',
      list.map(({ weight, departments, ...i }) => {
        void [weight, departments];
        return {
          ...i,
          namePinyin: textPinyin(i.name),
          recordedAt: knownAt(i.closedOn ?? i.openedOn),
          updatedAt: knownAt(i.closedOn ?? i.openedOn),
        };
      }),
      'ignore',
    );
  }

  private async people(tx: Tx, list: DemoPerson[]): Promise<void> {
    const all = list.map((p) => ({ ...p, id: demoId('person', p.key) }));
    await tx.insert(
      'person',
      all.map((p) => this.personRow(p)),
      'ignore',
    );
    const licensed = all.flatMap((p) =>
      p.licence ? [{ ...p.licence, personId: p.id, id: demoId('licence', p.key) }] : [],
    );
    await tx.insert(
      'licence',
      licensed.map((l) => ({
        id: l.id,
        personId: l.personId,
        level: l.level,
        category: l.category,
        numberSealed: this.crypto.seal(l.number, PERSON_FIELDS.licence),
        numberIndex: this.crypto.blindIndex(l.number, PERSON_FIELDS.licence),
        numberTail: l.number.slice(-4),
        startOn: l.startOn,
        endOn: l.endOn,
        endReason: l.endOn ? 'DECEASED' : null,
        recordedAt: knownAt(l.startOn),
        endRecordedAt: endKnownAt(l.endOn),
      })),
      'ignore',
    );
    await tx.insert(
      'licence_scope',
      licensed.flatMap((l) =>
        l.scopes.map((s, n) => ({
          id: demoId('scope', `${l.id} ${n}`),
          licenceId: l.id,
          personId: l.personId,
          ...s,
          recordedAt: knownAt(s.startOn),
          endRecordedAt: endKnownAt(s.endOn),
        })),
      ),
      'ignore',
    );
    await tx.insert(
      'licence_suspension',
      licensed.flatMap((l) =>
        l.suspension
          ? [
              {
                id: demoId('suspension', l.id),
                licenceId: l.id,
                personId: l.personId,
                ...l.suspension,
                recordedAt: knownAt(l.suspension.startOn),
              },
            ]
          : [],
      ),
      'ignore',
    );
    await this.learning(tx, all);
    await tx.insert(
      'person_death',
      all.flatMap((p) =>
        p.diedOn
          ? [{ id: demoId('death', p.key), personId: p.id, diedOn: p.diedOn, recordedAt: knownAt(p.diedOn) }]
          : [],
      ),
      'ignore',
    );
    await tx.insert(
      'practice_site',
      all.flatMap((p) =>
        p.sites.map((s, n) => ({
          id: demoId('site', `${p.key} ${n}`),
          personId: p.id,
          ...s,
          openMainOf: s.role === 'MAIN' && s.endOn === null ? p.id : null,
          recordedAt: knownAt(s.startOn),
          endRecordedAt: endKnownAt(s.endOn),
        })),
      ),
      'ignore',
    );
  }

  private personRow(p: DemoPerson & { id: string }) {
    const { full, initials } = namePinyin(p.name);
    return {
      id: p.id,
      citizenIdSealed: this.crypto.seal(p.citizenId, PERSON_FIELDS.citizenId),
      citizenIdIndex: this.crypto.blindIndex(p.citizenId, PERSON_FIELDS.citizenId),
      citizenIdTail: p.citizenId.slice(-4),
      name: p.name,
      namePinyin: full,
      nameInitials: initials,
      sex: p.sex,
      birthDate: p.birthDate,
      phoneSealed: this.crypto.seal(p.phone, PERSON_FIELDS.phone),
      phoneIndex: this.crypto.blindIndex(p.phone, PERSON_FIELDS.phone),
      diedOn: p.diedOn,
      currentSiteId: demoId('site', `${p.key} ${p.sites.findLastIndex((s) => s.role === 'MAIN')}`),
      recordedAt: knownAt(p.sites[0]!.startOn),
      updatedAt: knownAt(p.diedOn ?? p.sites.at(-1)!.startOn),
    };
  }

  private async learning(tx: Tx, all: (DemoPerson & { id: string })[]): Promise<void> {
    await tx.insert(
      'technical_qualification',
      all.flatMap((p) =>
        p.qualification
          ? [
              {
                id: demoId('qualification', p.key),
                personId: p.id,
                subject: 'REHAB_THERAPY',
                ...p.qualification,
                recordedAt: knownAt(p.qualification.obtainedOn),
              },
            ]
          : [],
      ),
      'ignore',
    );
    await tx.insert(
      'residency_record',
      all.flatMap((p) =>
        p.residencyOn
          ? [
              {
                id: demoId('residency', p.key),
                personId: p.id,
                specialty: 'REHABILITATION',
                completedOn: p.residencyOn,
                recordedAt: knownAt(p.residencyOn),
              },
            ]
          : [],
      ),
      'ignore',
    );
    await tx.insert(
      'training_certificate',
      all.flatMap((p) =>
        p.certificate
          ? [
              {
                id: demoId('certificate', p.key),
                personId: p.id,
                ...p.certificate,
                source: 'PAPER_ARCHIVE',
                recordedAt: knownAt(p.certificate.issuedOn),
              },
            ]
          : [],
      ),
      'ignore',
    );
    await tx.insert(
      'professional_title',
      all.map((p) => ({
        id: demoId('title', p.key),
        personId: p.id,
        ...p.title,
        recordedAt: knownAt(p.title.appointedOn ?? p.title.qualifiedOn),
      })),
      'ignore',
    );
  }
}
