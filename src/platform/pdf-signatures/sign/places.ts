import { fault } from '../fault.ts';
import { addDangling } from '../file/dangling.ts';
import { fieldsOf, formOf, signedFields, topFields } from '../file/fields.ts';
import type { PdfPage } from '../file/pages.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { certifiedWith } from '../judge/certified.ts';
import { signatureIn } from '../judge/range.ts';
import { limits } from '../limits.ts';
import { changed, dict, isArray, isDict, isRef, type PdfRef } from '../syntax/values.ts';
import type { Update } from './update.ts';

/**
 * Reads every object of the file, so that nothing is signed that could not be judged once something follows. Gives the
 * numbers that are referred to although nothing stands there: to fill one would change what was signed before.
 */
export function missingIn(file: PdfFile): ReadonlySet<number> {
  const missing = new Set<number>();
  addDangling(missing, file, file.last.index, file.numbers(file.last.index));
  return missing;
}

/** A file that may be signed once more, under a name that is free. */
export function assertFree(file: PdfFile, fieldName: string): void {
  const index = file.last.index;
  if (!/^[^.\p{Cc}]{1,100}$/u.test(fieldName)) fault('field-name', 'a name of 1 to 100 letters without dots');
  if (fieldsOf(file, index).some(({ name }) => name === fieldName))
    fault('field-taken', 'there is such a field');
  const form = formOf(file, index);
  // Such forms are drawn by programs of their own, which may show something else than what is signed.
  if (form?.entries.has('XFA') || form?.entries.get('NeedAppearances') === true)
    fault('pdf-form', 'a form that is drawn when it is opened');
  if (file.last.section.hybrid && file.last.index > 0 && signedFields(file, index - 1).length > 0)
    fault('pdf-form', 'two cross-references');
  const signed = signedFields(file, index);
  if (signed.length >= limits.signatures) fault('pdf-too-many-signatures', 'too many signatures');
  if (file.revisions.length + 2 > limits.revisions) fault('pdf-too-many-revisions', 'too many revisions');
  const perms = file.dict(file.catalog(index).entries.get('Perms'), index)?.entries.get('DocMDP');
  for (const field of signed)
    if (
      isRef(perms) &&
      perms.number === field.value.number &&
      certifiedWith(file, signatureIn(file, field)) === 1
    )
      fault('pdf-certified', 'certified against further signatures');
}

/** The annotations of a page stand in it, or in a list of their own. */
export function addToPage(update: Update, file: PdfFile, page: PdfPage, field: PdfRef): void {
  const where = page.dict.entries.get('Annots');
  const list = file.value(where, file.last.index);
  const now = [...(isArray(list) ? list : []), field];
  if (isRef(where) && isArray(list)) update.replace(where, now);
  else update.replace(page.ref, changed(page.dict, { Annots: now }));
}

export function addToForm(update: Update, file: PdfFile, field: PdfRef): void {
  const index = file.last.index;
  const catalog = file.catalog(index);
  const where = catalog.entries.get('AcroForm');
  const form = file.value(where, index);
  const old = isDict(form) ? form : dict({});
  const list = old.entries.get('Fields');
  const fields = [...topFields(file, old, index), field];
  const now = changed(old, { Fields: isRef(list) ? list : fields, SigFlags: 3 });
  if (isRef(list)) update.replace(list, fields);
  if (isRef(where)) update.replace(where, now);
  else update.replace(file.root(index), changed(catalog, { AcroForm: now }));
}
