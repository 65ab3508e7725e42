import { fillPage, seededPick } from '#builders/forms';
import {
  type Answers,
  type CodeLists,
  type Facts,
  nextPage,
  type ProcedureDefinition,
  reachablePages,
  readPage,
} from '#capabilities/forms';
import { asPlainDate } from '#kernel/time';

/** Answers that fill a whole form, the same for the same seed; `commune` is where the procedure is decided. */
export function fillForm(
  definition: ProcedureDefinition,
  options: {
    readonly lists: CodeLists;
    readonly facts: Facts & { readonly today: string };
    readonly seed: number;
    readonly commune: string;
  },
): Answers {
  const { lists, facts, seed, commune } = options;
  const context = { today: asPlainDate(facts.today), lists, facts };
  const pick = seededPick(seed);
  const { by } = definition.competence;
  let answers: Answers = {};
  let page = reachablePages(definition.form, answers, facts)[0];
  while (page) {
    answers = readPage(page, fillPage(page, answers, context, pick), answers, context).answers;
    const place = by === undefined ? undefined : answers[by];
    if (by !== undefined && place !== undefined) {
      const province = lists.items('communes')?.find((item) => item.value === commune)?.within ?? '';
      const there = typeof place === 'string' ? commune : { ...(place as object), commune, province };
      answers = { ...answers, [by]: there as Answers[string] };
    }
    page = nextPage(definition.form, page.id, answers, facts);
  }
  return answers;
}
