import fc from 'fast-check';
import { canonicalJson, isId, newId, randomToken, sha256Hex } from './ids';

describe('newId', () => {
  it('makes 20,000 ids that sort in the order they were made', () => {
    const ids = Array.from({ length: 20_000 }, () => newId());
    expect(ids.every(isId)).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps growing when the clock stands still past the counter or steps back', () => {
    const now = Date.now() + 60_000;
    const ids = [...Array.from({ length: 5000 }, () => newId(now)), newId(now - 1000), newId(0)];
    expect([...ids].sort()).toEqual(ids);
  });

  it('carries the milliseconds of the instant', () => {
    const now = Date.UTC(2090, 0, 1);
    expect(parseInt(newId(now).replace('-', '').slice(0, 12), 16)).toBe(now);
  });

  it.each([-1, NaN, Infinity, 2 ** 48])('refuses the instant %p', (now) => {
    expect(() => newId(now)).toThrow(RangeError);
  });
});

it.each(['', 'x', '00000000-0000-4000-8000-000000000000', newId().toUpperCase(), `${newId()} `, null, 5])(
  'isId refuses %p',
  (value) => expect(isId(value)).toBe(false),
);

it('randomToken is base64url of the asked entropy and never twice the same', () => {
  expect(randomToken()).toMatch(/^[\w-]{22}$/);
  expect(randomToken(32)).toMatch(/^[\w-]{43}$/);
  expect(new Set(Array.from({ length: 1000 }, () => randomToken(8))).size).toBe(1000);
  expect(() => randomToken(4)).toThrow(RangeError);
});

it('sha256Hex hashes text as UTF-8', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('康')).toBe(sha256Hex(Buffer.from('康', 'utf8')));
});

describe('canonicalJson', () => {
  it('sorts keys at every depth, leaves undefined out and keeps the order of lists', () => {
    const value = { b: [2, 1, { d: null, c: 'é' }], a: undefined, A: -0, at: new Date(0) };
    expect(canonicalJson(value)).toBe('{"A":0,"at":"1970-01-01T00:00:00.000Z","b":[2,1,{"c":"é","d":null}]}');
  });

  it('does not depend on the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  it.each([
    [NaN],
    [Infinity],
    [1n],
    [() => 1],
    [[undefined]],
    [new Map([[1, 2]])],
    [new Set([1])],
    [new Uint8Array(2)],
    [cycle],
  ])('refuses %p, which JSON would change or drop', (value) => expect(() => canonicalJson(value)).toThrow(TypeError));

  it('writes an object met twice side by side', () => {
    const same = { x: 1 };
    expect(canonicalJson([same, same])).toBe('[{"x":1},{"x":1}]');
  });
});
