import { type Condition, questionsIn } from './condition.ts';
import type { Form, Question } from './definition.ts';
import { knownLists, listOf } from './lists.ts';

export interface DefinitionProblem {
  /** Where, as a path into the file: `form.pages.mother.questions.meHoTen`. */
  readonly at: string;
  readonly message: string;
}
/** Repetition inside repetition can take a regular expression exponential time. */
const runaway = /\([^)]*[+*{][^)]*\)[+*{]/;

function patternProblem(pattern: string): string | undefined {
  if (runaway.test(pattern)) return 'the pattern repeats a repetition: it could run without end';
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return undefined;
  } catch {
    return 'the pattern is no regular expression';
  }
}

function ownProblems(question: Question): readonly string[] {
  const problems: string[] = [];
  const chooses = question.type === 'choice' || question.type === 'choices';
  if (chooses && (question.options === undefined) === (question.optionsFrom === undefined))
    problems.push('give either options or optionsFrom');
  if (!chooses && (question.options ?? question.optionsFrom) !== undefined)
    problems.push(`a ${question.type} question has no options`);
  const list = listOf(question);
  if (list !== undefined && !knownLists.includes(list)) problems.push(`unknown list ${list}`);
  const values = (question.options ?? []).map((option) => option.value);
  if (new Set(values).size !== values.length) problems.push('two options have one value');
  if ((question.type === 'group') !== (question.items !== undefined))
    problems.push('items belong to groups, and every group has them');
  if (question.type === 'group' && question.max === undefined) problems.push('a group needs a max of rows');
  if (question.min !== undefined && question.max !== undefined && question.min > question.max)
    problems.push('min is over max');
  if (question.pattern !== undefined) {
    const problem = patternProblem(question.pattern);
    if (problem !== undefined) problems.push(problem);
    if (question.patternHint === undefined)
      problems.push('a pattern needs a patternHint that says how to mend');
  }
  if (question.type === 'declaration' && question.required !== true)
    problems.push('a declaration is required, or it is a yes-no question');
  return problems;
}

/** Questions that are asked twice, look forward or to nowhere, or lack what their type needs. */
export function questionProblems(form: Form): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const seen = new Set<string>();
  const add = (at: string, message: string) => problems.push({ at, message });
  const looksBack = (at: string, condition: Condition | undefined, known: ReadonlySet<string>) => {
    for (const id of questionsIn(condition))
      if (!known.has(id)) add(at, `the condition looks at ${id}, which is not asked before`);
  };
  const visit = (question: Question, at: string, known: Set<string>) => {
    if (known.has(question.id)) add(at, `the question ${question.id} is asked twice`);
    for (const message of ownProblems(question)) add(at, message);
    looksBack(at, question.if, known);
    looksBack(at, question.prefillIf, known);
    for (const id of [question.agreesWith?.birthDate, question.agreesWith?.sex])
      if (id !== undefined && !known.has(id)) add(at, `agreesWith names ${id}, which is not asked before`);
    if (question.items) {
      const inside = new Set(known);
      for (const item of question.items) {
        if (item.type === 'group') add(`${at}.items.${item.id}`, 'a group inside a group is not read');
        visit(item, `${at}.items.${item.id}`, inside);
      }
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
