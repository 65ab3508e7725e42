import { linearPattern } from '#platform/validation';
import { type Condition, questionsIn } from './condition.ts';
import { isFeel } from './feel/evaluate.ts';
import { isWordOfFeel } from './feel/names.ts';
import { knownLists, listOf } from './lists.ts';
import { type Form, type Question, repeats } from './questions.ts';
import { wholeText } from './reading/read-text.ts';

export interface DefinitionProblem {
  /** Where, as a path into the file: `form.pages.mother.questions.meHoTen`. */
  readonly at: string;
  readonly message: string;
}
type Say = (message: string) => void;

function optionProblems(question: Question, say: Say): void {
  const { type, options, optionsFrom } = question;
  const chooses = type === 'choice' || type === 'choices' || type === 'search-choice';
  if (chooses && (options === undefined) === (optionsFrom === undefined))
    say('give either options or optionsFrom');
  if (!chooses && (options ?? optionsFrom) !== undefined) say(`a ${type} question has no options`);
  const list = listOf(question);
  if (list !== undefined && !knownLists.includes(list)) say(`unknown list ${list}`);
  const values = (options ?? []).map((option) => option.value);
  if (new Set(values).size !== values.length) say('two options have one value');
}

/** What fits a cell: one field, and an answer short enough to stand in a column. */
const cells: ReadonlySet<string> = new Set(
  'text number money year time yes-no choice personal-number enterprise-code phone calculated'.split(' '),
);

function rowProblems(question: Question, say: Say): void {
  const { type, items, max } = question;
  if (repeats(question) !== (items !== undefined)) say('items belong to groups, and every group has them');
  if (repeats(question) && max === undefined) say('a group needs a max of rows');
  for (const item of items ?? []) {
    if (repeats(item)) say(`${item.id}: a group inside a group is not read`);
    if (item.type === 'photo' || item.type === 'file')
      say(`${item.id}: a paper is handed in once, not by row`);
    if (type === 'table' && !cells.has(item.type))
      say(`${item.id}: a ${item.type} does not fit into a table`);
    if (type === 'table' && item.if !== undefined) say(`${item.id}: a column of a table has no condition`);
  }
}

function ownProblems(question: Question, say: Say): void {
  const { type, min, max, pattern, compute } = question;
  if (isWordOfFeel(question.id)) say(`${question.id} is a word of FEEL; take another id`);
  optionProblems(question, say);
  rowProblems(question, say);
  if (min !== undefined && max !== undefined && min > max) say('min is over max');
  if (pattern !== undefined && linearPattern(wholeText(pattern)) === undefined)
    say('the pattern is no regular expression that runs in linear time (no look-around, no reference back)');
  if (pattern !== undefined && question.patternHint === undefined)
    say('a pattern needs a patternHint that says how to mend');
  if (type === 'declaration' && question.required !== true)
    say('a declaration is required, or it is a yes-no question');
  if ((type === 'calculated') !== (compute !== undefined))
    say('compute belongs to calculated questions, and every one has it');
  if (compute && !isFeel(compute.feel)) say('compute is no FEEL expression that can be run');
  if (type === 'calculated' && (question.required ?? question.prefill) !== undefined)
    say('what is calculated is neither required nor filled in');
  const slot = type === 'photo' || type === 'file';
  if (slot !== (question.document !== undefined))
    say('document belongs to photos and files, and every one has it');
  if (slot && question.required !== undefined) say('whether a file is required is said by its document');
  if (question.signer !== undefined && type !== 'signature') say('signer belongs to signatures');
}

function feelProblems(condition: Condition | undefined, say: Say): void {
  if (condition === undefined) return;
  if ('feel' in condition && !isFeel(condition.feel))
    say(`no FEEL expression that can be run: ${condition.feel}`);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  for (const part of 'not' in condition ? [condition.not] : parts) feelProblems(part, say);
}

/** Questions that are asked twice, look forward or to nowhere, or lack what their type needs. */
export function questionProblems(form: Form): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const seen = new Set<string>();
  const add = (at: string, message: string) => problems.push({ at, message });
  const looksBack = (at: string, condition: Condition | undefined, known: ReadonlySet<string>) => {
    feelProblems(condition, (message) => add(at, message));
    for (const id of questionsIn(condition))
      if (!known.has(id)) add(at, `the condition looks at ${id}, which is not asked before`);
  };
  const visit = (question: Question, at: string, known: Set<string>) => {
    if (known.has(question.id)) add(at, `the question ${question.id} is asked twice`);
    ownProblems(question, (message) => add(at, message));
    if (question.compute) looksBack(at, { feel: question.compute.feel }, known);
    if (question.signer !== undefined && !known.has(question.signer))
      add(at, `signer names ${question.signer}, which is not asked before`);
    looksBack(at, question.if, known);
    looksBack(at, question.prefillIf, known);
    for (const id of [question.agreesWith?.birthDate, question.agreesWith?.sex])
      if (id !== undefined && !known.has(id)) add(at, `agreesWith names ${id}, which is not asked before`);
    if (question.items) {
      const inside = new Set(known);
      for (const item of question.items) visit(item, `${at}.items.${item.id}`, inside);
    }
    known.add(question.id);
    for (const rule of question.refuseIf ?? []) looksBack(at, rule.if, known);
  };
  const pageIds = new Set<string>();
  for (const page of form.pages) {
    const at = `form.pages.${page.id}`;
    if (pageIds.has(page.id)) add(at, 'two pages have one id');
    pageIds.add(page.id);
    looksBack(at, page.if, seen);
    for (const question of page.questions) visit(question, `${at}.questions.${question.id}`, seen);
  }
  return problems;
}
