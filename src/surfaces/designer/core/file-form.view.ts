import type { ProcedureDraft } from '#capabilities/catalogue';
import { button, fileUpload } from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { mostOfFile } from './files.ts';
import { sayIn } from './say.ts';

/** Uploads a file in the place of what the draft holds. */
export const fileForm = (
  ctx: PageCtx,
  draft: ProcedureDraft,
  about: { readonly action: string; readonly label: string; readonly rule: string; readonly accept: string },
): Html =>
  html`<form class="mc-stack" method="post" enctype="multipart/form-data"${attributes({
    action: `${about.action}?_csrf=${encodeURIComponent(ctx.csrf)}`,
  })}><input type="hidden" name="_phien-ban"${attributes({ value: String(draft.revision) })}>${fileUpload({
    name: 'tep',
    label: about.label,
    rule: about.rule,
    accept: about.accept,
    maxBytes: mostOfFile,
    locale: ctx.locale,
  })}${button({ text: sayIn(ctx.locale)('Đưa tệp lên', 'Upload the file') })}</form>`;
