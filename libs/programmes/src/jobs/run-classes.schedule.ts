import { Inject, Injectable } from '@nestjs/common';
import { type Clock, dayOf, newId } from '@app/kernel';
import { CLOCK, Every, type Schedule, systemActor } from '@app/platform';
import { AdvanceClass } from '../use/advance-class';

/** Enrolment windows, first days and last days take effect by themselves. */
@Injectable()
@Every(60, 'programmes.run-classes')
export class RunClasses implements Schedule {
  constructor(
    private readonly advance: AdvanceClass,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tick(): Promise<void> {
    const actor = systemActor('programmes.run-classes', newId());
    const day = dayOf(this.clock.now());
    for (const { id } of await this.advance.dueTrainees(day, 500)) await this.advance.startTrainee(actor, id);
    for (const { id } of await this.advance.dueClasses(day, 500)) await this.advance.run(actor, id);
  }
}
