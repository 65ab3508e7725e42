import type { ProcedureDefinition, Question, QuestionBlock } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Edited, whole } from './edited.ts';
import { freeId, idFromLabel } from './ids.ts';
import { laidOut } from './laid-out.ts';
import { allQuestions, renamedIn, type Surrounded } from './references.ts';

type Definition = ProcedureDefinition;
const gone = { code: 'block-gone' } as const;
/** The one page of a block that is edited as a form. */
const blockPage = 'khoi';

/** A block as a form of one page, so that one editor serves both; undefined where there is no such block. */
export function blockAsForm(definition: Definition, name: string): (Definition & Surrounded) | undefined {
  const block = blockOf(definition, name);
  if (!block) return undefined;
  const { title, questions } = block;
  return {
    ...definition,
    form: { id: name, title, pages: [{ id: blockPage, title, questions: questions as readonly Question[] }] },
    around: new Set(allQuestions(laidOut(definition).form.pages).map(({ id }) => id)),
  };
}

const blockOf = ({ blocks = {} }: Definition, name: string): QuestionBlock | undefined =>
  Object.hasOwn(blocks, name) ? blocks[name] : undefined;

const withBlock = (definition: Definition, name: string, block: QuestionBlock): Definition => ({
  ...definition,
  blocks: { ...definition.blocks, [name]: block },
});

/**
 * An edit of a block brought back into the procedure, when nothing that leans on its questions is torn by it.
 * @param renames one question has another id now and no other moved: what leans on it in any of its places follows.
 */
export function withBlockForm(
  definition: Definition,
  name: string,
  edited: Edited,
  renames: boolean,
): Outcome<Edited> {
  const [page] = edited.definition.form.pages;
  if (!page || !blockOf(definition, name)) return refused(gone);
  const { title, questions } = page;
  let next = withBlock(definition, name, { title, questions });
  if (renames) next = followed(definition, next);
  return whole(definition, next, edited.at);
}

/** The second definition with every mention that meant a question of the first under the id it has now. */
function followed(before: Definition, after: Definition): Definition {
  const ids = (definition: Definition) =>
    laidOut(definition).form.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
  const now = ids(after);
  return ids(before).reduce((changed, old, at) => {
    const fresh = now[at];
    return fresh === undefined || fresh === old ? changed : renamedIn(changed, old, fresh);
  }, after);
}

/** Labels of the entries that place a block, in the form and in other blocks. */
export function placesOf({ form, blocks = {} }: Definition, name: string): readonly string[] {
  const entries = [
    ...form.pages.flatMap(({ questions }) => questions),
    ...Object.values(blocks).flatMap(({ questions }) => questions as readonly Question[]),
  ];
  return entries
    .flatMap((entry) => [entry, ...(entry.items ?? [])])
    .filter((entry) => 'block' in entry && entry.block === name)
    .map(({ label }) => label.vi);
}

export function addBlock(definition: Definition, title: string): Outcome<Edited> {
  if (title === '') return refused({ code: 'name-empty', field: '_moi' });
  const name = freeId(idFromLabel(title), new Set(Object.keys(definition.blocks ?? {})));
  return done({ definition: withBlock(definition, name, { title: { vi: title }, questions: [] }), at: name });
}

/** A block made elsewhere: new here, or in the place of the one of that name. */
export function takeBlock(definition: Definition, name: string, block: QuestionBlock): Outcome<Edited> {
  return whole(definition, withBlock(definition, name, block), name);
}

export function removeBlock(definition: Definition, name: string): Outcome<Edited> {
  if (!blockOf(definition, name)) return refused(gone);
  const [place] = placesOf(definition, name);
  if (place !== undefined) return refused({ code: 'block-placed', details: { at: place } });
  const { [name]: _, ...rest } = definition.blocks ?? {};
  const { blocks: __, ...bare } = definition;
  return done({ definition: Object.keys(rest).length === 0 ? bare : { ...bare, blocks: rest }, at: '' });
}
