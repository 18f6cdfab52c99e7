import { Injectable } from '@nestjs/common';
import { addDays, sha256Hex, startOfDay } from '@app/kernel';
import { Seeds, type Seeder, systemActor, type Tx, UnitOfWork } from '@app/platform';
import { designationOpenKey } from '../domain/designation-key';
import { contentText } from './csv';
import { NAMES_FILE } from './demo-content';
import { demoInstitutions } from './demo-institutions';
import { demoConsortia, demoDesignations, demoUnits } from './demo-places';
import { demoId } from './random';

/** Raise to load a changed generator again; rows that exist stay as they are. */
const VERSION = 1;
const knownAt = (day: string): Date => startOfDay(day < '2020-01-05' ? '2020-01-05' : addDays(day, 3));

/** Departments, rooms, centres, QC centres and consortia of the made-up institutions. */
@Injectable()
@Seeds(21, 'demo', 'registry.demo-places')
export class DemoPlacesSeeder implements Seeder {
  constructor(private readonly uow: UnitOfWork) {}

  contentHash(): string {
    return sha256Hex(`registry demo places ${VERSION} ${contentText(NAMES_FILE)}`);
  }

  async run(): Promise<string> {
    const institutions = demoInstitutions();
    const units = demoUnits(institutions);
    const designations = demoDesignations(units, institutions);
    await this.uow.run(
      { actor: systemActor('demo organisation', 'seed'), action: 'registry.load-demo' },
      async (tx) => {
        await tx.insert(
          'institution_unit',
          units.map((u) => ({
            ...u,
            openName: u.endOn ? null : u.name,
            recordedAt: knownAt(u.startOn),
            endRecordedAt: u.endOn && knownAt(u.endOn),
          })),
          'ignore',
        );
        await tx.insert(
          'designation',
          designations.map((d) => ({
            ...d,
            openKey: designationOpenKey(d),
            recordedAt: knownAt(d.startOn),
          })),
          'ignore',
        );
        await this.consortia(tx);
        await tx.audit({ object: { type: 'registry', id: 'places' } });
        return null;
      },
    );
    return `${units.length} units, ${designations.length} designations (synthetic)`;
  }

  private async consortia(tx: Tx): Promise<void> {
    const list = demoConsortia();
    await tx.insert(
      'consortium',
      list.map(({ lead, members, ...c }) => (void [lead, members], { ...c, recordedAt: knownAt(c.startOn) })),
      'ignore',
    );
    await tx.insert(
      'consortium_member',
      list.flatMap((c) =>
        c.members.map((m) => ({
          id: demoId('member', `${c.name} ${m.name}`),
          consortiumId: c.id,
          institutionId: m.institutionId,
          startOn: c.startOn,
          openMember: m.institutionId,
          recordedAt: knownAt(c.startOn),
        })),
      ),
      'ignore',
    );
  }
}
