import type { Form, Page, ProcedureDefinition, Question, QuestionType } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import { freeId, idFromLabel, isId } from './ids.ts';
import { type Address, addressOf, placeOf, shifted, withNeighbours } from './place.ts';
import { allQuestions, type LooseEnd, looseEnds, renamedIn } from './references.ts';
import { holdsQuestions } from './type-names.ts';

/** A definition after an edit, and the question or page that is to be shown now. */
export interface Edited {
  readonly definition: ProcedureDefinition;
  readonly at: Address;
}
type Definition = ProcedureDefinition;
const gone = { code: 'question-gone' } as const;
const pageGone = { code: 'page-gone' } as const;

/** Every id that an answer, an item or a page has. */
const takenIn = (form: Form): ReadonlySet<string> =>
  new Set([...allQuestions(form.pages), ...form.pages].map(({ id }) => id));

const keyOf = ({ kind, at, id }: LooseEnd): string => `${kind}/${at}/${id}`;

/** Takes an edit only when it leaves nothing hanging that hung together before. */
export function whole(before: Definition, after: Definition, at: Address): Outcome<Edited> {
  const old = new Set(looseEnds(before).map(keyOf));
  const torn = looseEnds(after).find((end) => !old.has(keyOf(end)));
  if (!torn) return done({ definition: after, at });
  const label = allQuestions([...before.form.pages, ...after.form.pages]).find(({ id }) => id === torn.id)
    ?.label.vi;
  const code = { twice: 'id-taken', later: 'leans-on-later', lost: 'still-needed' }[torn.kind];
  return refused({ code, details: { at: torn.at, needs: label ?? torn.id } });
}

const withForm = (definition: Definition, form: Form): Definition => ({ ...definition, form });
const withPages = (definition: Definition, pages: readonly Page[]): Definition =>
  withForm(definition, { ...definition.form, pages });

/** An empty page after another one, or at the end. */
export function addPage(definition: Definition, title: string, after?: string): Outcome<Edited> {
  const { pages } = definition.form;
  if (title === '') return refused({ code: 'title-empty' });
  const id = freeId(idFromLabel(title), takenIn(definition.form));
  const behind = pages.findIndex((page) => page.id === after);
  const page: Page = { id, title: { vi: title }, questions: [] };
  return done({
    definition: withPages(definition, pages.toSpliced(behind < 0 ? pages.length : behind + 1, 0, page)),
    at: id,
  });
}

export function changePage(
  definition: Definition,
  id: string,
  change: (page: Page) => Page,
): Outcome<Edited> {
  const { pages } = definition.form;
  if (!pages.some((page) => page.id === id)) return refused(pageGone);
  return whole(
    definition,
    withPages(
      definition,
      pages.map((page) => (page.id === id ? { ...change(page), id } : page)),
    ),
    id,
  );
}

export function movePage(definition: Definition, id: string, by: 1 | -1): Outcome<Edited> {
  const { pages } = definition.form;
  const index = pages.findIndex((page) => page.id === id);
  if (index < 0) return refused(pageGone);
  if (pages[index + by] === undefined) return refused({ code: 'at-the-end' });
  return whole(definition, withPages(definition, shifted(pages, index, by)), id);
}

/** A page goes with its questions, when nothing else leans on them; the last one stays. */
export function removePage(definition: Definition, id: string): Outcome<Edited> {
  const { pages } = definition.form;
  const index = pages.findIndex((page) => page.id === id);
  if (index < 0) return refused(pageGone);
  if (pages.length === 1) return refused({ code: 'last-page' });
  const rest = pages.toSpliced(index, 1);
  return whole(definition, withPages(definition, rest), rest[Math.max(0, index - 1)]?.id ?? '');
}

export interface NewQuestion {
  readonly type: QuestionType;
  readonly label: string;
  readonly required: boolean;
}
/** Where a question goes: behind another one, or to the end of a group or page. */
export type Target = { readonly after: Address } | { readonly group: string } | { readonly page: string };

const options = (): readonly { readonly value: string; readonly label: LocalText }[] => [
  { value: '1', label: { vi: 'Lựa chọn 1', en: 'Choice 1' } },
  { value: '2', label: { vi: 'Lựa chọn 2', en: 'Choice 2' } },
];

/** What a type cannot be without: choices to choose from, rows of a group, the duty to declare. */
function beginning({ type, label, required }: NewQuestion, id: string): Question {
  const question: Question = { id, type, label: { vi: label }, ...(required ? { required: true } : {}) };
  switch (type) {
    case 'choice':
    case 'choices':
      return { ...question, options: options() };
    case 'group':
    case 'table':
      return { ...question, max: 10, items: [] };
    case 'calculated':
      return { id, type, label: { vi: label }, compute: { feel: '0', gives: 'number' } };
    case 'declaration':
      return { ...question, required: true };
    default:
      return question;
  }
}

/** The list that a target means, and the place in it. */
function landing(form: Form, target: Target) {
  if ('after' in target) {
    const place = placeOf(form, target.after);
    return place && { ...place, index: place.index + 1 };
  }
  if ('group' in target) {
    const place = placeOf(form, target.group);
    if (!place || !holdsQuestions(place.question.type)) return undefined;
    const neighbours = place.question.items ?? [];
    return { page: place.page, group: place.question, neighbours, index: neighbours.length };
  }
  const page = form.pages.find(({ id }) => id === target.page);
  return page && { page, group: undefined, neighbours: page.questions, index: page.questions.length };
}

