import type { ClosingState, ProcedureDraftHead, SearchAnswer } from '#capabilities/catalogue';
import {
  button,
  buttonGroup,
  card,
  emptyState,
  notice,
  searchBox,
  select,
  table,
  tag,
  textInput,
} from '#design';
import type { Refusal } from '#kernel/outcome';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { textOf } from '../core/fields.ts';
import { stateTag } from '../core/frame.ts';
import { draftHref, home, versionsHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { sentenceFor } from '../core/sentences.ts';
import { importCard } from '../packages/packages.view.ts';

export interface ListView {
  readonly drafts: readonly ProcedureDraftHead[];
  /** Closings that wait for a second person. */
  readonly closings: readonly NonNullable<ClosingState['asked']>[];
  readonly found: SearchAnswer | undefined;
  readonly q: string;
  readonly nameOf: (officer: string) => string;
  readonly refusal: Refusal | undefined;
}

export function listView(ctx: PageCtx, view: ListView): Html {
  const say = sayIn(ctx.locale);
  return html`${searchBox({
    id: 'q',
    name: 'q',
    action: home,
    label: say('Tìm thủ tục theo tên hoặc mã', 'Find a procedure by name or code'),
    value: view.q,
    buttonText: say('Tìm', 'Search'),
    key: '/',
  })}${view.found && foundTable(ctx, say, view.found)}${closingsNotice(say, view)}${draftsTable(say, view)}${newDraft(ctx, say, view.refusal?.field === 'goi' ? undefined : view.refusal)}${importCard(ctx, view.refusal)}`;
}

/** A form of one button in a row: begins a draft, or opens the one that is open already. */
const begin = (ctx: PageCtx, code: string, from: 'current' | 'national', text: string): Html =>
  html`<form${attributes({ method: 'post', action: home })}>${csrfField(ctx)}<input type="hidden" name="_ma"${attributes({ value: code })}><button class="mc-link-button" name="_tu"${attributes({ value: from, 'aria-label': `${text} ${code}` })}>${text}</button></form>`;

const foundTable = (ctx: PageCtx, say: Say, { hits, total }: SearchAnswer): Html =>
  total === 0
    ? emptyState({
        title: say('Không thấy thủ tục nào', 'Nothing found'),
        text: say(
          'Hãy thử từ khác, hoặc soạn mới theo mã bên dưới.',
          'Try other words, or begin by code below.',
        ),
      })
    : table({
        id: 'tim-thay',
        caption: say(`${total} thủ tục`, `${total} procedures`),
        columns: [
          { text: say('Mã', 'Code') },
          { text: say('Tên', 'Name') },
          { text: say('Tờ khai', 'Form') },
          { text: say('Soạn', 'Draft') },
        ],
        rows: hits.map(({ entry }) => [
          html`<span class="mc-code">${entry.code}</span>`,
          html`<div data-row><a${attributes({ href: versionsHref(entry.code) })}>${entry.name}</a></div>`,
          entry.live
            ? tag({ text: say('Riêng', 'Own'), tone: 'jade' })
            : tag({ text: say('Chung', 'Generic') }),
          entry.live
            ? begin(ctx, entry.code, 'current', say('Soạn bản mới', 'New version'))
            : begin(ctx, entry.code, 'national', say('Soạn từ bản ghi quốc gia', 'From the national record')),
        ]),
      });

const closingsNotice = (say: Say, { closings }: ListView): Html | false =>
  closings.length > 0 &&
  notice({
    kind: 'info',
    title: say('Có đề nghị đóng thủ tục', 'Closings are asked for'),
    content: html`<ul>${closings.map(
      ({ code, reason }) =>
        html`<li><a${attributes({ href: versionsHref(code) })}>${code}</a>: ${reason}</li>`,
    )}</ul>`,
  });

const draftsTable = (say: Say, { drafts, nameOf }: ListView): Html =>
  drafts.length === 0
    ? emptyState({
        title: say('Chưa có bản soạn nào', 'No drafts yet'),
        text: say(
          'Tìm một thủ tục ở trên, hoặc soạn mới theo mã.',
          'Find a procedure above, or begin by code.',
        ),
      })
    : table({
        id: 'ban-soan',
        caption: say('Các bản soạn', 'Drafts'),
        columns: [
          { text: say('Mã', 'Code') },
          { text: say('Thủ tục', 'Procedure') },
          { text: say('Trạng thái', 'State') },
          { text: say('Người soạn', 'Drafted by') },
          { text: say('Sửa lúc', 'Changed') },
        ],
        rows: drafts.map((draft) => [
          html`<span class="mc-code">${draft.code}</span>`,
          html`<div data-row><a${attributes({ href: draftHref(draft.id) })}>${draft.name || say('(chưa có tên)', '(no name)')}</a></div>`,
          stateTag(draft.state, say),
          draft.authors.map(nameOf).join(', '),
          formatDateTime(draft.changed_at),
        ]),
      });

function newDraft(ctx: PageCtx, say: Say, refusal: Refusal | undefined): Html {
  return card({
    title: say('Soạn thủ tục mới', 'A new draft'),
    content: html`<form class="mc-stack"${attributes({ method: 'post', action: home, novalidate: true })}>${csrfField(ctx)}${textInput(
      {
        name: '_ma',
        label: say('Mã thủ tục', 'Code'),
        hint: say('Như 1.004884.', 'Such as 1.004884.'),
        value: textOf(ctx.fields, '_ma'),
        code: true,
        width: 'm',
        required: true,
        key: 'N',
        ...(refusal ? { error: sentenceFor(refusal, ctx.locale) } : {}),
        locale: ctx.locale,
      },
    )}${select({
      name: '_tu',
      label: say('Bắt đầu từ', 'Begin with'),
      emptyText: null,
      required: true,
      width: 'l',
      options: [
        { value: 'national', text: say('Bản ghi quốc gia', 'The national record') },
        { value: 'current', text: say('Phiên bản đang dùng', 'The version in force') },
        { value: 'empty', text: say('Tờ giấy trắng', 'Nothing') },
      ],
      value: textOf(ctx.fields, '_tu') || 'national',
    })}${buttonGroup([button({ text: say('Bắt đầu soạn', 'Begin the draft'), kind: 'primary' })])}</form>`,
  });
}
