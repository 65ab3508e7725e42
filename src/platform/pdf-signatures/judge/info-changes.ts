import { differences } from '../syntax/values.ts';
import type { Explaining } from './explaining.ts';

/** Programs write the date of change, and their own name, into the facts about a file; the title must stay. */
const mayChange = new Set(['ModDate', 'Producer']);

export function explainInfo(work: Explaining): void {
  const { file, before, after } = work;
  const info = file.revisions[after]?.trailer.entries.get('Info');
  if (info === null || typeof info !== 'object' || !('number' in info) || !work.isReplaced(info.number))
    return;
  const [old, now] = [file.dict(info, before), file.dict(info, after)];
  if (!old || !now || file.object(info, after)?.stream || file.object(info, before)?.stream) return;
  if (!differences(old, now).every((key) => mayChange.has(key))) return;
  work.explain(info.number);
  work.changes.push({ kind: 'dates', revision: after });
}
