import { fault } from '../fault.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { differences, isDict, isRef, nameAt } from '../syntax/values.ts';
import { explainCatalog } from './catalog-changes.ts';
import { type Change, Explaining, refTo } from './explaining.ts';
import { explainInfo } from './info-changes.ts';
import { explainPages } from './page-changes.ts';
import { assertTiled } from './tiles.ts';

/**
 * What a revision changed, when it is allowed after a signature: further signatures and time stamps, validation data,
 * dates of the file. Everything else is refused with one of the `changed-…` codes (EN 319 102-1 leaves the list to the
 * validator; this one follows what is known of shadow and incremental-saving attacks).
 */
export function explainRevision(
  file: PdfFile,
  index: number,
  dangling: ReadonlySet<number>,
): readonly Change[] {
  assertTiled(file, index);
  const work = new Explaining(file, index, dangling);
  assertTrailer(file, index);
  explainOwnParts(work);
  explainCatalog(work);
  explainPages(work);
  explainInfo(work);
  for (const number of work.left) {
    const details = { revision: index, number };
    if (!file.entry(number, work.before)) fault('changed-hidden', 'an object that nothing needs', details);
    const value = file.entry(number, index) ? file.object(refTo(file, number, index), index)?.value : null;
    const name = isDict(value) ? nameAt(value, 'Type') : undefined;
    if (name === 'Page' || name === 'Pages') fault('changed-page', name, details);
    if (name === 'Annot') fault('changed-annotation', 'an annotation is replaced', details);
    fault('changed-object', value === null ? 'an object is taken away' : 'an object is replaced', details);
  }
  return work.changes;
}

/** The cross-reference stream of the revision, and its object streams. */
function explainOwnParts(work: Explaining): void {
  const { file, after } = work;
  const revision = file.revisions[after];
  const packs = new Set<number>();
  for (const entry of revision?.entries.values() ?? []) if (entry.is === 'packed') packs.add(entry.stream);
  for (const [number, entry] of revision?.entries ?? []) {
    const own = entry.is === 'plain' && (packs.has(number) || entry.offset === revision?.section.at);
    if (own && work.isNew(number)) work.claim({ is: 'ref', number, generation: 0 });
    // Was free, is free: another generation, which says nothing.
    if (entry.is === 'free' && !file.entry(number, work.before)) work.explain(number);
  }
}

/** Keys of a trailer that say where things are, or that name the file. */
const ownKeys = new Set([
  'Size',
  'Prev',
  'ID',
  'Info',
  'Type',
  'W',
  'Index',
  'Filter',
  'DecodeParms',
  'Length',
  'XRefStm',
]);

function assertTrailer(file: PdfFile, index: number): void {
  const [before, after] = [file.revisions[index - 1]?.trailer, file.revisions[index]?.trailer];
  if (!before || !after) return;
  const odd = differences(before, after).filter((key) => !ownKeys.has(key));
  if (odd.length > 0) fault('changed-catalog', `${odd[0]} of the trailer`, { revision: index });
  const [old, now] = [before.entries.get('Info'), after.entries.get('Info')];
  if (now !== undefined && !isRef(now)) fault('changed-object', 'Info of the trailer', { revision: index });
  if (isRef(old) && isRef(now) && old.number !== now.number)
    fault('changed-object', 'Info of the trailer', { revision: index });
}
