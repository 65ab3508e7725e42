import { paperSamples } from './sample-values.ts';
import type { PaperShelf } from './shelf.ts';
import type { Declaration, PaperTemplate } from './template.ts';
import type { PaperId } from './values.ts';

/** What a paper of a procedure may say, by the name of its placeholder. */
export type Offer = Readonly<Record<string, Declaration>>;

/** Which form serves as receipt, request for papers and refusal: a word of the procedure's definition. */
export interface NamedForms {
  readonly receipt: string;
  readonly supplement: string;
  readonly refusal: string;
}

/** Papers that are made of the same facts; the residence police have forms of their own (CT04–CT06). */
const receipts = ['01', 'ct04'] as const;
const supplements = ['02', 'ct05'] as const;
const refusals = ['03', 'ct06'] as const;
const others = [['04'], ['05'], ['06'], ['result-draft'], ['result']] as const;

/** Ids of the papers that a procedure has, in the order in which a dossier meets them. */
export function paperIdsOf(forms: NamedForms): readonly string[] {
  const named = [forms.receipt, forms.supplement, forms.refusal].map((id) => id.toLowerCase());
  return [...new Set([...named, ...others.flat()])];
}

/** The common papers whose facts a paper of this id is made of; empty for a paper that nobody asks for. */
export function kinOf(id: string, forms: NamedForms): readonly PaperId[] {
  if (id === forms.receipt.toLowerCase()) return receipts;
  if (id === forms.supplement.toLowerCase()) return supplements;
  if (id === forms.refusal.toLowerCase()) return refusals;
  return others.find(([other]) => other === id) ?? [];
}

const prefix = 'answer_';
export const isAnswerHole = (name: string): boolean => name.startsWith(prefix);
export const answerOfHole = (name: string): string => name.slice(prefix.length);
const holeOfAnswer = (question: string): string => `${prefix}${question}`;

const union = (a: Declaration | undefined, b: Declaration | undefined): Declaration | undefined => {
  const [one, other] = a ? [a, b] : [b, a];
  if (!one) return undefined;
  const optional = one.optional === true || other?.optional === true;
  const declared = optional ? { ...one, optional } : one;
  if (declared.type !== 'rows' || other?.type !== 'rows') return declared;
  return { ...declared, columns: unionOf(declared.columns, other.columns) as typeof declared.columns };
};

const unionOf = (a: Offer, b: Offer): Offer =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) => {
      const both = union(a[name], b[name]);
      return both ? [[name, both]] : [];
    }),
  );

/**
 * Everything that the product can put on this paper: what the common papers of its kind declare, and the answers of the form
 * (`answer_<question>`). A fact that one of them does without may be absent.
 * @returns undefined for a paper that no procedure of these forms has.
 */
export function offerFor(
  shelf: PaperShelf,
  id: string,
  {
    forms,
    questions,
  }: {
    readonly forms: NamedForms;
    readonly questions: readonly { readonly id: string; readonly label: string }[];
  },
): Offer | undefined {
  const kin = kinOf(id, forms).flatMap((each) => shelf.find(each) ?? []);
  const [first, ...more] = kin;
  if (!first) return undefined;
  const facts = more.reduce<Offer>((all, each) => unionOf(all, each.placeholders), first.placeholders);
  const answers = questions.map(({ id: question, label }): [string, Declaration] => [
    holeOfAnswer(question),
    { type: 'text', label, optional: true },
  ]);
  return { ...facts, ...Object.fromEntries(answers) };
}

/**
 * Invented facts for every placeholder of a template, so that it can be looked at before there is a dossier.
 * @param known facts that are no invention, such as the name of the procedure.
 */
export function inventedValues(
  template: PaperTemplate,
  kin: readonly PaperId[],
  known: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  // The paper's own sample speaks last, so that a receipt of a commune is not signed by the police.
  const inOrder = [
    ...kin.filter((id) => id !== template.id).toReversed(),
    ...kin.filter((id) => id === template.id),
  ];
  const samples = Object.assign({}, ...inOrder.map((id) => paperSamples[id])) as Readonly<
    Record<string, unknown>
  >;
  return Object.fromEntries(
    Object.entries(template.placeholders).map(([name, declared]) => [
      name,
      known[name] ?? samples[name] ?? invented(declared),
    ]),
  );
}

function invented(declared: Declaration): unknown {
  switch (declared.type) {
    case 'number':
      return 1;
    case 'money':
      return 10_000;
    case 'date':
      return '2026-11-25';
    case 'moment':
      return '2026-11-25T09:41';
    case 'lines':
      return [declared.label];
    case 'rows':
      return [
        Object.fromEntries(
          Object.entries(declared.columns).map(([name, column]) => [name, invented(column)]),
        ),
      ];
    case 'text':
      return `[${declared.label}]`;
  }
}
