import { Injectable } from '@nestjs/common';
import { newId } from '@app/kernel';
import { Every, type Schedule, systemActor } from '@app/platform';
import { Sweep } from '../use/sweep';

/** Exam windows that are over, imports that wait for a word, background work that was given up. */
@Injectable()
@Every(20, 'notices.look-again')
export class LookAgain implements Schedule {
  constructor(private readonly sweep: Sweep) {}
  async tick(): Promise<void> {
    await this.sweep.lookAgain(systemActor('notices.look-again', newId()));
  }
}

/** To-dos past their last day. */
@Injectable()
@Every(300, 'notices.remind')
export class Remind implements Schedule {
  constructor(private readonly sweep: Sweep) {}
  async tick(): Promise<void> {
    await this.sweep.remind(systemActor('notices.remind', newId()));
  }
}
