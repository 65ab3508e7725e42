import { listOf } from '#capabilities/forms';
import type { SelectOption } from '#design';
import { inLocale } from '#kernel/text';
import type { Asking } from './asking.ts';

/** The choices of a question, its own or those of the list it draws on. */
export function choicesOf({ question, reading, locale }: Asking): readonly SelectOption[] {
  const list = listOf(question);
  const items = list === undefined ? question.options : reading.lists.items(list);
  return (items ?? []).map((item) => ({ value: item.value, text: inLocale(item.label, locale) }));
}
