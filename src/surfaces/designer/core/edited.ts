import type { Form, Page, ProcedureDefinition } from '#capabilities/forms';
import { done, type Outcome, refused } from '#kernel/outcome';
import { laidOut } from './laid-out.ts';
import type { Address } from './place.ts';
import { allQuestions, type LooseEnd, looseEnds } from './references.ts';

/** A definition after an edit, and the question or page that is to be shown now. */
export interface Edited {
  readonly definition: ProcedureDefinition;
  readonly at: Address;
}
export const gone = { code: 'question-gone' } as const;
export const pageGone = { code: 'page-gone' } as const;

/** Every id that an answer, an item or a page has. */
export const takenIn = (definition: ProcedureDefinition): ReadonlySet<string> => {
  const { pages } = definition.form;
  return new Set(
    [...allQuestions(pages), ...allQuestions(laidOut(definition).form.pages), ...pages].map(({ id }) => id),
  );
};

const keyOf = ({ kind, at, id }: LooseEnd): string => `${kind}/${at}/${id}`;

/** Takes an edit only when it leaves nothing hanging that hung together before. */
export function whole(before: ProcedureDefinition, after: ProcedureDefinition, at: Address): Outcome<Edited> {
  const old = new Set(looseEnds(before).map(keyOf));
  const torn = looseEnds(after).find((end) => !old.has(keyOf(end)));
  if (!torn) return done({ definition: after, at });
  const label = allQuestions([before, after].flatMap((each) => laidOut(each).form.pages)).find(
    ({ id }) => id === torn.id,
  )?.label.vi;
  const code = { twice: 'id-taken', later: 'leans-on-later', lost: 'still-needed' }[torn.kind];
  return refused({ code, details: { at: torn.at, needs: label ?? torn.id } });
}

export const withForm = (definition: ProcedureDefinition, form: Form): ProcedureDefinition => ({
  ...definition,
  form,
});
export const withPages = (definition: ProcedureDefinition, pages: readonly Page[]): ProcedureDefinition =>
  withForm(definition, { ...definition.form, pages });
