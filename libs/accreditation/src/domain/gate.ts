import type { Day, Reason } from '@app/kernel';
import { type BaseState, isLive } from './base-lifecycle';
import { type BaseRule, labelOf, lastDay } from './base-rule';

/** What the gate needs to know of one record of an institution. */
export interface GateRecord {
  id: string;
  trainingType: string;
  state: BaseState;
  specialties: string[];
  capacityPerYear: number;
  validFrom: Day;
  /** first day no longer valid */
  endOn: Day;
  /** day of the last change of state */
  stateSince: Day;
}

export interface GateQuestion {
  trainingType: string;
  specialty?: string | null;
  day: Day;
}

export interface GateAnswer {
  accredited: boolean;
  accreditationId: string | null;
  specialties: string[];
  capacityPerYear: number;
  /** printed last day, inclusive */
  validTo: Day | null;
  reasons: Reason[];
}

/**
 * May the base run training of this type on this day? All reasons against it, not the first. State is the present one:
 * a suspension stops new intake whatever day is asked about.
 * @param records every record of the institution, any type and state
 */
export function judge(records: readonly GateRecord[], q: GateQuestion, rule: BaseRule): GateAnswer {
  const ofType = records.filter((r) => r.trainingType === q.trainingType);
  const live = ofType.find((r) => isLive(r.state));
  const reasons = live ? faultsOf(live, q, rule) : absence(records, ofType, q, rule);
  return {
    accredited: reasons.length === 0,
    accreditationId: live?.id ?? null,
    specialties: live?.specialties ?? [],
    capacityPerYear: live?.capacityPerYear ?? 0,
    validTo: live ? lastDay(live.endOn) : null,
    reasons,
  };
}

function faultsOf(live: GateRecord, q: GateQuestion, rule: BaseRule): Reason[] {
  const reasons: Reason[] = [];
  if (live.state === 'SUSPENDED')
    reasons.push({ code: 'ACCREDITATION_IS_SUSPENDED', params: { since: live.stateSince } });
  if (live.state === 'RECTIFYING')
    reasons.push({ code: 'ACCREDITATION_IS_RECTIFYING', params: { since: live.stateSince } });
  if (q.day < live.validFrom)
    reasons.push({ code: 'ACCREDITATION_NOT_YET_VALID', params: { day: q.day, from: live.validFrom } });
  if (q.day >= live.endOn)
    reasons.push({ code: 'ACCREDITATION_HAS_EXPIRED', params: { day: q.day, on: lastDay(live.endOn) } });
  if (q.specialty && !live.specialties.includes(q.specialty))
    reasons.push({
      code: 'ACCREDITATION_SPECIALTY_NOT_COVERED',
      params: specialtyParams(rule, q.specialty, live.specialties),
    });
  return reasons;
}

function absence(
  records: readonly GateRecord[],
  ofType: readonly GateRecord[],
  q: GateQuestion,
  rule: BaseRule,
): Reason[] {
  const label = labelOf(rule.trainingTypes, q.trainingType);
  const ended = [...ofType].sort((a, b) => (a.stateSince < b.stateSince ? 1 : -1))[0];
  if (ended?.state === 'EXPIRED')
    return [{ code: 'ACCREDITATION_HAS_EXPIRED', params: { day: q.day, on: lastDay(ended.endOn) } }];
  if (ended?.state === 'REMOVED') return [{ code: 'ACCREDITATION_WAS_REMOVED', params: { on: ended.stateSince } }];
  const others = [...new Set(records.filter((r) => isLive(r.state)).map((r) => r.trainingType))];
  if (!others.length) return [{ code: 'ACCREDITATION_NONE_GRANTED', params: { typeZh: label.zh, typeEn: label.en } }];
  const covered = others.map((code) => labelOf(rule.trainingTypes, code));
  return [
    {
      code: 'ACCREDITATION_TYPE_NOT_COVERED',
      params: {
        typeZh: label.zh,
        typeEn: label.en,
        coveredZh: covered.map((c) => c.zh).join('、'),
        coveredEn: covered.map((c) => c.en).join(', '),
      },
    },
  ];
}

function specialtyParams(rule: BaseRule, wanted: string, covered: string[]): Record<string, string> {
  const want = labelOf(rule.specialties, wanted);
  const have = covered.map((c) => labelOf(rule.specialties, c));
  return {
    specialtyZh: want.zh,
    specialtyEn: want.en,
    coveredZh: have.map((c) => c.zh).join('、') || '无',
    coveredEn: have.map((c) => c.en).join(', ') || 'none',
  };
}
