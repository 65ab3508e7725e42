import { button, notice } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { filingPage } from '../core/frame.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';

export function removeView(ctx: PageCtx, doors: Doors, { draft, definition }: OpenFiling): Html {
  const say = sayIn(ctx.locale);
  const title = say('Xóa bản nháp này?', 'Delete this draft?');
  const files = draft.files.length;
  return filingPage(ctx, doors, {
    title,
    back: paths.tasks(draft.id),
    main: [
      html`<h1>${title}</h1>`,
      notice({
        kind: 'danger',
        locale: ctx.locale,
        title: inLocale(definition.name, ctx.locale),
        content:
          files > 0
            ? say(
                `Mọi câu trả lời và ${files} tệp sẽ mất, không lấy lại được.`,
                `All answers and ${files} files are lost for good.`,
              )
            : say('Mọi câu trả lời sẽ mất, không lấy lại được.', 'All answers are lost for good.'),
      }),
      html`<form method="post"${attributes({ action: paths.remove(draft.id) })}>${csrfField(ctx)}${button({
        text: say('Xóa bản nháp', 'Delete the draft'),
        kind: 'warning',
      })}</form>`,
      html`<p><a href="${paths.tasks(draft.id)}">${say('Giữ lại và làm tiếp', 'Keep it and go on')}</a></p>`,
    ],
  });
}
