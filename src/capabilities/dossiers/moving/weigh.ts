import {
  type Answers,
  attempt,
  type CodeLists,
  checkAnswers,
  type Facts,
  missingDocuments,
  type ProcedureDefinition,
  reachableAnswers,
  requiredDocuments,
  undecided,
} from '#capabilities/forms';
import type { UnitId } from '#kernel/ids';
import type { LocalText } from '#kernel/text';
import type { PlainDate } from '#kernel/time';
import type { DossierState } from '../rules/state.ts';

/**
 * Why a thing cannot go over to a version. `decided`: its result is signed; `step`: what it stands at is not there, or is somebody
 * else's; `together`: what is open beside each other is never open beside each other there; `unit`: another unit would decide; `answers`, `papers`: something is asked that was not, or is judged
 * otherwise; `tables`: a decision table of the version fails for these answers. Of a draft `answers` only says what its owner will be asked again.
 */
export interface Hindrance {
  readonly code: 'decided' | 'step' | 'together' | 'unit' | 'answers' | 'papers' | 'tables';
  /** Names of the steps, labels of the questions, names of the papers; never what somebody answered. */
  readonly names?: readonly LocalText[];
}

export interface Filed {
  readonly answers: Answers;
  readonly facts: Facts;
  /** Day on which the answers were given: ages and dates are judged by it. */
  readonly day: PlainDate;
  /** Papers handed in, by the id of their demand. */
  readonly handedIn: readonly string[];
}
/** Answers that count under a version of the form. */
export const answersUnder = (definition: ProcedureDefinition, { answers, facts, day }: Filed): Answers =>
  reachableAnswers(definition.form, answers, { ...facts, today: day });

/** Questions whose answer, given or absent, `is` refuses and `was` did not. */
export function questionsRefused(
  was: ProcedureDefinition,
  is: ProcedureDefinition,
  filed: Filed,
  lists: CodeLists,
): readonly string[] {
  const faulty = (definition: ProcedureDefinition): readonly string[] =>
    checkAnswers(definition.form, filed.answers, {
      today: filed.day,
      lists,
      facts: { ...filed.facts, today: filed.day },
    }).flatMap(({ errors }) => errors.map(({ question }) => question.split('.')[0] ?? question));
  const before = new Set(faulty(was));
  return [...new Set(faulty(is))].filter((id) => !before.has(id));
}

export const labelsOf = (definition: ProcedureDefinition, ids: readonly string[]): readonly LocalText[] => {
  const questions = definition.form.pages.flatMap(({ questions: own }) => own);
  return ids.map((id) => questions.find((each) => each.id === id)?.label ?? { vi: id });
};

/** Papers that `is` demands, `was` did not, and that were not handed in. */
function papersMissing(
  was: ProcedureDefinition,
  is: ProcedureDefinition,
  filed: Filed,
): readonly LocalText[] {
  const missing = (definition: ProcedureDefinition) => {
    const facts = { ...filed.facts, today: filed.day };
    const asked = attempt(() => requiredDocuments(definition, answersUnder(definition, filed), facts));
    const demands = asked.ok ? asked.value : [];
    return missingDocuments(demands, [...filed.handedIn]).filter(({ group }) => group === 'submit');
  };
  const before = new Set(missing(was).map(({ id }) => id));
  return missing(is).flatMap(({ id, name }) => (before.has(id) ? [] : [name]));
}

/** What keeps a dossier from going over; empty when it can. */
export function hindrancesOf(about: {
  readonly state: DossierState;
  readonly was: ProcedureDefinition;
  readonly is: ProcedureDefinition;
  readonly filed: Filed;
  /** What keeps it from standing in the workflow of `is`. */
  readonly road: readonly Hindrance[];
  /** Who would decide a filing of today, under each: a decision may have moved authority since this one was filed. */
  readonly competent: { readonly was: UnitId | undefined; readonly is: UnitId | undefined };
  readonly lists: CodeLists;
}): readonly Hindrance[] {
  const { state, was, is, filed, road, competent, lists } = about;
  if (state.result?.approved || state.stage === 'finished') return [{ code: 'decided' }];
  const facts = { ...filed.facts, today: filed.day };
  if (undecided(is, answersUnder(is, filed), facts)) return [{ code: 'tables' }];
  const again = questionsRefused(was, is, filed, lists);
  const papers = papersMissing(was, is, filed);
  return [
    ...road,
    ...(competent.was === competent.is ? [] : [{ code: 'unit' as const }]),
    ...(again.length > 0 ? [{ code: 'answers' as const, names: labelsOf(is, again) }] : []),
    ...(papers.length > 0 ? [{ code: 'papers' as const, names: papers }] : []),
  ];
}
