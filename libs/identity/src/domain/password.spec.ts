import { passwordFault } from './password';

test.each([
  ['Kx-demo-2026', [], null],
  ['short1A!', [], 'SHORT'],
  ['alllowercase', [], 'FEW_KINDS'],
  ['a long phrase of words', [], null],
  ['三名康复治疗师在鞍山的秋天里散步', [], null],
  ['Tq7#mLw2xR', [], null],
  ['Abc@123456', [], 'COMMON'],
  ['Admin@2024', [], 'COMMON'],
  ['Ln13900000001!', ['13900000001'], 'PERSONAL'],
  ['Xq13900000002!', [], 'COMMON'],
  ['LinXiaoyu#88', ['linxiaoyu'], 'PERSONAL'],
] as [string, string[], string | null][])('password %s with %j → %s', (password, own, fault) => {
  expect(passwordFault(password, own)).toBe(fault);
});

// Habits from leaks that satisfy length and kinds: each must be refused.
test.each(
  [
    'Password123!',
    'P@ssw0rd2024',
    'Passw0rd!!',
    'Qwertyuiop1!',
    'Qwerty12345!',
    '1qaz@WSX3edc',
    'Aa123456789!',
    'Abcd1234567',
    'Abc123456789',
    'Asdfghjkl123',
    'Zxcvbnm123456',
    'Welcome@2025',
    'Iloveyou1314!',
    'Woaini5201314',
    'Kangxun@2026',
    'Liaoning2026!',
    'Shenyang@1234',
    'Taiyuan#2025',
    'WeiJianWei@2026',
    'Wjw@20242024',
    'Hospital@123',
    'Yiyuan@123456',
    'Root@1234567',
    'Test@12345678',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    '1234567890123456',
    'iloveyouiloveyou',
    'passwordpassword',
    'adminadminadmin1',
    'Changeme@2026',
    'Huawei@123456',
    'Abc@19900101',
    'Abc13800138000',
  ].map((p) => [p]),
)('%s is guessable', (password) => {
  expect(passwordFault(password)).not.toBeNull();
});
