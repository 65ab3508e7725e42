import { isDeepStrictEqual } from 'node:util';
import { expandDefinition, type ProcedureDefinition } from '#capabilities/forms';
import type { DraftContent } from '../drafts/content.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { lineItems, named, optionItems, pageItems, questionItems, timeItems } from './items.ts';
import { type Item, listDifferences, propertiesOf } from './lists.ts';

const texts = { title: 'text', intro: 'text', label: 'text', hint: 'text', patternHint: 'text' } as const;
const logic = [
  'if',
  'required',
  'refuseIf',
  'rule',
  'agreesWith',
  'compute',
  'min',
  'max',
  'minLength',
  'maxLength',
  'pattern',
  'prefill',
  'prefillIf',
];
const kindsOfQuestion: Readonly<Record<string, DifferenceKind>> = {
  ...texts,
  ...Object.fromEntries(logic.map((key) => [key, 'rule'])),
};

/** Told apart on their own, or no part of what the procedure is. */
const apart: ReadonlySet<string> = new Set([
  'code',
  'version',
  'validFrom',
  'form',
  'blocks',
  'documents',
  'fees',
  'time',
  'workflow',
  'eligibility',
  'cases',
  'basis',
  'notes',
]);
const kindsOfDefinition: Readonly<Record<string, DifferenceKind>> = { name: 'text', forms: 'template' };

/**
 * What a person would say is other in `after`: by question, rule, document, fee, step, time, text and template. A thing that
 * stands elsewhere moved; it did not go and come. Blocks are compared as the questions they stand for.
 */
export function differenceOf(before: DraftContent, after: DraftContent): readonly Difference[] {
  const [was, is] = [expandDefinition(before.definition), expandDefinition(after.definition)];
  return [
    ...wholeDifferences(was, is),
    ...formDifferences(was, is),
    ...listDifferences(named(was.documents), named(is.documents), { kind: 'document', at: 'documents' }),
    ...listDifferences(named(was.fees), named(is.fees), { kind: 'fee', at: 'fees' }),
    ...listDifferences(timeItems(was.time), timeItems(is.time), { kind: 'time', at: 'time' }),
    ...listDifferences(named(was.workflow.steps), named(is.workflow.steps), {
      kind: 'step',
      at: 'workflow.steps',
    }),
    ...propertiesOf(
      { ...was.workflow },
      { ...is.workflow },
      {
        kind: 'step',
        at: 'workflow',
        what: is.name,
        aside: ['steps'],
      },
    ),
    ...listDifferences(named(was.cases ?? []), named(is.cases ?? []), { kind: 'rule', at: 'cases' }),
    ...listDifferences(eligibilityItems(was), eligibilityItems(is), {
      kind: 'rule',
      at: 'eligibility',
      kinds: { question: 'text', failText: 'text' },
    }),
    ...listDifferences(lineItems(was.basis), lineItems(is.basis), { kind: 'text', at: 'basis' }),
    ...listDifferences(lineItems(was.notes), lineItems(is.notes), { kind: 'text', at: 'notes' }),
    ...fileDifferences(before, after),
  ];
}

const eligibilityItems = ({ eligibility }: ProcedureDefinition): readonly Item[] =>
  eligibility.map((each) => ({ id: each.id, name: each.question, thing: { ...each } }));

function wholeDifferences(was: ProcedureDefinition, is: ProcedureDefinition): Difference[] {
  return propertiesOf(
    { ...was },
    { ...is },
    {
      kind: 'rule',
      at: 'procedure',
      what: is.name,
      kinds: kindsOfDefinition,
      aside: [...apart],
    },
  );
}

function formDifferences(was: ProcedureDefinition, is: ProcedureDefinition): Difference[] {
  const questions = [questionItems(was.form), questionItems(is.form)] as const;
  const old = new Map(questions[0].map((item) => [item.id, item]));
  return [
    ...propertiesOf(
      { title: was.form.title },
      { title: is.form.title },
      {
        kind: 'text',
        at: 'form',
        what: is.form.title,
      },
    ),
    ...listDifferences(pageItems(was.form), pageItems(is.form), {
      kind: 'question',
      at: 'form.pages',
      kinds: { ...texts, if: 'rule' },
      aside: ['questions'],
    }),
    ...listDifferences(...questions, {
      kind: 'question',
      at: 'form.questions',
      kinds: kindsOfQuestion,
      aside: ['items', 'options', 'section', 'from'],
    }),
    ...questions[1].flatMap((item) => {
      const then = old.get(item.id);
      return then
        ? listDifferences(optionItems(then.thing), optionItems(item.thing), {
            kind: 'question',
            at: `form.questions.${item.id}.options`,
            kinds: texts,
          })
        : [];
    }),
  ];
}

/** Diagram, decisions and runs are told as changed only; `differenceInFull` reads the decisions. */
function fileDifferences(before: DraftContent, after: DraftContent): Difference[] {
  const file = (kind: DifferenceKind, at: string, name: string, was: unknown, is: unknown): Difference[] => {
    if (isDeepStrictEqual(was, is)) return [];
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [{ kind, change, at, what: { vi: name } }];
  };
  const [was, is] = [before.templates ?? {}, after.templates ?? {}];
  const ids = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return [
    ...file('step', 'workflow.bpmn', 'BPMN', before.workflow, after.workflow),
    ...file('rule', 'decisions.dmn', 'DMN', before.decisions, after.decisions),
    ...file('rule', 'runs', 'Phép thử', before.runs, after.runs),
    ...ids.flatMap((id) =>
      file('template', `templates.${id}`, titleOf(is[id] ?? was[id], id), was[id], is[id]),
    ),
  ];
}

/** A paper has one title, a message one in each language. */
function titleOf(template: unknown, id: string): string {
  if (typeof template !== 'object' || template === null || !('title' in template)) return id;
  const { title } = template;
  if (typeof title === 'string') return title;
  return typeof title === 'object' && title !== null && 'vi' in title ? String(title.vi) : id;
}
