import { fault } from '../fault.ts';
import type { PdfObject } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { isWhite } from '../syntax/letters.ts';
import { isDict, nameAt } from '../syntax/values.ts';

/**
 * Whether a revision consists of its objects, its cross-reference and white space, and nothing else: no object that is
 * not named or named twice, no second end of file, nothing between. Refused as `changed-structure`.
 */
export function assertTiled(file: PdfFile, index: number): void {
  const revision = file.revisions[index];
  const before = file.revisions[index - 1];
  if (!revision || !before) return;
  const { entries, section } = revision;
  if (section.hybrid) fault('changed-structure', 'two cross-references', { revision: index });
  const plain = [...entries].flatMap(([number, entry]) => (entry.is === 'plain' ? [{ number, entry }] : []));
  plain.sort((a, b) => a.entry.offset - b.entry.offset);
  let at = before.eof;
  for (const { number, entry } of plain) {
    if (entry.offset === section.at) continue;
    assertWhite(file, at, entry.offset, index);
    const found = file.plain(number, entry, index);
    assertPackIsWhole(file, found, number, index);
    at = found.end;
  }
  assertWhite(file, at, section.at, index);
  assertWhite(file, section.end, file.bytes.indexOf(0x73, section.end), index);
}

/** An object stream holds nothing but what its revision names in it. */
function assertPackIsWhole(file: PdfFile, { value, stream }: PdfObject, number: number, index: number): void {
  if (!stream || !isDict(value) || nameAt(value, 'Type') !== 'ObjStm') return;
  const named = [...(file.revisions[index]?.entries.values() ?? [])];
  const used = named.filter((entry) => entry.is === 'packed' && entry.stream === number).length;
  if (value.entries.get('N') !== used)
    fault('changed-structure', 'objects that nobody names', { revision: index });
}

function assertWhite(file: PdfFile, from: number, to: number, index: number): void {
  if (to < from) fault('changed-structure', 'objects within each other', { revision: index });
  for (let at = from; at < to; at++)
    if (!isWhite(file.bytes[at]))
      fault('changed-structure', 'something between the objects', { revision: index });
}
