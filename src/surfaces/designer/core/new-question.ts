import type { Question, QuestionType } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';

/** A type of question, a person, or `block:<name>`. */
export type WishedType = QuestionType | 'person' | `block:${string}`;
export interface NewQuestion {
  readonly type: WishedType;
  readonly label: string;
  readonly required: boolean;
}

export const firstOptions = (): readonly { readonly value: string; readonly label: LocalText }[] => [
  { value: '1', label: { vi: 'Lựa chọn 1', en: 'Choice 1' } },
  { value: '2', label: { vi: 'Lựa chọn 2', en: 'Choice 2' } },
];

const firstLetterSmall = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** What a type cannot be without: choices to choose from, rows of a group, the duty to declare. */
export function beginning({ type, label, required }: NewQuestion, id: string): Question {
  const named = { id, label: { vi: label } };
  if (type.startsWith('block:'))
    return { ...named, type: 'block', block: type.slice('block:'.length) } as unknown as Question;
  if (type === 'person')
    return {
      ...named,
      type,
      of: { vi: `của ${firstLetterSmall(label)}` },
      parts: ['name', 'birthDate', 'sex', 'personalNumber'],
    } as unknown as Question;
  const question: Question = {
    ...named,
    type: type as QuestionType,
    ...(required ? { required: true } : {}),
  };
  switch (question.type) {
    case 'choice':
    case 'choices':
    case 'search-choice':
      return { ...question, options: firstOptions() };
    case 'group':
    case 'table':
      return { ...question, max: 10, items: [] };
    case 'calculated':
      return { ...named, type: question.type, compute: { feel: '0', gives: 'number' } };
    case 'declaration':
      return { ...question, required: true };
    case 'explanation':
    case 'signature':
    case 'photo':
    case 'file':
      return { ...named, type: question.type };
    default:
      return question;
  }
}
