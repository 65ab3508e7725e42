import type { Question, QuestionType } from '#capabilities/forms';
import type { FieldSpec } from '../core/fields.ts';
import { firstOptions } from '../core/new-question.ts';
import { asksNothing, holdsQuestions } from '../core/type-names.ts';
import { hint, id, label, prefill, rarely, refuse, required, showIf, type } from './common-fields.ts';
import { ownFields } from './own-fields.ts';
import { blockFields, personFields } from './placed-fields.ts';

/** A file says in its document whether it is required; what is told or reckoned is not answered. */
const neverRequired: ReadonlySet<string> = new Set([
  'calculated',
  'photo',
  'file',
  'explanation',
  'signature',
]);

/** What is asked of a question of this type: what it says first, its logic last. */
export function questionFields(type_: QuestionType | 'person' | 'block'): readonly FieldSpec[] {
  if (type_ === 'person' || type_ === 'block') {
    const heading = { ...label, label: { vi: 'Tên phần', en: 'Heading' } };
    return [heading, ...(type_ === 'person' ? personFields : blockFields), hint, showIf, id];
  }
  return [
    label,
    type,
    ...(neverRequired.has(type_) ? [] : [required]),
    hint,
    ...(ownFields[type_] ?? []),
    showIf,
    ...(asksNothing(type_) || holdsQuestions(type_) || type_ === 'calculated'
      ? []
      : [...refuse, ...prefill].map(rarely)),
    id,
  ];
}

export const pageFields: readonly FieldSpec[] = [
  { ...label, label: { vi: 'Tên trang', en: 'Title of the page' }, path: 'title' },
  { name: '_gioi-thieu', path: 'intro', kind: 'long', label: { vi: 'Lời dẫn', en: 'Introduction' } },
  showIf,
];

/** A question under another type keeps what both types know; what the new one needs is put in. */
export function retyped(question: Question, type: QuestionType): Question {
  const kept = new Set(questionFields(type).map(({ path }) => path.split('.')[0] ?? path));
  const rest = Object.fromEntries(Object.entries(question).filter(([key]) => kept.has(key)));
  const next = { ...rest, type } as Question;
  switch (type) {
    case 'choice':
    case 'choices':
    case 'search-choice':
      return next.options || next.optionsFrom ? next : { ...next, options: firstOptions() };
    case 'group':
    case 'table':
      return { ...next, max: question.max ?? 10, items: question.items ?? [] };
    case 'calculated':
      return { ...next, compute: question.compute ?? { feel: '0', gives: 'number' } };
    case 'declaration':
      return { ...next, required: true };
    default:
      return next;
  }
}
