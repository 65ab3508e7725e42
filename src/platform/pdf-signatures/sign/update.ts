import { createHash } from 'node:crypto';
import { odd } from '../fault.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import {
  changed,
  isArray,
  isCount,
  isText,
  name,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  ref,
  text,
} from '../syntax/values.ts';
import { written } from '../syntax/write.ts';

/** Keys that belong to one cross-reference stream and not to the file. */
const ofStreams = [
  'Type',
  'W',
  'Index',
  'Filter',
  'DecodeParms',
  'Length',
  'XRefStm',
  'F',
  'FFilter',
  'FDecodeParms',
];

/** Readers go no higher (ISO 32000-1, annex C). */
const mostObjects = 8_388_607;

/** What is appended to a file at once; the bytes before stay as they are (ISO 32000-2, 7.5.6). */
export class Update {
  readonly #file: PdfFile;
  readonly #objects = new Map<number, { readonly generation: number; readonly body: Buffer }>();
  #next: number;

  /** @param taken numbers that must not be given to new objects although nothing stands there. */
  constructor(file: PdfFile, taken: ReadonlySet<number> = new Set()) {
    this.#file = file;
    const sizes = file.revisions.map(({ trailer }) => Number(trailer.entries.get('Size') ?? 1));
    const next = [...taken].reduce((most, number) => Math.max(most, number + 1), Math.max(1, ...sizes));
    if (next > mostObjects) odd('numbers that are too high');
    this.#next = next;
  }

  add(value: PdfValue): PdfRef {
    return this.raw(Buffer.from(written(value), 'latin1'));
  }

  /** An object whose letters the caller has written. */
  raw(body: Buffer): PdfRef {
    const number = this.#next++;
    this.#objects.set(number, { generation: 0, body });
    return ref(number);
  }

  /** The number that the next new object will have. */
  get next(): PdfRef {
    return ref(this.#next);
  }

  stream(entries: Readonly<Record<string, PdfValue>>, data: Uint8Array): PdfRef {
    const where: PdfDict = {
      is: 'dict',
      entries: new Map(Object.entries({ ...entries, Length: data.length })),
    };
    const before = Buffer.from(`${written(where)}\nstream\n`, 'latin1');
    return this.raw(Buffer.concat([before, data, Buffer.from('\nendstream')]));
  }

  replace({ number, generation }: PdfRef, value: PdfValue): void {
    this.#objects.set(number, { generation, body: Buffer.from(written(value), 'latin1') });
  }

  /** The whole file with the update behind it, and where each object's letters begin. */
  finished(seed: string): { readonly bytes: Buffer; readonly bodies: ReadonlyMap<number, number> } {
    const { bytes, last } = this.#file;
    const parts: Uint8Array[] = [bytes];
    let at = bytes.length;
    const push = (part: Uint8Array | string): void => {
      const buffer = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      parts.push(buffer);
      at += buffer.length;
    };
    if (bytes.at(-1) !== 10 && bytes.at(-1) !== 13) push('\n');
    const places = new Map<number, { offset: number; generation: number }>();
    const bodies = new Map<number, number>();
    for (const [number, { generation, body }] of [...this.#objects].sort(([a], [b]) => a - b)) {
      places.set(number, { offset: at, generation });
      push(`${number} ${generation} obj\n`);
      bodies.set(number, at);
      push(body);
      push('\nendobj\n');
    }
    const start = at;
    const trailer = this.#trailer(seed);
    push(
      last.section.kind === 'table'
        ? table(places, changed(trailer, { Size: this.#next }))
        : stream(places, trailer, this.#next, start),
    );
    push(`startxref\n${start}\n%%EOF\n`);
    return { bytes: Buffer.concat(parts), bodies };
  }

  /** Says of the file what was said before, and gives this state of it a name of its own (ISO 32000-2, 14.4). */
  #trailer(seed: string): PdfDict {
    const { trailer, section } = this.#file.last;
    const kept = changed(trailer, {
      ...Object.fromEntries(ofStreams.map((key) => [key, undefined])),
      Prev: section.at,
    });
    const id = trailer.entries.get('ID');
    const first = isArray(id) ? id[0] : undefined;
    if (!isText(first) || !isCount(section.at)) return kept;
    const state = createHash('sha256')
      .update(first.bytes)
      .update(`${section.at} ${seed}`)
      .digest()
      .subarray(0, 16);
    return changed(kept, { ID: [text(first.bytes), text(state)] });
  }
}

type Places = ReadonlyMap<number, { readonly offset: number; readonly generation: number }>;

/** Runs of numbers that follow one another. */
function runs(places: Places): number[][] {
  const found: number[][] = [];
  for (const number of [...places.keys()].sort((a, b) => a - b)) {
    const run = found.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else found.push([number]);
  }
  return found;
}

function table(places: Places, trailer: PdfDict): string {
  const digits = (value: number, count: number): string => String(value).padStart(count, '0');
  const parts = runs(places).map((run) => {
    const lines = run.map((number) => {
      const { offset = 0, generation = 0 } = places.get(number) ?? {};
      return `${digits(offset, 10)} ${digits(generation, 5)} n \n`;
    });
    return `${run[0]} ${run.length}\n${lines.join('')}`;
  });
  return `xref\n${parts.join('')}trailer\n${written(trailer)}\n`;
}

/** A file whose cross-references are streams must go on with them (ISO 32000-2, 7.5.8.4). */
function stream(places: Places, trailer: PdfDict, number: number, at: number): Buffer {
  const all = new Map([...places, [number, { offset: at, generation: 0 }] as const]);
  const numbers = runs(all);
  const data = Buffer.alloc(7 * all.size);
  for (const [i, one] of numbers.flat().entries()) {
    const { offset = 0, generation = 0 } = all.get(one) ?? {};
    data.writeUInt8(1, 7 * i);
    data.writeUInt32BE(offset, 7 * i + 1);
    data.writeUInt16BE(generation, 7 * i + 5);
  }
  const where = changed(trailer, {
    Type: name('XRef'),
    Size: number + 1,
    W: [1, 4, 2],
    Index: numbers.flatMap((run) => [run[0] ?? 0, run.length]),
    Length: data.length,
  });
  const head = `${number} 0 obj\n${written(where)}\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n')]);
}
