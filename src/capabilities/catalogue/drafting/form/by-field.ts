import type { Page } from '#capabilities/forms';
import { foldText } from '#kernel/text';
import { page } from './ask.ts';
import { fieldsOfPersons } from './fields-of-persons.ts';
import { fieldsOfThings, wish } from './fields-of-things.ts';

/**
 * What the declaration of a field evidently asks beside the one who files: the first field that fits is taken; for
 * others it is one question in the applicant's own words.
 */
export function pagesOfField(field: string): readonly Page[] {
  const words = foldText(field);
  const found = [...fieldsOfPersons, ...fieldsOfThings].find(([shape]) => shape.test(words))?.[1];
  return found?.() ?? [page('noi-dung', 'Nội dung đề nghị', 'What you ask for', [wish])];
}
