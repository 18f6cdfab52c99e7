import { Injectable } from '@nestjs/common';
import type { Day } from '@app/kernel';
import { regionPrefix, type Tx } from '@app/platform';
import { AccreditationStore } from '../data/accreditation.store';
import { type BaseState, isLive } from '../domain/base-lifecycle';
import { lastDay } from '../domain/base-rule';
import { type GateAnswer, judge } from '../domain/gate';
import { CurrentRule } from './current-rule';

export interface GateRequest {
  institutionId: string;
  trainingType: string;
  specialty?: string | null;
  day: Day;
}

/** A live record as the rooms above show it. */
export interface BaseStanding {
  accreditationId: string;
  trainingType: string;
  state: BaseState;
  specialties: string[];
  capacityPerYear: number;
  plaqueNumber: string;
  validFrom: Day;
  /** printed last day, inclusive */
  validTo: Day;
}

/** The door's read facade: may this base train, and how many a year? */
@Injectable()
export class Accreditations {
  constructor(
    private readonly store: AccreditationStore,
    private readonly rules: CurrentRule,
  ) {}

  /** All reasons at once when the answer is no. */
  async answer(q: GateRequest): Promise<GateAnswer> {
    const [records, rule] = await Promise.all([this.store.recordsOf(q.institutionId), this.rules.on(q.day)]);
    return judge(records, q, rule);
  }

  /** The same with the base's records locked until commit: capacity cannot be overdrawn in parallel, nor status change. */
  async answerTx(tx: Tx, q: GateRequest): Promise<GateAnswer> {
    const rule = await this.rules.on(q.day, tx);
    return judge(await this.store.lockRecordsOf(tx, q.institutionId), q, rule);
  }

  /** Live accreditations of an institution, by training type. */
  async standingOf(institutionId: string): Promise<BaseStanding[]> {
    return (await this.everyOf(institutionId)).filter((r) => isLive(r.state));
  }

  /** Every accreditation of an institution, ended ones too, oldest first. */
  async everyOf(institutionId: string): Promise<BaseStanding[]> {
    return (await this.store.recordsOf(institutionId)).map((r) => ({
      accreditationId: r.id,
      trainingType: r.trainingType,
      state: r.state,
      specialties: r.specialties,
      capacityPerYear: r.capacityPerYear,
      plaqueNumber: r.plaqueNumber,
      validFrom: r.validFrom,
      validTo: lastDay(r.endOn),
    }));
  }

  /** What the bases of a province may take in a year for a type: accredited and valid on the day, none that is suspended or rectifying. */
  yearlyCapacity(provinceCode: string, trainingType: string, day: Day): Promise<{ bases: number; perYear: number }> {
    return this.store.yearlyCapacity(regionPrefix(provinceCode), trainingType, day);
  }

  /**
   * Bases and capacity a year per specialty. A base accredited for several is in each with its whole capacity, so the
   * figures of specialties do not add up to `yearlyCapacity`.
   */
  async capacityBySpecialty(
    provinceCode: string,
    trainingType: string,
    day: Day,
  ): Promise<{ specialty: string; bases: number; perYear: number }[]> {
    const sums = new Map<string, { specialty: string; bases: number; perYear: number }>();
    for (const b of await this.store.capacities(regionPrefix(provinceCode), trainingType, day))
      for (const specialty of new Set(b.specialties)) {
        const sum = sums.get(specialty) ?? { specialty, bases: 0, perYear: 0 };
        sums.set(specialty, { specialty, bases: sum.bases + 1, perYear: sum.perYear + b.capacityPerYear });
      }
    return [...sums.values()].sort((a, b) => b.perYear - a.perYear || a.specialty.localeCompare(b.specialty));
  }

  /** Names of codes (training types, designation kinds, specialties) from the rules in force. */
  async codeLabels(day: Day): Promise<Map<string, { zh: string; en: string }>> {
    const rule = await this.rules.on(day);
    return new Map(
      [...rule.trainingTypes, ...rule.designationKinds, ...rule.specialties].map((c) => [c.code, c.label]),
    );
  }
}
