import type { NationalItem, NationalListHead } from '#capabilities/catalogue';
import { button, details, emptyState, notice, summaryList, type Tone, tabs, tag } from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { differencesTable } from '../core/differences.ts';
import { rowForm } from '../core/form.ts';
import { number, type Say, sayIn } from '../core/say.ts';
import { nationalHref } from './addresses.ts';

export interface ListView {
  readonly list: NationalListHead;
  readonly items: readonly NationalItem[];
  readonly more: boolean;
  readonly change: NationalItem['change'] | undefined;
  /** Undecided ones only. */
  readonly open: boolean;
  readonly skip: number;
  readonly size: number;
  /** The reader handed it in: somebody else takes it over. */
  readonly own: boolean;
}

const changes: Readonly<Record<NationalItem['change'], LocalText & { readonly tone: Tone }>> = {
  new: { vi: 'mới', en: 'new', tone: 'jade' },
  changed: { vi: 'đổi', en: 'changed', tone: 'blue' },
  gone: { vi: 'không còn', en: 'gone', tone: 'grey' },
};
const outcomes: Readonly<Record<string, LocalText>> = {
  published: { vi: 'đã cập nhật', en: 'brought up to date' },
  draft: { vi: 'có bản soạn để sửa tờ khai', en: 'a draft was begun' },
  'draft-open': { vi: 'sửa trong bản soạn đang mở', en: 'to be put into the open draft' },
  closed: { vi: 'đã đóng', en: 'closed' },
  'to-do': { vi: 'cần người đóng thủ tục', en: 'to be closed by a person' },
};

export function listView(ctx: PageCtx, view: ListView): Html {
  const { list, items, change, open } = view;
  const say = sayIn(ctx.locale);
  const href = (loai: string | undefined, tat = open ? '0' : '1', tu = 0) =>
    `${nationalHref(list.id)}?${new URLSearchParams({ ...(loai && { loai }), tat, tu: String(tu) })}`;
  const tab = (key: NationalItem['change'] | undefined, text: string) => ({
    text,
    href: href(key),
    current: change === key,
  });
  return html`${summaryList({
    rows: [
      { label: say('Đọc lúc', 'Read'), value: formatDateTime(list.read_at) },
      { label: say('Thủ tục trong danh mục', 'Procedures in the list'), value: number(list.procedures) },
      { label: say('Giống những gì đang có', 'The same as held'), value: number(list.same) },
      { label: say('Chờ quyết định', 'Undecided'), value: number(list.undecided) },
      {
        label: say('Báo cáo đọc', 'Report of the reading'),
        value: html`<a${attributes({ href: nationalHref(list.id, '/bao-cao') })}>${say('Xem báo cáo', 'See the report')}</a> · <a${attributes({ href: nationalHref(list.id, '/bao-cao.md') })}>bao-cao.md</a>`,
      },
    ],
    locale: ctx.locale,
  })}${
    view.own &&
    notice({
      kind: 'inset',
      content: html`<p>${say(
        'Bạn đã đưa danh mục này vào, nên người khác lấy các bản mới. Bạn vẫn giữ như cũ được.',
        'You handed this list in, so somebody else takes the newer records. You may keep things as they are.',
      )}</p>`,
    })
  }${tabs({
    label: say('Loại khác biệt', 'Kinds of differences'),
    items: [
      tab(undefined, say('Tất cả', 'All')),
      tab('new', say(`Mới (${number(list.new)})`, `New (${number(list.new)})`)),
      tab('changed', say(`Đổi (${number(list.changed)})`, `Changed (${number(list.changed)})`)),
      tab('gone', say(`Không còn (${number(list.gone)})`, `Gone (${number(list.gone)})`)),
    ],
  })}<p><a${attributes({ href: href(change, open ? '1' : '0') })}>${
    open
      ? say('Xem cả những khác biệt đã quyết định', 'Show decided ones too')
      : say('Chỉ xem những khác biệt đang chờ', 'Undecided only')
  }</a></p>${change !== undefined && list.undecided > 0 && all(ctx, say, view, change)}${
    items.length === 0
      ? emptyState({ title: say('Không còn khác biệt nào chờ bạn', 'Nothing waits for you here') })
      : items.map((item, at) => one(ctx, say, view, item, at))
  }<p>${
    view.skip > 0 &&
    html`<a${attributes({ href: href(change, undefined, Math.max(0, view.skip - view.size)) })}>${say('Trang trước', 'Back')}</a> `
  }${
    view.more &&
    html`<a${attributes({ href: href(change, undefined, view.skip + view.size) })}>${say('Trang sau', 'Next')}</a>`
  }</p>`;
}

