import type { ProcedureDraft } from '#capabilities/catalogue';
import { table, tag } from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { draftHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { partOfFinding } from './part-of-finding.ts';

/** What the national record says and could not be placed: for somebody to read, decide and tick off. */
export function todoView(ctx: PageCtx, draft: ProcedureDraft): Html | undefined {
  if (draft.todo.length === 0) return undefined;
  const say = sayIn(ctx.locale);
  const open = draft.todo.filter(({ done }) => !done).length;
  return table({
    id: 'con-viec',
    caption: say(
      `Bản ghi quốc gia còn để ngỏ: ${open} trên ${draft.todo.length} việc`,
      `Left open by the national record: ${open} of ${draft.todo.length}`,
    ),
    columns: [
      { text: say('Việc', 'What'), long: true },
      { text: say('Ở phần', 'Where') },
      { text: say('Đã xử lý', 'Settled') },
    ],
    rows: draft.todo.map(({ at, text, done }, index) => [
      html`<span data-row>${text}</span>`,
      html`<a${attributes({ href: draftHref(draft.id, partOfFinding(at).slug) })}>${partNames(say)[at] ?? at}</a>`,
      html`${done && tag({ text: say('xong', 'done'), tone: 'jade', icon: 'check' })} ${
        draft.state === 'draft' && tick(ctx, say, draft.id, index, done)
      }`,
    ]),
  });
}

const partNames = (say: Say): Readonly<Record<string, string>> => ({
  competence: say('Cấp giải quyết', 'Who decides'),
  time: say('Thời hạn', 'Times'),
  fees: say('Phí, lệ phí', 'Fees'),
  documents: say('Giấy tờ', 'Papers'),
});

const tick = (ctx: PageCtx, say: Say, draft: string, index: number, done: boolean): Html =>
  html`<form${attributes({ method: 'post', action: draftHref(draft, 'viec') })}>${csrfField(ctx)}<input type="hidden" name="_so"${attributes({ value: String(index) })}><button class="mc-link-button" name="_xong"${attributes({ value: done ? 'chua' : 'co', 'aria-label': `${done ? say('Mở lại việc', 'Open again') : say('Đánh dấu xong việc', 'Tick off')} ${index + 1}` })}>${done ? say('Mở lại', 'Open again') : say('Đánh dấu xong', 'Tick off')}</button></form>`;
