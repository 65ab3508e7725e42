import type { Page } from '#capabilities/forms';
import type { Refusal } from '#kernel/outcome';
import type { Faults, Fields } from '../core/fields.ts';
import { type Address, addressOf, type Place, placeOf } from '../core/place.ts';
import type { FormScope } from './scope.ts';

/** What the form page shows: a question chosen, or a page. */
export interface Chosen {
  readonly page: Page | undefined;
  readonly place: Place | undefined;
  /** Of the chosen question. */
  readonly address: Address | undefined;
}
export interface FormTrying {
  readonly refusal?: Refusal | undefined;
  readonly faults?: Faults | undefined;
  /** What was typed into the editor, shown again after a refusal. */
  readonly typed?: Fields | undefined;
}

export function chosenIn(
  { definition: { form } }: Pick<FormScope, 'definition'>,
  { cau, trang }: { readonly cau?: string | undefined; readonly trang?: string | undefined },
): Chosen {
  const place = cau === undefined ? undefined : placeOf(form, cau);
  const page = place?.page ?? form.pages.find(({ id }) => id === trang) ?? form.pages[0];
  return { page, place, address: place && addressOf(place.question.id, place.group?.id) };
}
