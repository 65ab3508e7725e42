import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { done, type Outcome, refused } from '#kernel/outcome';

/** Bytes before and after unpacking; refused before anything is unpacked. */
export interface ZipLimits {
  readonly packed: number;
  readonly file: number;
  readonly unpacked: number;
  readonly files: number;
}

export type Files = ReadonlyMap<string, Uint8Array>;

/** The same files give the same bytes on every machine: names sorted, one level, and a time read as local (as ZIP has it). */
export function zip(files: Files): Uint8Array {
  const names = [...files.keys()].sort();
  return zipSync(Object.fromEntries(names.map((name) => [name, files.get(name) ?? new Uint8Array()])), {
    level: 9,
    mtime: '1980-01-01T00:00:00',
    os: 3,
  });
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly from: number;
}

const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const localMark = 0x04034b50;
const endSize = 22;
const unixLink = 0o120000;

const no = (code: string, details: Readonly<Record<string, string | number>> = {}) =>
  refused({ code, details });

/**
 * Reads the plain ZIP that `zip` writes and no more: files one after another, the directory, the end. Whatever could be read
 * in two ways (gaps, comments, ZIP64, encryption, two entries of one name) is refused.
 * @param known tells whether a name may stand in the archive.
 */
export function unzip(
  bytes: Uint8Array,
  limits: ZipLimits,
  known: (name: string) => boolean,
): Outcome<Files> {
  if (bytes.length > limits.packed) return no('package-too-large', { bytes: bytes.length });
  const entries = directoryOf(bytes, limits, known);
  if (!entries.ok) return entries;
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.value) {
    const packed = bytes.subarray(entry.from, entry.from + entry.packed);
    const content = entry.method === 0 ? packed : inflate(packed, entry.size);
    if (content?.length !== entry.size) return no('package-broken', { at: entry.name });
    files.set(entry.name, content);
  }
  return done(files);
}

/** Ends as soon as more comes out than the entry promised. */
function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

function directoryOf(
  bytes: Uint8Array,
  limits: ZipLimits,
  known: (name: string) => boolean,
): Outcome<readonly Entry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - endSize;
  if (end < 0 || view.getUint32(end, true) !== endMark) return no('package-no-zip');
  const count = view.getUint16(end + 10, true);
  const from = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || from + view.getUint32(end + 12, true) !== end)
    return no('package-no-zip');
  if (count > limits.files) return no('package-too-many-files', { files: count });

  const entries: Entry[] = [];
  const seen = new Set<string>();
  let at = from;
  let next = 0; // where the following file must begin
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== centralMark) return no('package-broken');
    const nameSize = view.getUint16(at + 28, true);
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameSize)).toString('latin1');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const extras = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const mode = view.getUint16(at + 40, true);
    if (!known(name)) return no('package-name', { at: name.slice(0, 80) });
    if (seen.has(name)) return no('package-name-twice', { at: name });
    if ((mode & 0o170000) === unixLink) return no('package-link', { at: name });
    if (flags !== 0 || extras !== 0 || (method !== 0 && method !== 8))
      return no('package-broken', { at: name });
    total += size;
    if (size > limits.file || total > limits.unpacked) return no('package-too-large', { at: name });
    const start = view.getUint32(at + 42, true);
    if (start !== next || !sameLocally(view, bytes, start, at, nameSize))
      return no('package-broken', { at: name });
    next = start + 30 + nameSize + packed;
    if (next > from) return no('package-broken', { at: name });
    entries.push({ name, method, packed, size, from: next - packed });
    seen.add(name);
    at += 46 + nameSize;
  }
  return at === end && next === from ? done(entries) : no('package-broken');
}

/** The header before the file says what the directory says: flags to sizes, no extra field, and the name. */
function sameLocally(
  view: DataView,
  bytes: Uint8Array,
  local: number,
  central: number,
  nameSize: number,
): boolean {
  if (local + 30 + nameSize > bytes.length || view.getUint32(local, true) !== localMark) return false;
  for (let i = 0; i < 24; i++) if (bytes[local + 6 + i] !== bytes[central + 8 + i]) return false;
  for (let i = 0; i < nameSize; i++) if (bytes[local + 30 + i] !== bytes[central + 46 + i]) return false;
  return true;
}
