import { testApp, type TestApp, type TestUser } from '../support/app';

let kx: TestApp;
let user: TestUser;
beforeAll(async () => {
  kx = await testApp();
  user = await kx.user({ role: 'TRAINEE' });
});
afterAll(() => kx.close());

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const JPG = Buffer.from('ffd8ffe000104a46494600', 'hex');
const PDF = Buffer.from('%PDF-1.7\n');
const GIF_JS = Buffer.from('GIF89a/*\x00*/=1;alert(1)//');
const EXE = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');

const form = (name: string, data: Buffer, type = 'application/octet-stream') => {
  const head = Buffer.from(
    `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
  );
  return Buffer.concat([head, data, Buffer.from('\r\n--b--\r\n')]);
};
const upload = (name: string, data: Buffer, headers: Record<string, string | undefined> = {}) =>
  kx.app.inject({
    method: 'POST',
    url: '/upload',
    headers: Object.fromEntries(
      Object.entries({
        cookie: user.cookie,
        'x-kx-upload': '1',
        'content-type': 'multipart/form-data; boundary=b',
        ...headers,
      }).filter(([, v]) => v !== undefined),
    ) as Record<string, string>,
    payload: form(name, data),
  });
const kept = () => kx.db.count('SELECT COUNT(*) AS n FROM upload');

test('what its name says and its bytes say agree, or it is refused (5.2.2)', async () => {
  const wrong: [string, Buffer][] = [
    ['a.js', GIF_JS],
    ['a.gif', GIF_JS],
    ['a.jpg', GIF_JS],
    ['a.html', PDF],
    ['a.pdf', HTML],
    ['a.pdf', Buffer.concat([HTML, PDF])],
    ['a.jpg', EXE],
    ['a.exe', EXE],
    ['a.pdf.exe', PDF],
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a.png', JPG],
    ['a.xlsx', HTML],
    ['a', PDF],
    ['.pdf.', PDF],
    ['a.csv', Buffer.from('a,b\n\x00\x01')],
    ['a.png', Buffer.alloc(0)],
    ['a.png', Buffer.from('89')],
  ];
  for (const [name, data] of wrong) {
    const r = await upload(name, data);
    expect([name, r.statusCode]).toEqual([name, 415]);
    expect((JSON.parse(r.payload) as { error: { code: string } }).error.code).toBe('PLATFORM_FILE_TYPE');
  }
  expect(await kept()).toBe(0);
  for (const [name, data] of [
    ['a.png', PNG],
    ['a.JPG', JPG],
    ['成绩 单.pdf', PDF],
    ['a.csv', Buffer.from('姓名,单位\n')],
  ] as [string, Buffer][])
    expect([name, (await upload(name, data)).statusCode]).toEqual([name, 200]);
  expect(await kept()).toBe(4);
});

test('a name is only a name: it never becomes a path (5.3.2)', async () => {
  for (const name of ['../../etc/passwd.pdf', 'C:\\\\windows\\\\x.pdf', 'a\u202efdp.pdf', '%2e%2e%2fx.pdf']) {
    const r = await upload(name, PDF);
    expect(r.statusCode).toBe(200);
    const { id } = JSON.parse(r.payload) as { id: string };
    const row = await kx.db.one<{ hash: string; name: string }>('SELECT hash, name FROM upload WHERE id = ?', [id]);
    expect(row!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row!.name.length).toBeLessThanOrEqual(200);
  }
});

test('50 MB and not a byte more (5.2.1)', async () => {
  const limit = 50 * 1024 * 1024;
  const big = Buffer.alloc(limit + 1);
  PDF.copy(big);
  const r = await upload('a.pdf', big);
  expect(r.statusCode).toBe(413);
  expect((await upload('a.pdf', big.subarray(0, limit))).statusCode).toBe(200);
});

test("another site cannot upload with the visitor's session, and a stranger cannot at all", async () => {
  const before = await kept();
  expect((await upload('a.pdf', PDF, { 'x-kx-upload': undefined })).statusCode).toBe(403);
  expect((await upload('a.pdf', PDF, { 'x-kx-upload': 'yes' })).statusCode).toBe(403);
  expect((await upload('a.pdf', PDF, { cookie: undefined })).statusCode).toBe(401);
  expect((await upload('a.pdf', PDF, { cookie: 'kx_session=nobody' })).statusCode).toBe(401);
  expect(await kept()).toBe(before);
});
