import { type Cell, cleanText } from './cell';

/** UTF-8 (with or without mark), UTF-16 with mark, else GB18030, which Excel and WPS write on Chinese Windows. */
export function decodeText(data: Buffer): string {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder('utf-16le').decode(data);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return new TextDecoder('gb18030').decode(data);
  }
}

/** The separator that occurs most outside quotes in the first line. */
function separatorOf(text: string): string {
  const line = /^[^\n]*/.exec(text.replace(/"[^"]*"/g, ''))![0];
  const counted = [',', '\t', ';', '，'].map((s) => [line.split(s).length, s] as const);
  return counted.sort((a, b) => b[0] - a[0])[0]![1];
}

/** RFC 4180: quoted fields may hold separators, quotes (doubled) and line breaks. Position = line of the table, blank ones too. */
export function* csvRows(text: string): Generator<string[]> {
  const separator = separatorOf(text);
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    const done = row;
    row = [];
    return done;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && field === '') quoted = true;
    else if (c === separator) endField();
    else if (c === '\n') yield endRow();
    else if (c !== '\r' || text[i + 1] !== '\n') field += c === '\r' ? '' : c;
  }
  if (field !== '' || row.length) yield endRow();
}

export function parseCsv(text: string, stopAfter: number): string[][] {
  const rows: string[][] = [];
  for (const row of csvRows(text)) {
    rows.push(row);
    if (rows.length > stopAfter) break;
  }
  return rows;
}

export const csvCells = (data: Buffer, stopAfter: number): Cell[][] =>
  parseCsv(decodeText(data).replace(/^\uFEFF/, ''), stopAfter).map((row) =>
    row.map((text) => ({ text: cleanText(text) })),
  );