function put(definition: Definition, form: Form, target: Target, question: Question): Outcome<Edited> {
  const place = landing(form, target);
  if (!place) return refused(gone);
  if (place.group && holdsQuestions(question.type)) return refused({ code: 'group-in-group' });
  const next = withNeighbours(form, place, place.neighbours.toSpliced(place.index, 0, question));
  return whole(definition, withForm(definition, next), addressOf(question.id, place.group?.id));
}

export function addQuestion(definition: Definition, wish: NewQuestion, target: Target): Outcome<Edited> {
  if (wish.label === '') return refused({ code: 'label-empty' });
  const id = freeId(idFromLabel(wish.label), takenIn(definition.form));
  return put(definition, definition.form, target, beginning(wish, id));
}

/** The same question once more behind itself, under ids of its own. */
export function copyQuestion(definition: Definition, address: Address): Outcome<Edited> {
  const { form } = definition;
  const place = placeOf(form, address);
  if (!place) return refused(gone);
  const taken = new Set(takenIn(form));
  let copy = place.question;
  for (const { id } of [place.question, ...(place.question.items ?? [])]) {
    const next = freeId(id, taken);
    taken.add(next);
    copy = renamedIn(copy, id, next);
    copy = {
      ...copy,
      ...(copy.id === id ? { id: next } : {}),
      ...(copy.items
        ? { items: copy.items.map((item) => (item.id === id ? { ...item, id: next } : item)) }
        : {}),
    };
  }
  return put(definition, form, { after: address }, copy);
}

const without = (form: Form, address: Address): Form => {
  const place = placeOf(form, address);
  return place ? withNeighbours(form, place, place.neighbours.toSpliced(place.index, 1)) : form;
};

/** One place up or down; over the edge of a group or page it goes to the one beside. */
export function moveQuestion(definition: Definition, address: Address, by: 1 | -1): Outcome<Edited> {
  const { form } = definition;
  const place = placeOf(form, address);
  if (!place) return refused(gone);
  const { page, group, neighbours, index, question } = place;
  if (neighbours[index + by] !== undefined)
    return whole(
      definition,
      withForm(definition, withNeighbours(form, place, shifted(neighbours, index, by))),
      address,
    );
  const rest = without(form, address);
  if (group) {
    const at = page.questions.indexOf(group);
    const outside = placeOf(rest, group.id);
    if (!outside) return refused(gone);
    const list = outside.neighbours.toSpliced(by === 1 ? at + 1 : at, 0, question);
    return whole(
      definition,
      withForm(definition, withNeighbours(rest, { page: outside.page }, list)),
      question.id,
    );
  }
  const beside = rest.pages[form.pages.indexOf(page) + by];
  if (!beside) return refused({ code: 'at-the-end' });
  const list = by === 1 ? [question, ...beside.questions] : [...beside.questions, question];
  return whole(definition, withForm(definition, withNeighbours(rest, { page: beside }, list)), question.id);
}

/** Into a group, or to the end of a page. */
export function moveTo(definition: Definition, address: Address, target: Target): Outcome<Edited> {
  const place = placeOf(definition.form, address);
  if (!place) return refused(gone);
  if ('group' in target && target.group === place.question.id) return refused({ code: 'group-in-group' });
  return put(definition, without(definition.form, address), target, place.question);
}

/** Its neighbour is shown next, so that keys go on from there. */
export function removeQuestion(definition: Definition, address: Address): Outcome<Edited> {
  const place = placeOf(definition.form, address);
  if (!place) return refused(gone);
  const { neighbours, index, group, page } = place;
  const next = neighbours[index + 1] ?? neighbours[index - 1];
  const at = next ? addressOf(next.id, group?.id) : (group?.id ?? page.id);
  return whole(definition, withForm(definition, without(definition.form, address)), at);
}

/** Changes a question; under a new id every mention of it follows. */
export function changeQuestion(
  definition: Definition,
  address: Address,
  change: (question: Question) => Question,
): Outcome<Edited> {
  const { form } = definition;
  const place = placeOf(form, address);
  if (!place) return refused(gone);
  const { question, neighbours, index, group } = place;
  const next = change(question);
  if (next.label.vi === '') return refused({ code: 'label-empty' });
  if (!isId(next.id)) return refused({ code: 'id-shape', field: '_ma' });
  if (next.id !== question.id && takenIn(form).has(next.id))
    return refused({ code: 'id-taken', field: '_ma', details: { at: next.label.vi, needs: next.id } });
  const changed = withForm(definition, withNeighbours(form, place, neighbours.toSpliced(index, 1, next)));
  return whole(definition, renamed(changed, question.id, next.id, group?.id), addressOf(next.id, group?.id));
}

/** An item is known in its group alone, a question everywhere. */
function renamed(definition: Definition, from: string, to: string, group: string | undefined): Definition {
  if (from === to) return definition;
  if (group === undefined) return renamedIn(definition, from, to);
  return withPages(
    definition,
    definition.form.pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) =>
        question.id === group ? { ...question, items: renamedIn(question.items ?? [], from, to) } : question,
      ),
    })),
  );
}
