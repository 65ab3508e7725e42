import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import { blockProblems } from './check-blocks.ts';
import { feeFaults, feeFaultText } from './check-fees.ts';
import { type DefinitionProblem, questionProblems } from './check-questions.ts';
import { definitionShape } from './check-shape.ts';
import { type Condition, questionsIn } from './condition.ts';
import type { DefinitionAsWritten, ProcedureDefinition } from './definition.ts';
import { type Blocks, expandDefinition } from './expand.ts';
import type { Question } from './questions.ts';

export interface DefinitionRefusal extends Refusal {
  readonly code: 'definition.wrong';
  readonly problems: readonly DefinitionProblem[];
}

/**
 * Everything that keeps a definition file from being used; empty when it may be published.
 * @param shelf blocks kept outside of the definition, which may use them by name.
 */
export function checkDefinition(json: unknown, shelf: Blocks = {}): readonly DefinitionProblem[] {
  const shape = definitionShape.safeParse(json);
  if (!shape.success)
    return shape.error.issues.map((issue) => ({ at: issue.path.join('.'), message: issue.message }));
  const written = json as DefinitionAsWritten;
  const definition = expandDefinition(written, shelf);
  return [
    ...blockProblems(written.form, { ...shelf, ...written.blocks }),
    ...questionProblems(definition.form),
    ...referenceProblems(definition),
  ];
}

/** The checked definition with blocks and persons laid out, or all its problems at once. */
export function parseDefinition(
  json: unknown,
  shelf: Blocks = {},
): Outcome<ProcedureDefinition, DefinitionRefusal> {
  const problems = checkDefinition(json, shelf);
  return problems.length === 0
    ? done(expandDefinition(json as DefinitionAsWritten, shelf))
    : refused({ code: 'definition.wrong', problems });
}

function referenceProblems(definition: ProcedureDefinition): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const add = (at: string, message: string) => problems.push({ at, message });
  const questions = definition.form.pages.flatMap((page) => page.questions);
  const ids = new Set(questions.map((question) => question.id));
  const cases = new Set(definition.cases?.map((each) => each.id));
  const asked = (at: string, condition: Condition | undefined) => {
    for (const id of questionsIn(condition))
      if (!ids.has(id)) add(at, `the condition looks at unknown ${id}`);
  };
  const known = (at: string, id: string | undefined, among: ReadonlySet<string>, what: string) => {
    if (id !== undefined && !among.has(id)) add(at, `unknown ${what} ${id}`);
  };

  known('competence.by', definition.competence.by, ids, 'question');
  caseProblems(definition, add);
  for (const [i, time] of definition.time.entries()) {
    known(`time.${i}`, time.case, cases, 'case');
    asked(`time.${i}`, time.if);
  }
  for (const fee of definition.fees) {
    const at = `fees.${fee.id}`;
    known(at, fee.case, cases, 'case');
    known(at, fee.per, ids, 'question');
    known(at, fee.times, ids, 'question');
    for (const fault of feeFaults(fee)) add(at, feeFaultText[fault]);
    asked(at, fee.if);
    for (const exemption of fee.exemptions) asked(`${at}.exemptions.${exemption.id}`, exemption.if);
  }
  const { signed, coSigners, identityPendingAllowed } = definition.assurance;
  if (signed && identityPendingAllowed)
    add('assurance', 'who signs must be known: no filing with the identity pending');
  if (coSigners !== undefined && !signed)
    add('assurance', 'others sign beside nobody: the one who files does not sign');
  if (signed && definition.online.level === 'none')
    add('assurance', 'a signature is asked online only, and it cannot be filed online');
  const documents = new Map(definition.documents.map((rule) => [rule.id, rule]));
  if (documents.size !== definition.documents.length) add('documents', 'two documents have one id');
  for (const rule of definition.documents) {
    const at = `documents.${rule.id}`;
    asked(at, rule.if);
    for (const id of rule.cases ?? []) known(at, id, cases, 'case');
    if (rule.alternativeOf !== undefined) {
      const first = documents.get(rule.alternativeOf);
      if (!first) add(at, `alternative of the unknown document ${rule.alternativeOf}`);
      else if (first.alternativeOf !== undefined) add(at, 'an alternative of an alternative is not shown');
    }
    if (rule.group !== 'note' && rule.required && rule.originals + rule.copies === 0)
      add(at, 'neither originals nor copies: a note is no paper (the national list mixes them)');
  }
  for (const question of questions)
    if (question.document !== undefined && documents.get(question.document)?.group !== 'submit')
      add(`form.${question.id}`, `no document ${question.document} that is to be submitted`);
  for (const [i, result] of (definition.otherResults ?? []).entries()) asked(`otherResults.${i}`, result.if);
  certifiedProblems(definition, questions, add);
  for (const step of definition.workflow.steps) asked(`workflow.steps.${step.id}`, step.if);
  return problems;
}

/** They promise or explain: nothing that a paper could state. */
const neverCertified: ReadonlySet<string> = new Set(['declaration', 'explanation', 'signature']);

function certifiedProblems(
  { result, otherResults = [] }: ProcedureDefinition,
  questions: readonly Question[],
  add: (at: string, message: string) => void,
): void {
  const types = new Map(questions.map(({ id, type }) => [id, type]));
  const results = [
    ['result', result] as const,
    ...otherResults.map((each, i) => [`otherResults.${i}`, each] as const),
  ];
  for (const [at, { certifies = [] }] of results) {
    if (new Set(certifies).size !== certifies.length) add(at, 'certifies names a question twice');
    for (const id of certifies) {
      const type = types.get(id);
      if (type === undefined) add(at, `certifies the unknown question ${id}`);
      else if (neverCertified.has(type)) add(at, `certifies ${id}, which states nothing`);
    }
  }
}

function caseProblems(definition: ProcedureDefinition, add: (at: string, message: string) => void): void {
  if (definition.cases === undefined) return;
  const asking = definition.form.pages
    .flatMap((page) => page.questions)
    .find((question) => question.id === (definition.caseFrom ?? 'case'));
  if (asking === undefined) {
    add('cases', 'no question of the form chooses the case');
    return;
  }
  const values = new Set(asking.options?.map((option) => option.value));
  for (const each of definition.cases)
    if (!values.has(each.id)) add(`cases.${each.id}`, `the question ${asking.id} does not offer this case`);
}
