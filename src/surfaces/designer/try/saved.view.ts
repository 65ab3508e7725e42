import { button, card, table, tag, textInput } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { draftForm } from '../core/draft-form.ts';
import { textOf } from '../core/fields.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { roadNames } from './ask.view.ts';
import { type Asked, wordsOf } from './asked.ts';
import type { TryView } from './props.ts';

const hidden = (asked: Asked): readonly Html[] =>
  wordsOf(asked).map(([name, value]) => html`<input type="hidden"${attributes({ name, value })}>`);

/** Keeps the run that is shown as a check. */
export function keepView(ctx: PageCtx, { say, locale, draft, asked, shown }: TryView): Html | undefined {
  if (draft.state !== 'draft') return undefined;
  const usual = `${inLocale(shown.person.name, locale)}: ${say(...roadNames[asked.road]).toLocaleLowerCase('vi')}`;
  return card({
    title: say('Giữ làm phép thử', 'Keep it as a check'),
    content: draftForm(
      ctx,
      { draft, action: draftHref(draft.id, 'chay-thu') },
      html`${hidden(asked)}<p>${say(
        'Lần sau, trước khi công bố, lần chạy này phải kết thúc như hôm nay. Phép thử tính theo giờ hành chính, không ngày lễ.',
        'Before it is published, this run must end as it does today. Checks reckon in office hours, without holidays.',
      )}</p>${textInput({
        name: '_ten-phep-thu',
        label: say('Tên phép thử', 'Name of the check'),
        value: textOf(ctx.fields, '_ten-phep-thu') || usual,
        width: 'full',
        required: true,
        locale,
      })}${button({ text: say('Giữ phép thử', 'Keep the check'), name: '_lam', value: 'giu' })}`,
    ),
  });
}

/** The runs that were kept, each beside what it comes to now. */
export function savedView(ctx: PageCtx, { say, locale, draft, asked, saved }: TryView): Html | undefined {
  if (saved.length === 0) return undefined;
  const open = draft.state === 'draft';
  const act = (run: string, what: 'nhan' | 'bo', text: string, name: string): Html =>
    draftForm(
      ctx,
      { draft, action: draftHref(draft.id, 'chay-thu'), hidden: { _phep: run } },
      html`${hidden(asked)}<button class="mc-link-button" name="_lam"${attributes({ value: what, 'aria-label': `${text}: ${name}` })}>${text}</button>`,
    );
  return table({
    id: 'phep-thu',
    caption: say('Phép thử đã giữ', 'Checks'),
    columns: [
      { text: say('Phép thử', 'Check') },
      { text: say('Bây giờ', 'Now') },
      { text: say('Việc', 'Act') },
    ],
    rows: saved.map(({ id, name, differences, readable }) => [
      html`<span data-row>${name || id}</span>`,
      !readable
        ? tag({ text: say('không đọc được', 'cannot be read'), tone: 'red' })
        : differences.length === 0
          ? tag({ text: say('kết thúc như cũ', 'ends as it did'), tone: 'jade', icon: 'check' })
          : html`${tag({ text: say('kết thúc khác', 'ends differently'), tone: 'red' })}<ul>${differences.map(
              (each) => html`<li>${inLocale(each, locale)}</li>`,
            )}</ul>`,
      open &&
        html`<div class="mc-row">${
          differences.length > 0 && act(id, 'nhan', say('Chấp nhận kết cục mới', 'Accept the new end'), name)
        }${act(id, 'bo', say('Bỏ phép thử', 'Remove'), name || id)}</div>`,
    ]),
  });
}
