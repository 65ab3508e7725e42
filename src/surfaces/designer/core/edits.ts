import type { ProcedureDefinition, Question } from '#capabilities/forms';
import { type Outcome, refused } from '#kernel/outcome';
import { copied, namesChanged } from './copies.ts';
import { type Edited, gone, takenIn, whole, withForm, withPages } from './edited.ts';
import { freeId, idFromLabel, isId, isPrefix } from './ids.ts';
import { isPlaced } from './laid-out.ts';
import { put, type Target } from './moves.ts';
import { beginning, type NewQuestion } from './new-question.ts';
import { type Address, addressOf, placeOf, withNeighbours } from './place.ts';
import { renamedIn } from './references.ts';

export function addQuestion(
  definition: ProcedureDefinition,
  wish: NewQuestion,
  target: Target,
): Outcome<Edited> {
  if (wish.label === '') return refused({ code: 'label-empty' });
  const id = freeId(idFromLabel(wish.label), takenIn(definition));
  return put(definition, definition.form, target, beginning(wish, id));
}

/** The same question once more behind itself, under ids of its own. */
export function copyQuestion(definition: ProcedureDefinition, address: Address): Outcome<Edited> {
  const place = placeOf(definition.form, address);
  if (!place) return refused(gone);
  const [copy] = copied([place.question], definition, new Set(takenIn(definition)));
  return copy ? put(definition, definition.form, { after: address }, copy) : refused(gone);
}

/** Its neighbour is shown next, so that keys go on from there. */
export function removeQuestion(definition: ProcedureDefinition, address: Address): Outcome<Edited> {
  const { form } = definition;
  const place = placeOf(form, address);
  if (!place) return refused(gone);
  const { neighbours, index, group, page } = place;
  const next = neighbours[index + 1] ?? neighbours[index - 1];
  const at = next ? addressOf(next.id, group?.id) : (group?.id ?? page.id);
  const rest = withNeighbours(form, place, neighbours.toSpliced(index, 1));
  return whole(definition, withForm(definition, rest), at);
}

/** Changes a question; under a new id every mention of it follows. */
export function changeQuestion(
  definition: ProcedureDefinition,
  address: Address,
  change: (question: Question) => Question,
): Outcome<Edited> {
  const { form } = definition;
  const place = placeOf(form, address);
  if (!place) return refused(gone);
  const { question, neighbours, index, group } = place;
  const next = change(question);
  if (next.label.vi === '') return refused({ code: 'label-empty' });
  if (!(isPlaced(next) ? isPrefix(next.id) : isId(next.id)))
    return refused({ code: 'id-shape', field: '_ma' });
  if (next.id !== question.id && takenIn(definition).has(next.id))
    return refused({ code: 'id-taken', field: '_ma', details: { at: next.label.vi, needs: next.id } });
  const changed = withForm(definition, withNeighbours(form, place, neighbours.toSpliced(index, 1, next)));
  return whole(definition, renamed(changed, question, next, group?.id), addressOf(next.id, group?.id));
}

/** An item is known in its group alone, a question everywhere. */
function renamed(
  definition: ProcedureDefinition,
  was: Question,
  is: Question,
  group: string | undefined,
): ProcedureDefinition {
  if (was.id === is.id) return definition;
  const names = namesChanged(was, is, definition.blocks);
  const follow = <T>(part: T): T =>
    names.reduce((changed, [old, fresh]) => renamedIn(changed, old, fresh), part);
  if (group === undefined) return follow(definition);
  return withPages(
    definition,
    definition.form.pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) =>
        question.id === group ? { ...question, items: follow(question.items ?? []) } : question,
      ),
    })),
  );
}
