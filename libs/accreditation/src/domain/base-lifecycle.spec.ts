import { type BaseActor, type BaseEvent, baseLifecycle, type BaseState, isLive } from './base-lifecycle';

const STATES: BaseState[] = ['NONE', 'APPLYING', 'ACCREDITED', 'RECTIFYING', 'SUSPENDED', 'REMOVED', 'EXPIRED'];
const EVENTS: BaseEvent[] = [
  'APPLY',
  'REFUSE',
  'AWARD',
  'GRANT',
  'REQUIRE_RECTIFICATION',
  'PASS_RECHECK',
  'SUSPEND',
  'RESTORE',
  'REMOVE',
  'EXPIRE',
];

/** §5.6, written again by hand: from → event → to. Whatever is not here must be refused. */
const EXPECTED: Record<string, Partial<Record<BaseEvent, [BaseState, BaseActor]>>> = {
  NONE: { APPLY: ['APPLYING', 'BASE_ADMIN'], GRANT: ['ACCREDITED', 'PROVINCE_OFFICER'] },
  APPLYING: { REFUSE: ['NONE', 'PROVINCE_OFFICER'], AWARD: ['ACCREDITED', 'PROVINCE_OFFICER'] },
  ACCREDITED: {
    REQUIRE_RECTIFICATION: ['RECTIFYING', 'PROVINCE_OFFICER'],
    SUSPEND: ['SUSPENDED', 'PROVINCE_OFFICER'],
    REMOVE: ['REMOVED', 'PROVINCE_OFFICER'],
    EXPIRE: ['EXPIRED', 'SYSTEM'],
  },
  RECTIFYING: {
    PASS_RECHECK: ['ACCREDITED', 'PROVINCE_OFFICER'],
    SUSPEND: ['SUSPENDED', 'PROVINCE_OFFICER'],
    REMOVE: ['REMOVED', 'PROVINCE_OFFICER'],
    EXPIRE: ['EXPIRED', 'SYSTEM'],
  },
  SUSPENDED: {
    RESTORE: ['ACCREDITED', 'PROVINCE_OFFICER'],
    REMOVE: ['REMOVED', 'PROVINCE_OFFICER'],
    EXPIRE: ['EXPIRED', 'SYSTEM'],
  },
  REMOVED: {},
  EXPIRED: {},
};

describe('status of a base', () => {
  for (const from of STATES)
    for (const event of EVENTS) {
      const move = EXPECTED[from]![event];
      it(move ? `${from} --${event}--> ${move[0]} by ${move[1]} only` : `${from} refuses ${event}`, () => {
        if (!move) return expect(() => baseLifecycle.next(from, event)).toThrow('KERNEL_ILLEGAL_TRANSITION');
        expect(baseLifecycle.next(from, event)).toBe(move[0]);
        const may = (['BASE_ADMIN', 'PROVINCE_OFFICER', 'SYSTEM'] as const).filter((w) =>
          baseLifecycle.permits(from, event, w),
        );
        expect(may).toEqual([move[1]]);
      });
    }

  it('counts accredited, rectifying and suspended bases as live', () => {
    expect(STATES.filter(isLive)).toEqual(['ACCREDITED', 'RECTIFYING', 'SUSPENDED']);
  });
});
