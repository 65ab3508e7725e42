import { foldText, inLocale, type Locale } from '#kernel/text';
import { type CodeLists, fullLabel, type ListItem, listOf } from './lists.ts';
import type { Option, Question } from './questions.ts';

export interface Found {
  /** With the places they lie in, for thousands of wards have one name. */
  readonly items: readonly { readonly value: string; readonly label: string }[];
  /** There were more than were asked for. */
  readonly more: boolean;
}
interface Entry {
  readonly value: string;
  readonly words: string;
}
/** Folding ten thousand names takes tens of milliseconds; it is done once for each list. */
const folded = new WeakMap<readonly (ListItem | Option)[], readonly Entry[]>();

function entriesOf(choices: readonly (ListItem | Option)[], lists: CodeLists, list: string | undefined) {
  const known = folded.get(choices);
  if (known) return known;
  const entries = choices.map(({ value, label }) => {
    const vi = list === undefined ? label.vi : fullLabel(lists, list, value, 'vi');
    return { value, words: ` ${foldText(`${vi} ${label.en ?? ''} ${value}`)}` };
  });
  folded.set(choices, entries);
  return entries;
}

const choicesOf = (question: SearchedQuestion, lists: CodeLists) => {
  const list = searchedList(question);
  return { list, choices: (list === undefined ? question.options : lists.items(list)) ?? [] };
};
type SearchedQuestion = Pick<Question, 'type' | 'options' | 'optionsFrom'>;

/** The list that the search box of a question looks through. */
export const searchedList = (question: SearchedQuestion): string | undefined =>
  question.type === 'old-address' ? 'old-wards' : listOf(question);

/** The choices in whose name every typed word begins a word; those that begin with the first word come first. */
export function searchChoices(
  question: SearchedQuestion,
  typed: string,
  lists: CodeLists,
  locale: Locale,
  most = 12,
): Found {
  const words = foldText(typed.slice(0, 200)).split(' ').filter(Boolean);
  if (words.length === 0) return { items: [], more: false };
  const { list, choices } = choicesOf(question, lists);
  const hits = entriesOf(choices, lists, list).filter((entry) =>
    words.every((word) => entry.words.includes(` ${word}`)),
  );
  const first = ` ${words.join(' ')}`;
  const sorted = [
    ...hits.filter((hit) => hit.words.includes(first)),
    ...hits.filter((hit) => !hit.words.includes(first)),
  ];
  return {
    items: sorted
      .slice(0, most)
      .map(({ value }) => ({ value, label: choiceLabel(question, value, lists, locale) })),
    more: hits.length > most,
  };
}

/** The name of a choice, with the places it lies in. */
export function choiceLabel(
  question: SearchedQuestion,
  value: string,
  lists: CodeLists,
  locale: Locale,
): string {
  const list = searchedList(question);
  if (list !== undefined) return fullLabel(lists, list, value, locale);
  const option = question.options?.find((each) => each.value === value);
  return option ? inLocale(option.label, locale) : value;
}

/** Whether what stands in the search box still means this choice. */
export const fitsSearch = (
  question: SearchedQuestion,
  value: string,
  typed: string,
  lists: CodeLists,
): boolean => {
  const words = foldText(typed).split(' ').filter(Boolean);
  const { list, choices } = choicesOf(question, lists);
  const entry = entriesOf(choices, lists, list).find((each) => each.value === value);
  return entry !== undefined && words.every((word) => entry.words.includes(` ${word}`));
};
