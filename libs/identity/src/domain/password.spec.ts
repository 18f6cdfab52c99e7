import { passwordFault } from './password';

test.each([
  ['Kx-demo-2026', [], null],
  ['short1A!', [], 'SHORT'],
  ['alllowercase', [], 'FEW_KINDS'],
  ['a long phrase of words', [], null],
  ['Abc@123456', [], 'COMMON'],
  ['Admin@2024', [], 'COMMON'],
  ['Ln13900000001!', ['13900000001'], 'PERSONAL'],
])('password %s with %j → %s', (password, own, fault) => {
  expect(passwordFault(password, own as string[])).toBe(fault);
});
