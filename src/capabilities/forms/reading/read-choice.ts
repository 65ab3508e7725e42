import { type CodeLists, listOf } from '../lists.ts';
import type { Question } from '../questions.ts';
import { messages } from './messages.ts';
import { answer, fault, nothing, type Reader, textOf, textsOf } from './reader.ts';

/** The option's value for what was sent: a value, or the name of a list item as typed into a search box. */
function optionFor(question: Question, sent: string, lists: CodeLists): string | undefined {
  const list = listOf(question);
  if (list !== undefined) return lists.find(list, sent);
  return question.options?.find((option) => option.value === sent)?.value;
}

export const readChoice: Reader = ({ question, name, fields, context }) => {
  const sent = textOf(fields, name).trim();
  if (sent === '') return nothing;
  const value = optionFor(question, sent, context.lists);
  return value === undefined ? fault(messages.notOption) : answer(value);
};

export const readChoices: Reader = ({ question, name, fields, context }) => {
  const sent = textsOf(fields, name).filter((text) => text.trim() !== '');
  if (sent.length === 0) return nothing;
  const values = new Set<string>();
  for (const text of sent) {
    const value = optionFor(question, text.trim(), context.lists);
    if (value === undefined) return fault(messages.notOption);
    values.add(value);
  }
  if (question.min !== undefined && values.size < question.min) return fault(messages.tooFew(question.min));
  if (question.max !== undefined && values.size > question.max) return fault(messages.tooMany(question.max));
  return answer([...values]);
};

export const readYesNo: Reader = ({ name, fields }) => {
  const sent = textOf(fields, name);
  if (sent === '') return nothing;
  return sent === 'yes' || sent === 'no' ? answer(sent === 'yes') : fault(messages.notOption);
};

/** A declaration is given or not given; an untouched box is no answer. */
export const readDeclaration: Reader = ({ name, fields }) =>
  textOf(fields, name) === 'yes' ? answer(true) : nothing;
