import type { ProcedureDraft } from '#capabilities/catalogue';
import { attributes, type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';

/** A form that changes the draft: its token, and the revision that was looked at. */
export const draftForm = (
  ctx: PageCtx,
  {
    draft,
    action,
    hidden = {},
    unsaved = false,
    id,
  }: {
    readonly draft: ProcedureDraft;
    readonly action: string;
    readonly hidden?: Readonly<Record<string, string | undefined>>;
    /** Asks before leaving with unsaved text. */
    readonly unsaved?: boolean;
    readonly id?: string | undefined;
  },
  content: Hole,
): Html =>
  html`<form class="mc-stack"${attributes({ id, method: 'post', action, novalidate: true, 'data-unsaved': unsaved })}>${csrfField(ctx)}${Object.entries(
    { '_phien-ban': String(draft.revision), ...hidden },
  ).map(
    ([name, value]) => value !== undefined && html`<input type="hidden"${attributes({ name, value })}>`,
  )}${content}</form>`;
