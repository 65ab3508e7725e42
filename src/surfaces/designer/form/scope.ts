import type { ProcedureDraft } from '#capabilities/catalogue';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { Hole, Html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { blockAsForm } from '../core/blocks.ts';
import { draftForm } from '../core/draft-form.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import type { Surrounded } from '../core/references.ts';

/** What the form page works on: the form of a draft, or one of its blocks as a form of one page. */
export interface FormScope {
  readonly draft: ProcedureDraft;
  readonly block?: string;
  readonly definition: ProcedureDefinition & Surrounded;
}

export function scopeOf(draft: ProcedureDraft, block?: string): FormScope | undefined {
  if (block === undefined) return { draft, definition: draft.content.definition };
  const definition = blockAsForm(draft.content.definition, block);
  return definition && { draft, block, definition };
}

export const formHref = (
  { draft, block }: Pick<FormScope, 'draft' | 'block'>,
  query: Readonly<Record<string, string>> = {},
): string => {
  const text = new URLSearchParams({ ...(block === undefined ? {} : { khoi: block }), ...query }).toString();
  return `${draftHref(draft.id, 'to-khai')}${text === '' ? '' : `?${text}`}`;
};

/** A form that edits what is worked on. */
export const scopeForm = (
  ctx: PageCtx,
  { draft, block }: FormScope,
  {
    hidden = {},
    unsaved = false,
    id,
  }: {
    readonly hidden?: Readonly<Record<string, string | undefined>>;
    readonly unsaved?: boolean;
    readonly id?: string;
  },
  content: Hole,
): Html =>
  draftForm(
    ctx,
    {
      draft,
      action: draftHref(draft.id, 'to-khai'),
      hidden: { _khoi: block, ...hidden },
      unsaved,
      id,
    },
    content,
  );