const hidden = (view: ListView, ma: string, lam: 'lay' | 'giu'): Html =>
  html`<input type="hidden" name="lam"${attributes({ value: lam })}><input type="hidden" name="ma"${attributes({ value: ma })}><input type="hidden" name="tat"${attributes({ value: view.open ? '0' : '1' })}><input type="hidden" name="tu"${attributes({ value: String(view.skip) })}>${
    view.change && html`<input type="hidden" name="loai"${attributes({ value: view.change })}>`
  }`;

/** Everything of one kind at once; live procedures get drafts and are not overwritten. */
const all = (ctx: PageCtx, say: Say, view: ListView, change: NationalItem['change']): Html =>
  notice({
    kind: 'inset',
    content: html`<p>${say(
      'Thủ tục có tờ khai riêng không bị ghi đè: mỗi thủ tục có một bản soạn.',
      'A procedure with a form of its own is not overwritten: it gets a draft.',
    )}</p><div class="mc-row">${
      !view.own &&
      rowForm(
        ctx,
        nationalHref(view.list.id),
        hidden(view, '', 'lay'),
        say(`Lấy tất cả: ${inLocale(changes[change], 'vi')}`, `Take all: ${changes[change].en}`),
      )
    }${rowForm(ctx, nationalHref(view.list.id), hidden(view, '', 'giu'), say('Giữ tất cả như cũ', 'Keep all as they are'))}</div>`,
  });

function one(ctx: PageCtx, say: Say, view: ListView, item: NationalItem, at: number): Html {
  const { code, name, change, live, differences, decision, outcome, draft_id: draft } = item;
  const text = inLocale(changes[change], ctx.locale);
  const act = (lam: 'lay' | 'giu', words: string) =>
    html`<form${attributes({ method: 'post', action: nationalHref(view.list.id) })}>${csrfField(ctx)}${hidden(view, code, lam)}${button({ text: words })}</form>`;
  const decided =
    decision === null
      ? html`<div class="mc-row">${!view.own && act('lay', change === 'gone' ? say('Đóng thủ tục', 'Close it') : say('Lấy bản mới', 'Take the newer'))}${act('giu', say('Giữ như cũ', 'Keep as it is'))}</div>`
      : html`<p>${decision === 'taken' ? say('Đã lấy', 'Taken') : say('Đã giữ như cũ', 'Kept')}${outcome !== null && html`: ${inLocale(outcomes[outcome] ?? { vi: outcome }, ctx.locale)}`}${
          draft !== null &&
          html` · <a${attributes({ href: `/thiet-ke/${draft}` })}>${say('Mở bản soạn', 'Open the draft')}</a>`
        }${outcome === 'to-do' && html` · <a${attributes({ href: `/thiet-ke/thu-tuc/${code}` })}>${say('Mở các phiên bản', 'Open its versions')}</a>`}</p>`;
  return details({
    summary: `${code} · ${name} · ${text}${live ? ` · ${say('có tờ khai riêng', 'own form')}` : ''}`,
    open: view.items.length <= 3,
    content: html`${tag({ text, tone: changes[change].tone, icon: 'dot' })}${
      differences.length > 0 &&
      differencesTable(
        `khac-${at}`,
        say(`${differences.length} chỗ khác`, `${differences.length} differences`),
        differences,
        ctx.locale,
      )
    }${decided}`,
  });
}
