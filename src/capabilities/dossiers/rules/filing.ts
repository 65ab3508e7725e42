import {
  type Answers,
  type CodeLists,
  checkAnswers,
  type DocumentDemand,
  type Facts,
  type FeeLine,
  feesOwed,
  missingDocuments,
  type PageErrors,
  type ProcedureDefinition,
  reachableAnswers,
  requiredDocuments,
  undecided,
} from '#capabilities/forms';
import type { PricedFee } from '#capabilities/payments';
import type { Refusal } from '#kernel/outcome';
import { type Instant, localDate } from '#kernel/time';
import type { Draft, DraftFacts } from '../queries/drafts.ts';
import type { OwedFee } from './state.ts';

/** Facts of a filing that conditions of a definition may ask. */
export function factsOf(channel: Draft['channel'], facts: DraftFacts, now: Instant): Facts {
  return {
    today: localDate(now),
    channel,
    representing: facts.representing ?? 'self',
    ...(facts.case ? { case: facts.case } : {}),
    ...(facts.represented?.relation ? { relation: facts.represented.relation } : {}),
  };
}

/** What a filing is worth now: the answers that count, what is missing, what it costs. */
export interface Filing {
  readonly facts: Facts;
  readonly answers: Answers;
  readonly errors: readonly PageErrors[];
  readonly demands: readonly DocumentDemand[];
  readonly missing: readonly DocumentDemand[];
  readonly fees: readonly FeeLine[];
  /** A decision table of the procedure fails for these answers: no papers and fees are known, and it cannot be filed. */
  readonly undecided?: Refusal;
}

export function weighFiling(
  definition: ProcedureDefinition,
  draft: Pick<Draft, 'channel' | 'facts' | 'answers' | 'files'>,
  lists: CodeLists,
  now: Instant,
): Filing {
  const facts = factsOf(draft.channel, draft.facts, now);
  const answers = reachableAnswers(definition.form, draft.answers, facts);
  const trouble = undecided(definition, answers, facts);
  const demands = trouble ? [] : requiredDocuments(definition, answers, facts);
  return {
    facts,
    answers,
    errors: checkAnswers(definition.form, draft.answers, { today: localDate(now), lists, facts }),
    demands,
    missing: missingDocuments(
      demands,
      draft.files.map((file) => file.demand),
    ).filter((demand) => demand.group === 'submit'),
    fees: trouble ? [] : feesOwed(definition, answers, facts),
    ...(trouble ? { undecided: trouble } : {}),
  };
}

const owing = (lines: readonly FeeLine[]) => lines.filter((line) => line.amount > 0);

/** What the dossier knows of its fees. */
export const owedFees = (lines: readonly FeeLine[]): readonly OwedFee[] =>
  owing(lines).map(({ id, kind, name, when }) => ({ id, kind, name: name.vi, when }));

/** What the books are to know of them: the price, fixed now, and how it came about. */
export const pricedFees = (lines: readonly FeeLine[]): readonly PricedFee[] =>
  owing(lines).map(({ id, kind, name, amount, full, when, basis, counted, refundable }) => ({
    id,
    kind,
    name: name.vi,
    amount,
    ...(full === undefined ? {} : { fullAmount: full }),
    when,
    ground: basis,
    ...(counted === undefined ? {} : { counted: counted.vi }),
    ...(refundable === undefined ? {} : { refundable }),
  }));

/** Names of demands and their alternatives, for the list of papers that a dossier keeps. */
export function demandTitle(demands: readonly DocumentDemand[], id: string): string {
  for (const demand of demands) {
    if (demand.id === id) return demand.name.vi;
    const alternative = demand.alternatives.find((each) => each.id === id);
    if (alternative) return alternative.name.vi;
  }
  return 'Giấy tờ khác';
}

/** Everything a submission says; its fingerprint is the promise of "exactly once". */
export const bodyOf = (
  draft: Pick<Draft, 'facts' | 'receiver_unit' | 'delivery' | 'files'>,
  answers: Answers,
) => ({
  answers,
  facts: draft.facts,
  receiver: draft.receiver_unit,
  delivery: draft.delivery,
  files: draft.files.map(({ demand, sha256 }) => ({ demand, sha256 })),
});
