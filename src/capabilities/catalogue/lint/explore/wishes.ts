import {
  type Condition,
  type Page,
  type ProcedureDefinition,
  type Question,
  questionsIn,
} from '#capabilities/forms';
import { type Pick } from './chance.ts';

/** A comparison that a walk tries to make true or false. */
export interface Wish {
  readonly atom: Condition;
  readonly want: boolean;
}
interface Asked {
  readonly page: Page;
  readonly question: Question;
}
export const askedIn = (definition: ProcedureDefinition): ReadonlyMap<string, Asked> =>
  new Map(
    definition.form.pages.flatMap((page) =>
      page.questions.map((question) => [question.id, { page, question }] as const),
    ),
  );

/**
 * Comparisons that together make a condition come out as wanted, one way among several by chance; with them those that
 * open the questions it looks at, for an answer that is never asked compares with nothing.
 */
export function wishesFor(
  condition: Condition | undefined,
  want: boolean,
  asked: ReadonlyMap<string, Asked>,
  pick: Pick,
  opened: Set<string> = new Set(),
): readonly Wish[] {
  if (condition === undefined) return [];
  if ('not' in condition) return wishesFor(condition.not, !want, asked, pick, opened);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (parts !== undefined) {
    const each = (part: Condition | undefined) => wishesFor(part, want, asked, pick, opened);
    return 'all' in condition === want ? parts.flatMap(each) : each(parts[pick(parts.length)]);
  }
  return [
    { atom: condition, want },
    ...questionsIn(condition).flatMap((id) => opening(id, asked, pick, opened)),
  ];
}

/** What opens a question: its page and its own condition. */
export function opening(
  id: string,
  asked: ReadonlyMap<string, Asked>,
  pick: Pick,
  opened: Set<string>,
): readonly Wish[] {
  const at = asked.get(id);
  if (at === undefined || opened.has(id)) return [];
  opened.add(id);
  return [at.page.if, at.question.if].flatMap((condition) => wishesFor(condition, true, asked, pick, opened));
}
