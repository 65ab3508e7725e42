import { fault } from '../fault.ts';
import { fieldsOf, topFields } from '../file/fields.ts';
import {
  differences,
  isRef,
  nameAt,
  type PdfArray,
  type PdfDict,
  type PdfRef,
  type PdfValue,
  same,
} from '../syntax/values.ts';
import type { Explaining } from './explaining.ts';
import { addSignatureField } from './field-changes.ts';

const none: PdfDict = { is: 'dict', entries: new Map() };

/** The form may gain signatures: new fields at its end, or values of signature fields that were empty. */
export function explainForm(work: Explaining, old: PdfValue | undefined, now: PdfValue | undefined): void {
  const { file, before, after } = work;
  const [a = none, b = none] = [file.dict(old, before), file.dict(now, after)];
  if (isRef(old) && !same(old, now)) fault('changed-form', 'another form', { revision: after });
  assertEntries(work, a, b);
  settle(work, now);
  const list = b.entries.get('Fields');
  if (isRef(a.entries.get('Fields')) && !same(a.entries.get('Fields'), list))
    fault('changed-form', 'another list of fields', { revision: after });
  const [was, is] = [topFields(file, a, before), topFields(file, b, after)];
  for (const field of added(was, is, () =>
    fault('changed-form', 'fields are gone or moved', { revision: after }),
  ))
    addSignatureField(work, field);
  settle(work, list);
  fillEmptyFields(work);
}

function settle(work: Explaining, value: PdfValue | undefined): void {
  if (!isRef(value)) return;
  if (work.isNew(value.number)) work.claim(value);
  else work.explain(value.number);
}

/** What stands behind all that stood there before. */
export function added(was: PdfArray, is: PdfArray, otherwise: () => never): PdfRef[] {
  if (was.length > is.length || !was.every((one, i) => same(one, is[i]))) otherwise();
  const more = is.slice(was.length);
  return more.every(isRef) ? more : otherwise();
}

function assertEntries(work: Explaining, old: PdfDict, now: PdfDict): void {
  for (const key of differences(old, now)) {
    if (key === 'Fields' || key === 'SigFlags') continue;
    // Some programs leave a font for fields although they need none; without fields of other kinds it shows nowhere.
    const harmless = (key === 'DR' || key === 'DA') && !old.entries.has(key) && onlySignatures(work);
    if (!harmless) fault('changed-form', key.slice(0, 40), { revision: work.after });
    work.claim(now.entries.get(key));
  }
}

const onlySignatures = ({ file, before }: Explaining): boolean =>
  fieldsOf(file, before).every(({ signs }) => signs);

const mayBeFilled = new Set(['V', 'AP', 'F', 'M']);

function fillEmptyFields(work: Explaining): void {
  const { file, before, after } = work;
  for (const { ref, dict, signs, leaf, name } of fieldsOf(file, before)) {
    if (!work.isReplaced(ref.number)) continue;
    const now = file.dict(ref, after);
    const details = { revision: after, field: name.slice(0, 80) };
    if (!signs || !leaf || (dict.entries.get('V') ?? null) !== null || !now)
      fault('changed-form', 'a field is changed', details);
    if (
      nameAt(dict, 'Subtype') !== 'Widget' ||
      file.object(ref, before)?.stream ||
      file.object(ref, after)?.stream
    )
      fault('changed-form', 'a field is changed', details);
    if (differences(dict, now).some((key) => !mayBeFilled.has(key)))
      fault('changed-form', 'a field is changed', details);
    addSignatureField(work, ref);
  }
}
