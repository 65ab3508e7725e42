import { fault } from '../fault.ts';
import {
  differences,
  isArray,
  isRef,
  nameAt,
  type PdfArray,
  type PdfRef,
  type PdfValue,
  same,
} from '../syntax/values.ts';
import { type Explaining, refTo } from './explaining.ts';
import { added } from './form-changes.ts';

/** A page may gain the widgets of new signatures at the end of its annotations, and nothing else. */
export function explainPages(work: Explaining): void {
  const { file, before, after } = work;
  const touched = new Map<number, PdfRef>();
  for (const number of work.left) {
    if (!work.isReplaced(number) || !file.entry(number, after)) continue;
    const ref = refTo(file, number, after);
    const [old, now] = [file.dict(ref, before), file.dict(ref, after)];
    if (old && now && nameAt(old, 'Type') === 'Page' && nameAt(now, 'Type') === 'Page')
      touched.set(number, ref);
  }
  for (const widget of work.widgets) {
    const page = file.dict(widget, after)?.entries.get('P');
    if (isRef(page)) touched.set(page.number, page);
  }
  for (const page of touched.values()) explainPage(work, page);
}

function explainPage(work: Explaining, page: PdfRef): void {
  const { file, before, after } = work;
  const [old, now] = [file.dict(page, before), file.dict(page, after)];
  if (!old || !now || nameAt(old, 'Type') !== 'Page') return;
  const odd = differences(old, now).find((key) => key !== 'Annots');
  if (odd !== undefined || file.object(page, after)?.stream)
    fault('changed-page', odd?.slice(0, 40) ?? 'a stream', { revision: after, number: page.number });
  const list = now.entries.get('Annots');
  const was = old.entries.get('Annots');
  const [a, b] = [listOf(work, was, before), listOf(work, list, after)];
  const refuse = (): never =>
    fault('changed-annotation', 'annotations are gone or moved', { revision: after });
  const more = added(a, b, refuse);
  const belongs = (one: PdfRef): boolean =>
    work.widgets.some((widget) => same(widget, one)) && onPage(file.dict(one, after)?.entries.get('P'), page);
  if (!more.every(belongs))
    fault('changed-annotation', 'an annotation that does not sign', { revision: after });
  work.explain(page.number);
  explainList(work, was, list);
}

const onPage = (value: PdfValue | undefined, page: PdfRef): boolean =>
  value === undefined || same(value, page);

/** The annotations under a reference: replaced in its place, or a new one. */
function explainList(work: Explaining, was: PdfValue | undefined, list: PdfValue | undefined): void {
  if (!isRef(list)) return;
  if (isRef(was) && !same(was, list))
    fault('changed-annotation', 'another list of annotations', { revision: work.after });
  if (work.isNew(list.number)) work.claim(list);
  else if (isRef(was)) work.explain(list.number);
}

function listOf(work: Explaining, value: PdfValue | undefined, revision: number): PdfArray {
  const found = work.file.value(value, revision);
  if (found === null) return [];
  return isArray(found) ? found : fault('changed-annotation', 'no list', { revision });
}
