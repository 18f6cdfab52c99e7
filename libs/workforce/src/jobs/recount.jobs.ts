import { Injectable } from '@nestjs/common';
import { type Handler, type HandlerContext, Handles, UnitOfWork } from '@app/platform';
import { InstitutionChanged, PeopleChanged, PersonChanged } from '@app/registry';
import { Recount } from '../use/recount';
import { RecountInstitution } from '../workforce.events';

@Injectable()
@Handles(PersonChanged, 'workforce.recount-person')
export class RecountOnPersonChanged implements Handler<{ personId: string }> {
  constructor(private readonly recount: Recount) {}
  run({ personId }: { personId: string }, { actor }: HandlerContext): Promise<void> {
    return this.recount.person(actor, personId);
  }
}

/** The people of a list: together, and behind what people wait for. */
@Injectable()
@Handles(PeopleChanged, 'workforce.recount-people', { queue: 'bulk' })
export class RecountOnPeopleChanged implements Handler<{ personIds: string[] }> {
  constructor(private readonly recount: Recount) {}
  run({ personIds }: { personIds: string[] }, { actor }: HandlerContext): Promise<void> {
    return this.recount.people(actor, personIds);
  }
}

@Injectable()
@Handles(InstitutionChanged, 'workforce.recount-after-institution')
export class RecountOnInstitutionChanged implements Handler<{ institutionId: string }> {
  constructor(private readonly uow: UnitOfWork) {}
  run({ institutionId }: { institutionId: string }, { actor }: HandlerContext): Promise<void> {
    return this.uow.run({ actor, action: 'workforce.order-recount', journal: 'outbox' }, (tx) =>
      tx.enqueue(RecountInstitution, { institutionId, afterPersonId: null }),
    );
  }
}

@Injectable()
@Handles(RecountInstitution, 'workforce.recount-institution-chunk', { queue: 'bulk' })
export class RecountInstitutionJob implements Handler<{ institutionId: string; afterPersonId: string | null }> {
  constructor(
    private readonly recount: Recount,
    private readonly uow: UnitOfWork,
  ) {}
  async run(
    { institutionId, afterPersonId }: { institutionId: string; afterPersonId: string | null },
    { actor }: HandlerContext,
  ): Promise<void> {
    const last = await this.recount.institution(actor, institutionId, afterPersonId);
    if (last)
      await this.uow.run({ actor, action: 'workforce.order-recount', journal: 'outbox' }, (tx) =>
        tx.enqueue(RecountInstitution, { institutionId, afterPersonId: last }),
      );
  }
}
