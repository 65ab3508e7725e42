import type { Condition, ProcedureDefinition, Question } from '#capabilities/forms';

/** A place of the definition that opens under a condition, or in some cases only. */
export interface Target {
  readonly at: string;
  readonly kind: 'page' | 'question' | 'item' | 'other';
  readonly if?: Condition | undefined;
  readonly cases?: readonly string[] | undefined;
}

const questionTarget = (question: Question, at: string): readonly Target[] => [
  { at, kind: 'question', if: question.if },
  ...(question.items ?? []).map(
    (item): Target => ({ at: `${at}.items.${item.id}`, kind: 'item', if: item.if }),
  ),
];

/** All places with a condition, and all pages and questions. */
export function targetsOf(definition: ProcedureDefinition): readonly Target[] {
  const other = (
    at: string,
    condition: Condition | undefined,
    cases?: readonly string[],
  ): readonly Target[] =>
    condition === undefined && cases === undefined ? [] : [{ at, kind: 'other', if: condition, cases }];
  const only = (id: string | undefined) => (id === undefined ? undefined : [id]);
  return [
    ...definition.form.pages.flatMap((page): readonly Target[] => [
      { at: `form.pages.${page.id}`, kind: 'page', if: page.if },
      ...page.questions.flatMap((question) =>
        questionTarget(question, `form.pages.${page.id}.questions.${question.id}`),
      ),
    ]),
    ...definition.documents.flatMap((rule) => other(`documents.${rule.id}`, rule.if, rule.cases)),
    ...definition.fees.flatMap((fee) => [
      ...other(`fees.${fee.id}`, fee.if, only(fee.case)),
      ...fee.exemptions.flatMap((each) => other(`fees.${fee.id}.exemptions.${each.id}`, each.if)),
    ]),
    ...definition.time.flatMap((time, i) => other(`time.${i}`, time.if, only(time.case))),
    ...(definition.otherResults ?? []).flatMap((result, i) => other(`otherResults.${i}`, result.if)),
    ...definition.workflow.steps.flatMap((step) => other(`workflow.steps.${step.id}`, step.if)),
  ];
}

/** The comparisons a condition is made of. */
export function atomsOf(condition: Condition | undefined): readonly Condition[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(atomsOf);
  if ('any' in condition) return condition.any.flatMap(atomsOf);
  return 'not' in condition ? atomsOf(condition.not) : [condition];
}

/** Every condition written anywhere in the definition, also those of refusals and prefills. */
export function conditionsIn(value: unknown): readonly Condition[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(conditionsIn);
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'if' || key === 'prefillIf' ? [each as Condition] : conditionsIn(each),
  );
}
