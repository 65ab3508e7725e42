import type { DraftChange } from '#capabilities/dossiers';
import { type Answers, fieldNames, findPage, type Page, type PostedFields } from '#capabilities/forms';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { deliveryAnswers, deliveryChange, deliveryKey, deliveryPage } from '../delivery/delivery-page.ts';
import {
  representedAnswers,
  representedChange,
  representedKey,
  representedPage,
} from '../represented/represented-page.ts';

/** A page of questions, of the procedure's form or of our own, with the way its answers are kept. */
export interface Sheet {
  /** Key in `draft.typed` and on the road. */
  readonly key: string;
  readonly page: Page;
  readonly href: string;
  /** All answers its conditions may look at, its own included. */
  readonly answers: Answers;
  /** Keeps the answers of this page's own questions. */
  change(own: Answers): DraftChange;
}

export function formSheet({ draft, definition, answers }: OpenFiling, id: string): Sheet | undefined {
  const page = findPage(definition.form, id);
  return (
    page && {
      key: page.id,
      page,
      href: paths.page(draft.id, page.id),
      answers,
      change: (own) => ({ clear: page.questions.map((question) => question.id), answers: own }),
    }
  );
}

export function representedSheet({ draft }: OpenFiling): Sheet | undefined {
  const page = representedPage(draft.facts);
  return (
    page && {
      key: representedKey,
      page,
      href: paths.represented(draft.id),
      answers: representedAnswers(draft),
      change: representedChange,
    }
  );
}

export const deliverySheet = (filing: OpenFiling): Sheet => ({
  key: deliveryKey,
  page: deliveryPage(filing),
  href: paths.delivery(filing.draft.id),
  answers: deliveryAnswers(filing.draft),
  change: deliveryChange,
});

/** Answers to this page's questions among all answers. */
export const ownAnswers = ({ page }: Sheet, answers: Answers): Answers =>
  Object.fromEntries(
    page.questions.flatMap(({ id }) => {
      const value = answers[id];
      return value === undefined ? [] : [[id, value] as const];
    }),
  );

// PostgreSQL keeps no NUL in JSON, and half a surrogate is no text.
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** The fields of this page among what was posted, in a form that can be stored. */
export function fieldsOfPage({ page }: Sheet, posted: PostedFields): PostedFields {
  const names = page.questions.flatMap((question) => fieldNames(question, posted));
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = posted[name];
      if (value === undefined) return [];
      return [[name, typeof value === 'string' ? storable(value) : value.map(storable)] as const];
    }),
  );
}
