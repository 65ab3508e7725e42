import type { DraftContent } from '../drafts/content.ts';
import type { Difference } from './difference.ts';
import { differenceOf } from './difference-of.ts';
import { differencesInDecisions } from './file-of-tables.ts';

/**
 * As `differenceOf`, and what differs inside of the decision tables in the place of their file. A file that cannot be read, and one
 * that is only drawn otherwise, is named as changed.
 */
export async function differenceInFull(
  before: DraftContent,
  after: DraftContent,
): Promise<readonly Difference[]> {
  const told = differenceOf(before, after);
  const place = told.findIndex(({ at }) => at === 'decisions.dmn');
  if (place < 0) return told;
  const inside = await differencesInDecisions(before.decisions, after.decisions);
  return inside.length > 0 ? told.toSpliced(place, 1, ...inside) : told;
}
