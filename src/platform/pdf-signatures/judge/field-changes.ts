import { fault } from '../fault.ts';
import { areaOf, boxOf, pagesOf } from '../file/pages.ts';
import { textOf } from '../syntax/strings.ts';
import { isRef, isText, nameAt, type PdfDict, type PdfRef } from '../syntax/values.ts';
import type { Explaining } from './explaining.ts';

/** A field that signs and is its own look on the page; no actions, nothing that opens or computes. */
const fieldKeys = new Set(
  'Type Subtype FT T TU V F Ff P Rect AP AS MK DA Q Lock SV M NM H StructParent'.split(' '),
);
/** A signature that covers more of its page than this share is taken for an attempt to cover the page. */
const mostOfPage = 0.25;

/** A signature field that is new or newly filled, with its look and its signature. */
export function addSignatureField(work: Explaining, ref: PdfRef): void {
  const { file, after } = work;
  const dict = file.dict(ref, after);
  const details = { revision: after, number: ref.number };
  if (
    !dict ||
    file.object(ref, after)?.stream ||
    nameAt(dict, 'FT') !== 'Sig' ||
    nameAt(dict, 'Subtype') !== 'Widget'
  )
    fault('changed-form', 'a field that does not sign', details);
  if ([...dict.entries.keys()].some((key) => !fieldKeys.has(key)))
    fault('changed-annotation', 'a signature field with more than it needs', details);
  if (!work.isNew(ref.number) && !work.isReplaced(ref.number))
    fault('changed-form', 'a field that was something else', details);
  const value = dict.entries.get('V');
  const stamps = nameAt(file.dict(value, after) ?? dict, 'Type') === 'DocTimeStamp';
  if (!isRef(value) || !work.isNew(value.number))
    fault('changed-form', 'a field without a new signature', details);
  if (work.isNew(ref.number)) work.claim(ref);
  else work.explain(ref.number);
  work.claim(dict);
  work.widgets.push(ref);
  const place = placeOf(work, dict);
  if (stamps && place) fault('changed-annotation', 'a time stamp that is to be seen', details);
  const label = dict.entries.get('T');
  const field = isText(label) ? { field: textOf(label.bytes) } : {};
  work.changes.push({
    kind: stamps ? 'document-time-stamp' : 'signature',
    revision: after,
    ...field,
    ...place,
  });
}

/** Where it is to be seen, if it is. */
function placeOf(
  work: Explaining,
  dict: PdfDict,
): { page: number; box: readonly [number, number, number, number] } | undefined {
  const { file, before, after } = work;
  const box = boxOf(file.value(dict.entries.get('Rect'), after));
  if (!box) fault('changed-annotation', 'a field without a place', { revision: after });
  if (areaOf(box) === 0) return undefined;
  const on = dict.entries.get('P');
  const pages = pagesOf(file, before);
  const index = pages.findIndex(({ ref }) => isRef(on) && ref.number === on.number);
  const page = pages[index];
  if (!page) fault('changed-annotation', 'a signature on no page', { revision: after });
  if (areaOf(box) > mostOfPage * areaOf(page.box))
    fault('changed-annotation', 'a signature that covers the page', { revision: after, page: index + 1 });
  return { page: index + 1, box };
}
