import { DomainError, defineErrors, formatMessage, kernelErrors } from './errors';
import { maskCitizenId, maskCitizenIdShort, maskName, maskNamePublic, maskPhone } from './mask';
import { normalizePhone } from './phone';
import { transitions } from './transitions';

describe('masks', () => {
  it.each([
    ['张三丰', '张**', '张*'],
    ['张三', '张*', '张*'],
    ['欧阳修远', '欧***', '欧*'],
    ['张', '*', '*'],
    ['𠮷田', '𠮷*', '𠮷*'],
    ['', '', ''],
  ])('name %s: staff %s, public %s (DEC-16)', (name, staff, open) => {
    expect(maskName(name)).toBe(staff);
    expect(maskNamePublic(name)).toBe(open);
  });

  it('citizen ID', () => {
    expect(maskCitizenId('210199198503100015')).toBe('210199********0015');
    expect(maskCitizenIdShort('210199198503100015')).toBe('**************0015');
    expect(maskCitizenId('E12345678')).toBe('*****5678');
    expect(maskCitizenIdShort('E123456')).toBe('*******');
  });

  it('phone', () => {
    expect(maskPhone('13812341234')).toBe('138****1234');
    expect(maskPhone('12345')).toBe('*****');
  });
});

it.each([
  ['13812341234', '13812341234'],
  [' +86 138-1234-1234 ', '13812341234'],
  ['8613812341234', '13812341234'],
  ['008613812341234', '13812341234'],
  ['＋８６　１３８１２３４１２３４', '13812341234'],
  ['12812341234', null],
  ['1381234123', null],
  ['138123412345', null],
  ['02423456789', null],
  ['', null],
])('normalizePhone(%p) = %p', (raw, expected) => expect(normalizePhone(raw)).toBe(expected));

describe('errors', () => {
  it('a DomainError carries code, params, fields and all reasons', () => {
    const e = new DomainError('EXAMS_X', { n: 1 }, [{ path: 'a', code: 'B' }], [{ code: 'R1' }, { code: 'R2' }]);
    expect(e).toBeInstanceOf(Error);
    expect(e).toMatchObject({ name: 'DomainError', message: 'EXAMS_X', params: { n: 1 } });
    expect(e.reasons).toHaveLength(2);
  });

  it('messages are filled from own params only; an absent one stays visible', () => {
    expect(formatMessage('{a} of {b}, {toString}, {list}', { a: 0, list: ['x', 'y'] })).toBe(
      '0 of {b}, {toString}, x, y',
    );
  });

  it('a code that is not CAPABILITY_FACT fails at load', () => {
    expect(() => defineErrors({ closed: { zh: '', en: '' } })).toThrow(TypeError);
    expect(kernelErrors.KERNEL_ILLEGAL_TRANSITION.http).toBe(409);
  });

  it('a code without both languages does not compile', () => {
    // @ts-expect-error zh is missing
    defineErrors({ EXAMS_X: { en: 'x' } });
  });
});

describe('transitions', () => {
  const door = transitions(
    [
      { from: 'OPEN', to: 'SHUT', event: 'shut', who: ['GUEST', 'KEEPER'] },
      { from: 'SHUT', to: 'OPEN', event: 'open', who: ['GUEST'] },
      { from: 'SHUT', to: 'WALLED', event: 'wall', who: ['KEEPER'] },
    ],
    ['WALLED'],
  );

  it('allows what the table says and nothing else', () => {
    const states = ['OPEN', 'SHUT', 'WALLED'] as const;
    const events = ['open', 'shut', 'wall'] as const;
    for (const state of states) {
      for (const event of events) {
        const row = door.rows.find((r) => r.from === state && r.event === event);
        if (row) expect(door.next(state, event)).toBe(row.to);
        else expect(() => door.next(state, event)).toThrow('KERNEL_ILLEGAL_TRANSITION');
      }
    }
    expect(door.allowed('SHUT').map((r) => r.event)).toEqual(['open', 'wall']);
  });

  it('a refused move names state and event', () => {
    expect(() => door.next('WALLED', 'open')).toThrow(
      expect.objectContaining({ params: { from: 'WALLED', event: 'open' } }) as Error,
    );
  });

  it('nothing leaves a terminal state, now or by a later row', () => {
    expect(door.allowed('WALLED')).toEqual([]);
    expect([door.isTerminal('WALLED'), door.isTerminal('SHUT')]).toEqual([true, false]);
    expect(() => transitions([{ from: 'A', to: 'B', event: 'e', who: ['R'] }], ['A'])).toThrow('terminal');
  });

  it('knows who may', () => {
    expect(door.permits('SHUT', 'wall', 'GUEST')).toBe(false);
    expect(door.permits('SHUT', 'wall', 'KEEPER')).toBe(true);
    expect(door.permits('WALLED', 'open', 'GUEST')).toBe(false);
  });

  it('refuses an ambiguous table and a row for nobody at load', () => {
    const row = { from: 'A', to: 'B', event: 'e', who: ['R'] };
    expect(() => transitions([row, { ...row, to: 'A' }])).toThrow('ambiguous');
    expect(() => transitions([{ ...row, who: [] }])).toThrow('no role');
  });
});
