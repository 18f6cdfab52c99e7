import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sha256Hex } from '@app/kernel';
import { DiskDriver, S3Driver } from './drivers';
import type { FileDriver } from './file-driver';
import { SealedDriver } from './sealed-driver';

const KEY = randomBytes(32);
const MIME = 'application/octet-stream';
const CONTENT = Buffer.from('林晓雨 210199198503100015 '.repeat(40));
const HASH = sha256Hex(CONTENT);
let root: string;
let server: Server;
let s3: string;
const objects = new Map<string, Buffer>();
/** What a store refuses: a body that is not the one that was signed for. */
const refused: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kx-files-'));
  server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const name = request.url!;
      const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/cn-north-1\/s3\//.test(
        request.headers.authorization ?? '',
      );
      const declared = request.headers['x-amz-content-sha256'];
      if (!signed) refused.push('not signed');
      if (request.method === 'PUT' && declared !== sha256Hex(body)) refused.push('another body');
      if (request.method === 'PUT') objects.set(name, body);
      const object = objects.get(name);
      if (!object) return response.writeHead(404).end();
      const m = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
      response.writeHead(m ? 206 : 200);
      return response.end(request.method !== 'GET' ? undefined : m ? object.subarray(+m[1]!, +m[2]! + 1) : object);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  s3 = `s3://kangxun?region=cn-north-1&endpoint=http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const read = async (d: FileDriver, hash: string, range?: { start: number; end: number }) =>
  buffer(await d.read(hash, range));
const onDisk = () =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.v1$/.test(name))
    .map((name) => join(root, name));

describe.each([
  ['a folder', () => new SealedDriver(new DiskDriver(root), KEY)],
  ['an S3-compatible store', () => new SealedDriver(new S3Driver(s3, { accessKey: 'key', secretKey: 'secret' }), KEY)],
])('%s', (_, make) => {
  it('gives back what was put, whole and in any range', async () => {
    const d = make();
    expect(await d.has(HASH)).toBe(false);
    await d.put(HASH, CONTENT, MIME);
    await d.put(HASH, CONTENT, MIME);
    expect(await d.has(HASH)).toBe(true);
    expect((await read(d, HASH)).equals(CONTENT)).toBe(true);
    for (const [start, end] of [
      [0, 0],
      [0, 15],
      [15, 16],
      [16, 31],
      [17, 300],
      [CONTENT.length - 1, CONTENT.length - 1],
    ])
      // prettier-ignore
      expect((await read(d, HASH, { start: start!, end: end! })).equals(CONTENT.subarray(start, end! + 1))).toBe(true);
  });

  it('says when there is no such file', async () => {
    await expect(make().read(sha256Hex('nothing'))).rejects.toThrow();
  });
});

it('nothing readable lies in the store, and requests are signed for the bytes they carry', () => {
  const stored = [...onDisk().map((name) => readFileSync(name)), ...objects.values()];
  expect(stored).toHaveLength(2);
  for (const bytes of stored) {
    expect(bytes).toHaveLength(CONTENT.length);
    expect(bytes.includes('林晓雨')).toBe(false);
    expect(bytes.includes('210199198503100015')).toBe(false);
  }
  expect(refused).toEqual([]);
});

it('another key, or the bytes of another file, do not open', async () => {
  const [path] = onDisk();
  expect((await read(new SealedDriver(new DiskDriver(root), randomBytes(32)), HASH)).equals(CONTENT)).toBe(false);
  const other = sha256Hex('other');
  const moved = join(root, other.slice(0, 2), other.slice(2, 4));
  await new SealedDriver(new DiskDriver(root), KEY).put(other, Buffer.from('x'), MIME);
  writeFileSync(join(moved, `${other}.v1`), readFileSync(path!));
  expect((await read(new SealedDriver(new DiskDriver(root), KEY), other)).equals(CONTENT)).toBe(false);
});

it('the last block alone agrees with the whole, whatever counter a content begins with', async () => {
  const d = new SealedDriver(new DiskDriver(root), KEY);
  for (let i = 0; i < 20; i++) {
    const content = randomBytes(640);
    const hash = sha256Hex(content);
    await d.put(hash, content, MIME);
    expect((await read(d, hash, { start: 624, end: 639 })).equals(content.subarray(624))).toBe(true);
  }
});

it('a name that is no hash reaches no path', async () => {
  await expect(new DiskDriver(root).read('../../etc/passwd')).rejects.toThrow('Not a content hash');
});
