import type { Page, Question } from '#capabilities/forms';

type More = Omit<Partial<Question>, 'id' | 'type' | 'label'>;

/** A question that must be answered, in both languages. */
export const ask = (
  type: Question['type'],
  id: string,
  vi: string,
  en: string,
  more: More = {},
): Question => ({
  id,
  type,
  label: { vi, en },
  required: true,
  ...more,
});
/** One that may stay empty. */
export const mayAsk = (
  type: Question['type'],
  id: string,
  vi: string,
  en: string,
  more: More = {},
): Question => ask(type, id, vi, en, { required: false, ...more });

export const option = (value: string, vi: string, en: string) => ({ value, label: { vi, en } });
export const page = (
  id: string,
  vi: string,
  en: string,
  questions: readonly Question[],
  more: Partial<Page> = {},
): Page => ({
  id,
  title: { vi, en },
  questions,
  ...more,
});
