import type { ProcedureDraft } from '#capabilities/catalogue';
import { button } from '#design';
import type { Hole } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/draft-form.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { slugOf } from './ways.ts';

/** Takes the last step back, and what was taken back forward again; the keys Ctrl + Z and Ctrl + Shift + Z press the same buttons. */
export function stepButtons(ctx: PageCtx, draft: ProcedureDraft, at: string): readonly Hole[] {
  const say = sayIn(ctx.locale);
  const hidden = { _ve: at, _trang: ctx.url.split('?')[1]?.slice(0, 300) };
  return [
    draft.steps_back > 0 &&
      draftForm(
        ctx,
        { draft, action: draftHref(draft.id, slugOf.undo), hidden, id: 'hoan-tac' },
        button({ text: say('Hoàn tác bước vừa rồi', 'Undo the last step'), key: 'Z' }),
      ),
    draft.steps_ahead > 0 &&
      draftForm(
        ctx,
        { draft, action: draftHref(draft.id, slugOf.redo), hidden, id: 'lam-lai' },
        button({ text: say('Làm lại', 'Do it again'), key: 'Y' }),
      ),
  ];
}
