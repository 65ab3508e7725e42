import type { Page, ProcedureDefinition } from '#capabilities/forms';
import { type Outcome, refused } from '#kernel/outcome';
import { copied } from './copies.ts';
import { type Edited, pageGone, takenIn, whole, withPages } from './edited.ts';
import { freeId, idFromLabel } from './ids.ts';
import { shifted } from './place.ts';

/** An empty page after another one, or at the end. */
export function addPage(definition: ProcedureDefinition, title: string, after?: string): Outcome<Edited> {
  const { pages } = definition.form;
  if (title === '') return refused({ code: 'title-empty' });
  const id = freeId(idFromLabel(title), takenIn(definition));
  const behind = pages.findIndex((page) => page.id === after);
  const page: Page = { id, title: { vi: title }, questions: [] };
  const next = pages.toSpliced(behind < 0 ? pages.length : behind + 1, 0, page);
  return whole(definition, withPages(definition, next), id);
}

export function changePage(
  definition: ProcedureDefinition,
  id: string,
  change: (page: Page) => Page,
): Outcome<Edited> {
  const { pages } = definition.form;
  if (!pages.some((page) => page.id === id)) return refused(pageGone);
  const next = pages.map((page) => (page.id === id ? { ...change(page), id } : page));
  return whole(definition, withPages(definition, next), id);
}

export function movePage(definition: ProcedureDefinition, id: string, by: 1 | -1): Outcome<Edited> {
  const { pages } = definition.form;
  const index = pages.findIndex((page) => page.id === id);
  if (index < 0) return refused(pageGone);
  if (pages[index + by] === undefined) return refused({ code: 'at-the-end' });
  return whole(definition, withPages(definition, shifted(pages, index, by)), id);
}

/** Before or behind another page. */
export function placePage(
  definition: ProcedureDefinition,
  id: string,
  target: { readonly before: string } | { readonly after: string },
): Outcome<Edited> {
  const { pages } = definition.form;
  const page = pages.find((each) => each.id === id);
  const rest = pages.filter((each) => each !== page);
  const other = 'before' in target ? target.before : target.after;
  if (other === id && page) return whole(definition, definition, id);
  const index = rest.findIndex((each) => each.id === other);
  if (!page || index < 0) return refused(pageGone);
  const next = rest.toSpliced('before' in target ? index : index + 1, 0, page);
  return whole(definition, withPages(definition, next), id);
}

/** The page once more behind itself; its questions stand under ids of their own and lean on each other as before. */
export function copyPage(definition: ProcedureDefinition, id: string): Outcome<Edited> {
  const { pages } = definition.form;
  const index = pages.findIndex((page) => page.id === id);
  const page = pages[index];
  if (!page) return refused(pageGone);
  const taken = new Set(takenIn(definition));
  const fresh = freeId(id, taken);
  taken.add(fresh);
  const copy = { ...page, id: fresh, questions: copied(page.questions, definition, taken) };
  return whole(definition, withPages(definition, pages.toSpliced(index + 1, 0, copy)), fresh);
}

/** A page goes with its questions, when nothing else leans on them; the last one stays. */
export function removePage(definition: ProcedureDefinition, id: string): Outcome<Edited> {
  const { pages } = definition.form;
  const index = pages.findIndex((page) => page.id === id);
  if (index < 0) return refused(pageGone);
  if (pages.length === 1) return refused({ code: 'last-page' });
  const rest = pages.toSpliced(index, 1);
  return whole(definition, withPages(definition, rest), rest[Math.max(0, index - 1)]?.id ?? '');
}
