import { Injectable } from '@nestjs/common';
import { type Day, dayOf } from '@app/kernel';
import { type Actor, notFound, type Tx, UnitOfWork } from '@app/platform';
import { ClassStore } from '../data/class.store';
import { EnrolmentStore } from '../data/enrolment.store';
import { type ClassEvent, classLifecycle, type ClassState, dueEvent } from '../domain/class-lifecycle';
import { enrolmentLifecycle } from '../domain/enrolment-lifecycle';
import { fail } from '../programmes.errors';
import { EnrolmentStarted } from '../programmes.events';
import { classesOf } from '../programmes.policy';

/** What the calendar does: enrolment closes, classes and trainees start, classes finish; and the base closing enrolment early. */
@Injectable()
export class AdvanceClass {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly classes: ClassStore,
    private readonly enrolments: EnrolmentStore,
  ) {}

  dueClasses(day: Day, limit: number): Promise<{ id: string }[]> {
    return this.classes.dueToMove(day, limit);
  }

  dueTrainees(day: Day, limit: number): Promise<{ id: string }[]> {
    return this.enrolments.dueToStart(day, limit);
  }

  /** The base closes enrolment before its last day. @throws PLATFORM_NOT_FOUND, PROGRAMMES_CLASS_WRONG_STATE */
  closeEnrolment(actor: Actor, classId: string): Promise<{ id: string; state: ClassState }> {
    return this.uow.run({ actor, action: 'programmes.close-enrolment', input: { classId } }, async (tx) => {
      const row = (await this.classes.inScope(tx, classId, classesOf(actor))) && (await this.classes.lock(tx, classId));
      if (!row) throw notFound();
      if (!classLifecycle.permits(row.state, 'CLOSE_ENROLMENT', 'BASE_ADMIN'))
        throw fail('PROGRAMMES_CLASS_WRONG_STATE');
      const closed = await this.step(tx, classId, row.state, 'CLOSE_ENROLMENT');
      const state = await this.catchUp(tx, { ...row, state: closed });
      await tx.audit({ object: { type: 'training_class', id: classId }, details: { from: row.state, to: state } });
      return { id: classId, state };
    });
  }

  /** Moves a class as far as today allows. */
  run(actor: Actor, classId: string): Promise<ClassState | null> {
    return this.uow.run({ actor, action: 'programmes.advance-class', input: { classId } }, async (tx) => {
      const row = await this.classes.lock(tx, classId);
      const state = row ? await this.catchUp(tx, row) : null;
      await tx.audit({
        object: { type: 'training_class', id: classId },
        details: { from: row?.state ?? null, to: state },
      });
      return state;
    });
  }

  /** Begins the training of an admitted person whose class has begun. @returns whether it began now */
  startTrainee(actor: Actor, enrolmentId: string): Promise<boolean> {
    return this.uow.run({ actor, action: 'programmes.start-trainee', input: { enrolmentId } }, async (tx) => {
      const e = await this.enrolments.lock(tx, enrolmentId);
      const begins = e?.state === 'ADMITTED';
      if (e && begins) await this.start(tx, e.id, e.ruleVersion);
      await tx.audit({ object: { type: 'enrolment', id: enrolmentId }, details: { started: begins } });
      return begins;
    });
  }

  /** ADMITTED → ACTIVE inside the caller's transaction, which holds the enrolment's lock. */
  async start(tx: Tx, enrolmentId: string, ruleVersion: string): Promise<void> {
    const to = enrolmentLifecycle.next('ADMITTED', 'START');
    await this.enrolments.setState(tx, enrolmentId, 'ADMITTED', { state: to, startedAt: tx.now });
    await tx.timeline({
      subjectType: 'enrolment',
      subjectId: enrolmentId,
      event: 'START',
      from: 'ADMITTED',
      to,
      ruleVersion,
    });
    await tx.emit(EnrolmentStarted, { enrolmentId });
  }

  private async catchUp(
    tx: Tx,
    row: { id: string; state: ClassState; startsOn: Day; lastOn: Day; enrolLastOn: Day },
  ): Promise<ClassState> {
    const today = dayOf(tx.now);
    const busy = await this.classes.busy(tx, row.id);
    let state = row.state;
    for (let event = dueEvent({ ...row, state }, today, busy); event; event = dueEvent({ ...row, state }, today, busy))
      state = await this.step(tx, row.id, state, event);
    return state;
  }

  private async step(tx: Tx, id: string, from: ClassState, event: ClassEvent): Promise<ClassState> {
    const to = classLifecycle.next(from, event);
    await tx.update('training_class', { id, state: from }, { state: to });
    await tx.timeline({ subjectType: 'training_class', subjectId: id, event, from, to });
    return to;
  }
}
