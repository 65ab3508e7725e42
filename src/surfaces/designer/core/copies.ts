import type { ProcedureDefinition, Question } from '#capabilities/forms';
import { freeId } from './ids.ts';
import { isPlaced, questionsOfEntry } from './laid-out.ts';
import { renamedIn } from './references.ts';

/** What an entry's questions were called and are called now; those of a person or block by their part. */
export function namesChanged(
  was: Question,
  is: Question,
  blocks: ProcedureDefinition['blocks'],
): readonly (readonly [old: string, fresh: string])[] {
  if (!isPlaced(was) || !isPlaced(is)) return [[was.id, is.id]];
  const now = new Map(questionsOfEntry(is, blocks).map(({ from, id }) => [from, id]));
  return questionsOfEntry(was, blocks).flatMap(({ from, id }) => {
    const fresh = now.get(from);
    return fresh === undefined ? [] : [[id, fresh] as const];
  });
}

const under = (question: Question, names: ReadonlyMap<string, string>): Question => {
  const { items, ...own } = question;
  return {
    ...own,
    id: names.get(question.id) ?? question.id,
    ...(items ? { items: items.map((item) => under(item, names)) } : {}),
  };
};

/** The same questions under free ids, which are added to those taken; what they say of each other follows. */
export function copied(
  questions: readonly Question[],
  { blocks }: Pick<ProcedureDefinition, 'blocks'>,
  taken: Set<string>,
): readonly Question[] {
  const entries = questions.flatMap((question) => [question, ...(question.items ?? [])]);
  const names = new Map<string, string>();
  for (const { id } of entries) {
    const fresh = freeId(id, taken);
    taken.add(fresh);
    names.set(id, fresh);
  }
  let copies = questions.map((question) => under(question, names));
  for (const entry of entries)
    for (const [old, fresh] of namesChanged(entry, under(entry, names), blocks))
      copies = renamedIn(copies, old, fresh);
  return copies;
}
