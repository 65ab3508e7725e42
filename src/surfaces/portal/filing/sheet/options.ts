import { type CodeLists, listOf, type Question } from '#capabilities/forms';
import type { ChoiceOption } from '#design';
import { inLocale, type Locale } from '#kernel/text';

/** More choices than this are drawn as the browser's own list. */
export const longList = 9;

/** The choices of a question, its own or those of the list it draws on. */
export function optionsOf(question: Question, lists: CodeLists, locale: Locale): readonly ChoiceOption[] {
  const list = listOf(question);
  if (list !== undefined)
    return (lists.items(list) ?? []).map((item) => ({
      value: item.value,
      text: inLocale(item.label, locale),
    }));
  return (question.options ?? []).map((option) => ({
    value: option.value,
    text: inLocale(option.label, locale),
    ...(option.hint ? { hint: inLocale(option.hint, locale) } : {}),
  }));
}
