import { fault } from '../fault.ts';
import { differences, isDict, isRef, type PdfDict, type PdfValue, same } from '../syntax/values.ts';
import type { Explaining } from './explaining.ts';
import { explainForm } from './form-changes.ts';
import { explainStore } from './store-changes.ts';

const mayChange = new Set(['AcroForm', 'DSS', 'Extensions']);

/** The catalog may gain fields, validation data and the mark that such data is there; nothing else in it may move. */
export function explainCatalog(work: Explaining): void {
  const { file, before, after } = work;
  const root = file.root(after);
  const [old, now] = [file.catalog(before), file.catalog(after)];
  const odd = differences(old, now).find((key) => !mayChange.has(key));
  if (odd !== undefined) fault('changed-catalog', odd.slice(0, 40), { revision: after });
  assertAdded(work, old.entries.get('Extensions'), now.entries.get('Extensions'));
  work.explain(root.number);
  explainForm(work, old.entries.get('AcroForm'), now.entries.get('AcroForm'));
  explainStore(work, old.entries.get('DSS'), now.entries.get('DSS'));
}

function assertAdded(work: Explaining, old: PdfValue | undefined, now: PdfValue | undefined): void {
  if (same(old, now)) return;
  const [a, b] = [old ?? emptyDict, now];
  const kept =
    isDict(a) && isDict(b) && [...a.entries].every(([key, value]) => same(value, b.entries.get(key)));
  if (!kept || hasRefs(b)) fault('changed-catalog', 'Extensions', { revision: work.after });
}

const emptyDict: PdfDict = { is: 'dict', entries: new Map() };
const hasRefs = (where: PdfDict): boolean =>
  [...where.entries.values()].some((value) => isRef(value) || (isDict(value) && hasRefs(value)));
