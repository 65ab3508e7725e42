import { fault } from '../fault.ts';
import { isDict, isRef, type PdfDict, type PdfValue, same } from '../syntax/values.ts';
import type { Explaining } from './explaining.ts';

const storeKeys = /^(?:Type|VRI|Certs|OCSPs|CRLs)$/;
const vriKey = /^(?:Type|[0-9A-F]{40})$/;

/**
 * Validation data (EN 319 142-1, 5.4.2) may be added and filed anew. Only the two dictionaries that list it may be
 * replaced: an array or a stream could be a part of a page at the same time.
 */
export function explainStore(work: Explaining, old: PdfValue | undefined, now: PdfValue | undefined): void {
  const { file, before, after } = work;
  const [a, b] = [file.dict(old, before), file.dict(now, after)];
  if (a && !b) fault('changed-catalog', 'DSS', { revision: after });
  if (!b) return;
  const wasReplaced = replaces(work, old, now, storeKeys);
  const [oldVri, newVri] = [a?.entries.get('VRI'), b.entries.get('VRI')];
  const vriReplaced = isDict(newVri) ? false : replaces(work, oldVri, newVri, vriKey);
  if (same(old, now) && !wasReplaced && !vriReplaced) return;
  const shape = [...b.entries.keys()].every((key) => storeKeys.test(key));
  if (!shape) fault('changed-catalog', 'DSS', { revision: after });
  work.claim(now);
  work.claim(b);
  work.claim(file.dict(newVri, after));
  work.changes.push({ kind: 'validation-data', revision: after });
}

/** Whether the dictionary under the same reference is another one now; it must have been such a dictionary before. */
function replaces(
  work: Explaining,
  old: PdfValue | undefined,
  now: PdfValue | undefined,
  keys: RegExp,
): boolean {
  if (!isRef(now) || !work.isReplaced(now.number)) return false;
  const fits = (found: PdfDict | undefined): boolean =>
    found !== undefined && [...found.entries.keys()].every((key) => keys.test(key));
  const { file, before, after } = work;
  const plain = !file.object(now, before)?.stream && !file.object(now, after)?.stream;
  if (!same(old, now) || !plain || !fits(file.dict(now, before)) || !fits(file.dict(now, after)))
    fault('changed-object', 'not validation data', { revision: after, number: now.number });
  work.explain(now.number);
  return true;
}
