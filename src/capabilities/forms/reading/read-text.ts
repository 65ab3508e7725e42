import { cleanText } from '#kernel/text';
import { linearPattern } from '#platform/validation';
import type { Question } from '../questions.ts';
import { messages } from './messages.ts';
import { answer, fault, nothing, type Read, type Reader, textOf } from './reader.ts';

/** What a text may hold when the definition is silent. */
export const mostCharacters = { text: 200, 'long-text': 2000, detail: 200 } as const;

// Directional and zero-width marks let two different names look alike; in a name they are refused, not dropped.
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
const nameShape = /^[\p{L}\p{M}'’.,() -]+$/u;
// Vietnamese needs two marks on a letter at most, and NFC joins them: more are drawn over the neighbours.
const stackedMarks = /\p{M}{3,}/u;

/** A pattern describes the whole text. */
export const wholeText = (pattern: string): string => `^(?:${pattern})$`;

const length = (text: string): number => [...text].length;

function fit(question: Question, text: string): Read {
  const most = question.maxLength ?? mostCharacters[question.type === 'long-text' ? 'long-text' : 'text'];
  const given = length(text);
  if (question.minLength !== undefined && given < question.minLength)
    return fault(messages.tooShort(question.minLength, given));
  if (given > most) return fault(messages.tooLong(most, given));
  if (question.pattern !== undefined && linearPattern(wholeText(question.pattern))?.test(text) !== true)
    return fault(question.patternHint ?? messages.pattern);
  return answer(text);
}

export const readText: Reader = ({ question, name, fields }) => {
  const typed = textOf(fields, name);
  if (!typed.isWellFormed() || typed.includes('\ufffd')) return fault(messages.damaged);
  const isName = question.format === 'person-name';
  // Not after trim(), which would take a byte-order mark for space and hide it.
  if (isName && hidden.test(typed.replace(/[\t\r\n]/g, ' '))) return fault(messages.hiddenInName);
  const lines = typed.replace(/\r\n?/g, '\n');
  const text = cleanText(question.type === 'long-text' ? lines : lines.replace(/\n/g, ' '));
  if (text === '') return nothing;
  if (stackedMarks.test(text)) return fault(messages.damaged);
  if (isName && !nameShape.test(text)) return fault(messages.notName);
  return fit(question, text);
};
