import { refsIn } from '../syntax/values.ts';
import type { PdfFile } from './pdf-file.ts';

/**
 * Numbers that these objects refer to although nothing stood there in the revision. Whoever defines such a number
 * later changes what was signed, so a later revision may not.
 */
export function addDangling(
  missing: Set<number>,
  file: PdfFile,
  index: number,
  numbers: Iterable<number>,
): void {
  for (const number of numbers) {
    const entry = file.entry(number, index);
    if (!entry) continue;
    const generation = entry.is === 'plain' ? entry.generation : 0;
    // Read anew, not kept: all objects of a large file at once would not fit.
    const found =
      entry.is === 'plain'
        ? file.plain(number, entry, index)
        : file.object({ is: 'ref', number, generation }, index);
    for (const one of refsIn(found?.value ?? null))
      if (!file.entry(one.number, index)) missing.add(one.number);
  }
  for (const one of refsIn(file.revisions[index]?.trailer ?? null))
    if (!file.entry(one.number, index)) missing.add(one.number);
}
