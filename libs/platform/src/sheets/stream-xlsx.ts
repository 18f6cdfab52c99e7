import { StringDecoder } from 'node:string_decoder';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Cell, cleanText, numberText } from './cell';
import { sheetFault } from './sheet.errors';
import { bodyOf, entriesOf, type ZipEntry } from './zip-guard';

/** Unpacked sizes that are read: the sheet goes by in a stream, the shared texts are held. */
const MAX_SHEET = 400 * 1024 * 1024;
const MAX_TEXTS = 80 * 1024 * 1024;
const MAX_PART = 4 * 1024 * 1024;
/** Above this the library that holds every cell as an object would take the memory of the process. */
const LARGE = 4 * 1024 * 1024;
const MAX_COLUMNS = 200;
const DAY_MS = 86_400_000;

const unreadable = () => sheetFault('PLATFORM_SHEET_UNREADABLE');
const tooLarge = (bytes: number) => sheetFault('PLATFORM_SHEET_TOO_LARGE', { limitMb: Math.floor(bytes / 1048576) });

/** Whether a workbook is read as a stream. */
export const isLargeXlsx = (data: Buffer): boolean =>
  (entriesOf(data) ?? []).some((e) => /^xl\/worksheets\/[^/]+\.xml$/.test(e.name) && e.size > LARGE);

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Only the five of XML and numbers: no entity of a document is ever expanded. */
const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
        if (name[0] !== '#') return ENTITIES[name] ?? whole;
        const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

/** Text runs of a string, without phonetic hints. */
const runsOf = (xml: string): string => {
  const plain = xml.includes('<rPh') ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '') : xml;
  let out = '';
  for (const m of plain.matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)) out += m[1] ?? '';
  return decoded(out);
};

/** Value of an attribute, looked for by hand: a workbook has millions of them. */
function attribute(tag: string, name: string): string | undefined {
  const wanted = `${name}="`;
  for (let at = tag.indexOf(wanted); at >= 0; at = tag.indexOf(wanted, at + 1)) {
    if (at > 0 && tag.charCodeAt(at - 1) > 32) continue;
    const from = at + wanted.length;
    return tag.slice(from, tag.indexOf('"', from));
  }
  return undefined;
}

class Package {
  private readonly entries: Map<string, ZipEntry>;

  constructor(private readonly data: Buffer) {
    const list = entriesOf(data);
    if (!list) throw unreadable();
    this.entries = new Map(list.map((e) => [e.name, e]));
  }

  /** A small part as a whole; '' when it is not there. */
  text(name: string, limit = MAX_PART): string {
    const e = this.entries.get(name);
    if (!e) return '';
    const body = bodyOf(this.data, e);
    if (!body || (e.method !== 0 && e.method !== 8)) throw unreadable();
    if (e.size > limit) throw tooLarge(limit);
    if (e.method === 0) return body.toString('utf8');
    try {
      return inflateRawSync(body, { maxOutputLength: Math.max(1, e.size) }).toString('utf8');
    } catch (fault) {
      throw (fault as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(limit) : unreadable();
    }
  }

  /** A part piece by piece; more bytes than it declares is a bomb that lies. */
  async *pieces(name: string, limit: number): AsyncGenerator<string> {
    const e = this.entries.get(name);
    const body = e && bodyOf(this.data, e);
    if (!e || !body || (e.method !== 0 && e.method !== 8)) throw unreadable();
    if (e.size > limit) throw tooLarge(limit);
    const decoder = new StringDecoder('utf8');
    if (e.method === 0) return yield decoder.end(body);
    const inflate = createInflateRaw();
    inflate.end(body);
    let bytes = 0;
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        bytes += piece.length;
        if (bytes > e.size) throw tooLarge(limit);
        yield decoder.write(piece);
      }
    } catch (fault) {
      throw (fault as { code?: string }).code?.startsWith('Z_') ? unreadable() : fault;
    } finally {
      inflate.destroy();
    }
    yield decoder.end();
  }
}

/** Whole elements of one name, as they go by. */
async function* elements(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  const open = `<${name}`;
  const close = `</${name}>`;
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    let at = 0;
    for (;;) {
      const from = rest.indexOf(open, at);
      if (from < 0) break;
      const after = rest.charCodeAt(from + open.length);
      // `<row` also begins `<rowBreaks`: a blank, `>` or `/` must follow.
      if (after > 13 && after !== 32 && after !== 62 && after !== 47) {
        at = from + open.length;
        continue;
      }
      const head = rest.indexOf('>', from);
      if (head < 0) break;
      const end = rest[head - 1] === '/' ? head + 1 : rest.indexOf(close, head) + close.length;
      if (end < close.length) break;
      yield rest.slice(from, end);
      at = end;
    }
    // What is left begins with an element not yet whole, or may be the beginning of one.
    const begun = rest.indexOf(open, at);
    rest = rest.slice(begun >= 0 ? begun : Math.max(at, rest.length - open.length));
    if (rest.length > MAX_PART) throw unreadable();
  }
}

