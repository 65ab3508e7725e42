import type { ProcedureDefinition, Question } from '#capabilities/forms';
import { type Finding, found } from '../finding.ts';

function twice(at: string, ids: readonly string[]): readonly Finding[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const id of ids) (seen.has(id) ? again : seen).add(id);
  return [...again].map((id) => found('id-twice', at, { id }));
}

function questionFindings(question: Question, at: string): readonly Finding[] {
  const options = question.options ?? [];
  return [
    ...twice(
      `${at}.options`,
      options.map((option) => option.value),
    ),
    ...options
      .filter((option) => option.label.vi.trim() === '')
      .map((option) => found('option-unlabelled', at, { value: option.value })),
    ...twice(
      `${at}.items`,
      (question.items ?? []).map((item) => item.id),
    ),
    ...(question.items ?? []).flatMap((item) => questionFindings(item, `${at}.items.${item.id}`)),
  ];
}

const idsOf = (list: readonly { readonly id: string }[] | undefined): readonly string[] =>
  (list ?? []).map((each) => each.id);

/** Names that stand for two things, and options that nobody could read. */
export function idFindings(definition: ProcedureDefinition): readonly Finding[] {
  const { pages } = definition.form;
  return [
    ...twice('form.pages', idsOf(pages)),
    ...twice('form.questions', idsOf(pages.flatMap((page) => page.questions))),
    ...twice('documents', idsOf(definition.documents)),
    ...twice('fees', idsOf(definition.fees)),
    ...twice('cases', idsOf(definition.cases)),
    ...twice('eligibility', idsOf(definition.eligibility)),
    ...twice('workflow.steps', idsOf(definition.workflow.steps)),
    ...pages.flatMap((page) =>
      page.questions.flatMap((question) =>
        questionFindings(question, `form.pages.${page.id}.questions.${question.id}`),
      ),
    ),
  ];
}
