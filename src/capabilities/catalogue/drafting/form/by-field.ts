import type { Page } from '#capabilities/forms';
import { foldText } from '#kernel/text';
import { page } from './ask.ts';
import { birthPages } from './births.ts';
import { fieldsOfPersons } from './fields-of-persons.ts';
import { fieldsOfThings, wish } from './fields-of-things.ts';

/**
 * What the declaration of a field evidently asks beside the one who files: the first field that fits is taken, a birth
 * has its own; for others it is one question in the applicant's own words.
 */
export function pagesOfField(field: string, name: string): readonly Page[] {
  const words = foldText(field);
  const ofBirth = words.includes('ho tich') ? birthPages(foldText(name)) : undefined;
  if (ofBirth) return ofBirth;
  const found = [...fieldsOfPersons, ...fieldsOfThings].find(([shape]) => shape.test(words))?.[1];
  return found?.() ?? [page('noi-dung', 'Nội dung đề nghị', 'What you ask for', [wish])];
}
