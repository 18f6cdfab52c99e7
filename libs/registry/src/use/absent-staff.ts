import { Injectable } from '@nestjs/common';
import { type Scope, type Tx } from '@app/platform';
import { AbsentStore, type AbsentSource } from '../data/absent.store';
import { PeopleChanged } from '../registry.events';
import { institutionScope } from '../registry.policy';
import type { AbsentBatch, AbsentKind, Importer } from './row-kind';

const SOURCE: AbsentSource = {
  from: 'FROM practice_site x JOIN institution i ON i.id = x.institution_id JOIN person p ON p.id = x.person_id AND p.merged_into_id IS NULL',
  open: 'x.open_main_of IS NOT NULL',
  group: 'x.institution_id',
  object: 'x.person_id',
  name: 'p.name',
  note: 'x.department',
  place: 'i.name',
};

/** Nobody ends their own post by leaving themselves out of a list. */
const others = (who: Importer): Scope => {
  const scope = institutionScope(who);
  return who.personId
    ? { ...scope, where: `${scope.where} AND x.person_id <> ?`, params: [...scope.params, who.personId] }
    : scope;
};

/** Staff of the institutions of a list who are not in it: their main site ends, nothing is deleted. */
@Injectable()
export class AbsentStaff implements AbsentKind {
  constructor(private readonly store: AbsentStore) {}

  page({ id, who }: AbsentBatch, p: { offset: number; limit: number }) {
    return this.store.page(SOURCE, id, others(who), p);
  }

  async end(tx: Tx, { id, who }: AbsentBatch, f: { endOn: string; reason: string }, limit: number): Promise<number> {
    const list = await this.store.next(tx, SOURCE, id, others(who), f.endOn, limit);
    for (const x of list) {
      await tx.update(
        'practice_site',
        { id: x.id, endOn: null },
        { endOn: f.endOn, endReason: f.reason, openMainOf: null, endRecordedAt: tx.now },
      );
      await tx.audit({
        action: 'registry.update-person',
        object: { type: 'person', id: x.object },
        reason: f.reason,
        details: { importId: id, absent: true, siteId: x.id, endOn: f.endOn },
      });
    }
    if (list.length) await tx.emit(PeopleChanged, { personIds: list.map((x) => x.object) });
    return list.length;
  }
}