interface Look {
  /** number format by style, and whether it shows a day */
  formats: { format: string | undefined; day: boolean }[];
  epoch1904: boolean;
  texts: string[];
}

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]); // prettier-ignore
const showsDay = (format: string): boolean => /[ymdhsb年月日]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''));

function formatsOf(styles: string): Look['formats'] {
  const own = new Map<number, string>();
  for (const m of styles.matchAll(/<numFmt\b([^>]*)>/g))
    own.set(Number(attribute(m[1]!, 'numFmtId')), decoded(attribute(m[1]!, 'formatCode') ?? ''));
  const list = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '';
  return [...list.matchAll(/<xf\b([^>]*)>/g)].map((m) => {
    const id = Number(attribute(m[1]!, 'numFmtId') ?? 0);
    const format = own.get(id);
    return { format, day: format ? showsDay(format) : BUILT_IN_DAYS.has(id) };
  });
}

/** A=0, B=1 … of a cell's address. */
function columnOf(address: string): number {
  let n = 0;
  for (let i = 0; i < address.length; i++) {
    const c = address.charCodeAt(i);
    if (c < 65 || c > 90) break;
    n = n * 26 + (c - 64);
  }
  return n - 1;
}

function cellOf(tag: string, inner: string | undefined, look: Look): Cell {
  if (!inner) return { text: '' };
  const type = attribute(tag, 't');
  if (type === 'inlineStr') return { text: cleanText(runsOf(inner)) };
  const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inner)?.[1];
  if (value === undefined) return { text: '' };
  if (type === 's') return { text: cleanText(look.texts[Number(value)] ?? '') };
  if (type === 'str' || type === 'e') return { text: cleanText(decoded(value)) };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'd') return { text: decoded(value).slice(0, 10) };
  const n = Number(value);
  if (Number.isNaN(n)) return { text: cleanText(decoded(value)) };
  const style = look.formats[Number(attribute(tag, 's') ?? 0)];
  if (!style?.day) return numberText(n, style?.format);
  const at = Date.UTC(1899, 11, 30) + (n + (look.epoch1904 ? 1462 : 0)) * DAY_MS;
  const day = new Date(Math.round(at / 1000) * 1000);
  return { text: Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10) };
}

const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

function cellsOf(row: string, look: Look): Cell[] {
  const cells: Cell[] = [];
  let next = 0;
  for (const [, tag, inner] of row.matchAll(CELL)) {
    const address = attribute(tag!, 'r');
    const at = address ? columnOf(address) : next;
    next = at + 1;
    if (at < 0 || at >= MAX_COLUMNS) continue;
    cells[at] = cellOf(tag!, inner, look);
  }
  return Array.from(cells, (c) => c ?? { text: '' });
}

/** A workbook that goes by line by line: flat in memory, whatever its number of rows. */
export class StreamedXlsx {
  private readonly parts: Package;
  private readonly sheet: string;
  private look: Look | undefined;

  /** @throws PLATFORM_SHEET_UNREADABLE */
  constructor(data: Buffer) {
    this.parts = new Package(data);
    const book = this.parts.text('xl/workbook.xml');
    const sheets = [...book.matchAll(/<sheet\b([^>]*?)\/?>/g)].map((m) => m[1]!);
    const shown = sheets.find((s) => (attribute(s, 'state') ?? 'visible') === 'visible') ?? sheets[0];
    const id = shown && attribute(shown, 'r:id');
    const links = this.parts.text('xl/_rels/workbook.xml.rels');
    const link = [...links.matchAll(/<Relationship\b([^>]*?)\/?>/g)].find((m) => attribute(m[1]!, 'Id') === id)?.[1];
    const target = link && attribute(link, 'Target');
    if (!target) throw unreadable();
    this.sheet = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }

  /** Lines with a cell, counted without looking at the cells. */
  async count(): Promise<number> {
    let n = 0;
    for await (const row of this.raw()) if (row.includes('<c ')) n++;
    return n;
  }

  async *rows(): AsyncGenerator<{ rowNo: number; cells: Cell[] }> {
    const look = (this.look ??= await this.readLook());
    let last = 0;
    for await (const row of this.raw()) {
      const rowNo = Number(attribute(row.slice(0, row.indexOf('>')), 'r') ?? last + 1);
      if (!Number.isSafeInteger(rowNo) || rowNo <= last) throw unreadable();
      last = rowNo;
      yield { rowNo, cells: cellsOf(row, look) };
    }
  }

  private raw(): AsyncGenerator<string> {
    return elements(this.parts.pieces(this.sheet, MAX_SHEET), 'row');
  }

  private async readLook(): Promise<Look> {
    const texts: string[] = [];
    const name = 'xl/sharedStrings.xml';
    if (this.parts.text('[Content_Types].xml').includes('sharedStrings'))
      for await (const si of elements(this.parts.pieces(name, MAX_TEXTS), 'si')) texts.push(runsOf(si));
    const book = this.parts.text('xl/workbook.xml');
    return {
      texts,
      formats: formatsOf(this.parts.text('xl/styles.xml')),
      epoch1904: /<workbookPr\b[^>]*date1904="(?:1|true)"/.test(book),
    };
  }
}
