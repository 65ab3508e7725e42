import type { Form, ProcedureDefinition, Question } from '#capabilities/forms';
import { type Outcome, refused } from '#kernel/outcome';
import { type Edited, gone, whole, withForm } from './edited.ts';
import { type Address, addressOf, placeOf, shifted, withNeighbours } from './place.ts';
import { cellTypes, holdsQuestions } from './type-names.ts';

/** Where a question goes: before or behind another one, or to the end of a group or page. */
export type Target =
  | { readonly before: Address }
  | { readonly after: Address }
  | { readonly group: string }
  | { readonly page: string };

/** The list that a target means, and the place in it. */
function landing(form: Form, target: Target) {
  if ('after' in target || 'before' in target) {
    const place = placeOf(form, 'after' in target ? target.after : target.before);
    return place && { ...place, index: place.index + ('after' in target ? 1 : 0) };
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

/** Why a question cannot stand in these rows. */
function misfit(group: Question, question: Question): string | undefined {
  if (holdsQuestions(question.type)) return 'group-in-group';
  if (question.type === 'photo' || question.type === 'file') return 'paper-in-group';
  if (group.type !== 'table') return undefined;
  if (question.if !== undefined) return 'condition-in-table';
  return cellTypes.has(question.type) ? undefined : 'too-wide-for-table';
}

export function put(
  definition: ProcedureDefinition,
  form: Form,
  target: Target,
  question: Question,
): Outcome<Edited> {
  const place = landing(form, target);
  if (!place) return refused(gone);
  const code = place.group && misfit(place.group, question);
  if (code !== undefined) return refused({ code });
  const next = withNeighbours(form, place, place.neighbours.toSpliced(place.index, 0, question));
  return whole(definition, withForm(definition, next), addressOf(question.id, place.group?.id));
}

const without = (form: Form, address: Address): Form => {
  const place = placeOf(form, address);
  return place ? withNeighbours(form, place, place.neighbours.toSpliced(place.index, 1)) : form;
};

/** One place up or down; over the edge of a group or page it goes to the one beside. */
export function moveQuestion(definition: ProcedureDefinition, address: Address, by: 1 | -1): Outcome<Edited> {
  const { form } = definition;
  const place = placeOf(form, address);
  if (!place) return refused(gone);
  const { page, group, neighbours, index, question } = place;
  if (neighbours[index + by] !== undefined) {
    const next = withNeighbours(form, place, shifted(neighbours, index, by));
    return whole(definition, withForm(definition, next), address);
  }
  if (group) return moveTo(definition, address, by === 1 ? { after: group.id } : { before: group.id });
  const rest = without(form, address);
  const beside = rest.pages[form.pages.indexOf(page) + by];
  if (!beside) return refused({ code: 'at-the-end' });
  const list = by === 1 ? [question, ...beside.questions] : [...beside.questions, question];
  return whole(definition, withForm(definition, withNeighbours(rest, { page: beside }, list)), question.id);
}

/** Before or behind another question, into a group, or to the end of a page. */
export function moveTo(definition: ProcedureDefinition, address: Address, target: Target): Outcome<Edited> {
  const place = placeOf(definition.form, address);
  if (!place) return refused(gone);
  const beside = 'before' in target ? target.before : 'after' in target ? target.after : undefined;
  if (beside === address) return whole(definition, definition, address);
  const into = 'group' in target ? target.group : beside?.includes('.') ? beside.split('.')[0] : undefined;
  if (into === place.question.id && !place.group) return refused({ code: 'group-in-group' });
  return put(definition, without(definition.form, address), target, place.question);
}

/** Into the group that stands before it, to its end; where none stands before, into the one behind. */
export function moveIn(definition: ProcedureDefinition, address: Address): Outcome<Edited> {
  const place = placeOf(definition.form, address);
  if (!place) return refused(gone);
  const { group, neighbours, index } = place;
  if (group) return refused({ code: 'group-in-group' });
  const beside = [neighbours[index - 1], neighbours[index + 1]].find(
    (each) => each && holdsQuestions(each.type),
  );
  return beside ? moveTo(definition, address, { group: beside.id }) : refused({ code: 'no-group-beside' });
}

/** Out of its group, to stand behind it. */
export function moveOut(definition: ProcedureDefinition, address: Address): Outcome<Edited> {
  const place = placeOf(definition.form, address);
  if (!place) return refused(gone);
  return place.group
    ? moveTo(definition, address, { after: place.group.id })
    : refused({ code: 'in-no-group' });
}
