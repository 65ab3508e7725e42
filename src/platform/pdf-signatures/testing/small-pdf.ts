import { deflateSync } from 'node:zlib';

/** Objects by number: what stands between `obj` and `endobj`. */
export type Bodies = Readonly<Record<number, string>>;

export const streamBody = (content: string, entries = ''): string =>
  `<</Length ${Buffer.byteLength(content, 'latin1')}${entries}>>\nstream\n${content}\nendstream`;

const show = (words: string): string => streamBody(`BT /F1 24 Tf 72 700 Td (${words}) Tj ET`);

/**
 * A paper of one page. Object 7 is a second content that nothing uses, as somebody who prepares an attack leaves it;
 * 8 is a text field, 9 its look, 10 a picture over the words.
 */
export const paper = (more: Bodies = {}): Bodies => ({
  1: '<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [8 0 R]>>>>',
  2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
  3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>> /XObject <</X 10 0 R>>>> /Annots [8 0 R]>>',
  4: show('Pay 100'),
  5: '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  6: '<</Title (Paper) /ModDate (D:20261101000000Z)>>',
  7: show('Pay 900'),
  8: '<</Type /Annot /Subtype /Widget /FT /Tx /T (note) /V (nothing) /P 3 0 R /Rect [72 600 300 620] /AP <</N 9 0 R>>>>',
  9: streamBody('', ' /Type /XObject /Subtype /Form /BBox [0 0 228 20]'),
  10: streamBody('', ' /Type /XObject /Subtype /Form /BBox [0 0 1 1]'),
  ...more,
});

export interface Written {
  /** Cross-reference as a table, as a stream, or as a stream with objects packed together. */
  readonly kind?: 'table' | 'stream' | 'packed';
  readonly trailer?: string;
}

const header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

/** Writes a PDF with nothing of the code that is tested. */
export function writePdf(bodies: Bodies, { kind = 'table', trailer = '' }: Written = {}): Buffer {
  const facts = `/Root 1 0 R /Info 6 0 R /ID [<${'0a'.repeat(16)}> <${'0b'.repeat(16)}>]${trailer}`;
  return Buffer.from(written(header, bodies, facts, kind), 'latin1');
}

export interface Appending extends Written {
  readonly root?: string;
  readonly free?: readonly number[];
  /** Entries that point where they are told to. */
  readonly pointing?: Readonly<Record<number, number>>;
  /** Letters before the cross-reference, and after the end of file. */
  readonly between?: string;
  readonly after?: string;
}

/** What an attacker appends to a file: a well-formed update with these objects, and whatever else is wished. */
export function appendTo(bytes: Uint8Array, bodies: Bodies, wish: Appending = {}): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '0';
  const id = /\/ID \[<[^\]]*\]/.exec(text.slice(text.lastIndexOf('/ID')))?.[0] ?? '';
  const facts = `/Root ${wish.root ?? '1 0 R'} /Info 6 0 R ${id} /Prev ${previous}${wish.trailer ?? ''}`;
  return Buffer.from(written(text, bodies, facts, wish.kind ?? 'table', wish), 'latin1');
}

function written(
  before: string,
  bodies: Bodies,
  facts: string,
  kind: NonNullable<Written['kind']>,
  { free = [], pointing = {}, between = '', after = '' }: Appending = {},
): string {
  let text = before;
  const places = new Map<number, readonly [kind: number, second: number, third: number]>();
  const numbers = Object.keys(bodies).map(Number);
  const top = Math.max(0, ...numbers, ...free, ...Object.keys(pointing).map(Number), sizeOf(before) - 1);
  const packed = kind === 'packed' ? numbers.filter((one) => !bodies[one]?.includes('stream')) : [];
  const put = (number: number, body: string): void => {
    places.set(number, [1, text.length, 0]);
    text += `${number} 0 obj\n${body}\nendobj\n`;
  };
  for (const number of numbers) if (!packed.includes(number)) put(number, bodies[number] ?? '');
  if (packed.length > 0) put(top + 1, pack(packed, bodies));
  packed.forEach((number, i) => places.set(number, [2, top + 1, i]));
  for (const number of free) places.set(number, [0, 0, 0]);
  for (const [number, offset] of Object.entries(pointing)) places.set(Number(number), [1, offset, 0]);
  text += between;
  const start = text.length;
  if (kind === 'table') {
    const lines = [...places].map(
      ([number, [type, offset]]) =>
        `${number} 1\n${String(offset).padStart(10, '0')} 00000 ${type === 0 ? 'f' : 'n'} \n`,
    );
    text += `xref\n0 1\n0000000000 65535 f \n${lines.join('')}trailer\n<</Size ${top + 1} ${facts}>>\n`;
  } else text += crossReference(places, top + 2, start, facts);
  return `${text}startxref\n${start}\n%%EOF\n${after}`;
}

const sizeOf = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/\/Size (\d+)/g)].map((one) => Number(one[1])));

function pack(numbers: readonly number[], bodies: Bodies): string {
  let content = '';
  const index = numbers.map((number) => {
    const at = content.length;
    content += `${bodies[number] ?? ''}\n`;
    return `${number} ${at}`;
  });
  const head = `${index.join(' ')} `;
  const data = deflateSync(Buffer.from(head + content, 'latin1')).toString('latin1');
  return streamBody(data, ` /Type /ObjStm /N ${numbers.length} /First ${head.length} /Filter /FlateDecode`);
}

function crossReference(
  places: ReadonlyMap<number, readonly [number, number, number]>,
  number: number,
  start: number,
  facts: string,
): string {
  const all = [...places, [number, [1, start, 0]] as const].toSorted(([a], [b]) => a - b);
  // With the predictor "up", as most programs write it.
  let above = Buffer.alloc(6);
  const rows = all.map(([, [type, second, third]]) => {
    const row = Buffer.alloc(6);
    row.writeUInt8(type, 0);
    row.writeUInt32BE(second, 1);
    row.writeUInt8(third, 5);
    const line = Buffer.from([2, ...row.map((byte, i) => (byte - (above[i] ?? 0)) & 0xff)]);
    above = row;
    return line;
  });
  const data = deflateSync(Buffer.concat(rows)).toString('latin1');
  const index = all.map(([one]) => `${one} 1`).join(' ');
  const entries = ` /Type /XRef /Size ${number + 1} /W [1 4 1] /Index [${index}] /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 6>> ${facts}`;
  return `${number} 0 obj\n${streamBody(data, entries)}\nendobj\n`;
}
