import type { Form, Page, Question } from '#capabilities/forms';

/** Where a question stands: `hoTen`, or `con.hoTen` for an item of the group `con`. */
export type Address = string;

export interface Place {
  readonly page: Page;
  /** Group around the question. */
  readonly group?: Question;
  readonly question: Question;
  /** Among its neighbours. */
  readonly index: number;
  readonly neighbours: readonly Question[];
}

export const addressOf = (id: string, group?: string): Address =>
  group === undefined ? id : `${group}.${id}`;

export function placeOf(form: Form, address: Address): Place | undefined {
  const [outer = '', inner] = address.split('.');
  for (const page of form.pages) {
    const index = page.questions.findIndex(({ id }) => id === outer);
    const question = page.questions[index];
    if (!question) continue;
    if (inner === undefined) return { page, question, index, neighbours: page.questions };
    const neighbours = question.items ?? [];
    const at = neighbours.findIndex(({ id }) => id === inner);
    const item = neighbours[at];
    return item && { page, group: question, question: item, index: at, neighbours };
  }
  return undefined;
}

const replace = <T>(list: readonly T[], old: T, next: T): readonly T[] =>
  list.map((each) => (each === old ? next : each));

/** The form with other neighbours around a place: the list of a page, or the items of a group. */
export function withNeighbours(
  form: Form,
  { page, group }: { readonly page: Page; readonly group?: Question | undefined },
  neighbours: readonly Question[],
): Form {
  const questions = group ? replace(page.questions, group, { ...group, items: neighbours }) : neighbours;
  return { ...form, pages: replace(form.pages, page, { ...page, questions }) };
}

/** The list with this one moved by so many places. */
export function shifted<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const item = list[index];
  if (item === undefined) return list;
  return list.toSpliced(index, 1).toSpliced(index + by, 0, item);
}
