import { cataloguePermissions, type MassChangeHead, type MassItem } from '#capabilities/catalogue';
import { button, card, dateInput, notice, type Tone, table, tag } from '#design';
import { allows } from '#kernel/actor';
import type { LocalText } from '#kernel/text';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate, type PlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { partsOf, postForm } from '../core/form.ts';
import { officerOf } from '../core/frame.ts';
import { number, type Say, sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { massHref } from './addresses.ts';
import { changeInWords } from './words.ts';

export interface ChangeView {
  readonly change: MassChangeHead;
  readonly items: readonly MassItem[];
  /** Authors of drafts that wait. */
  readonly authors: ReadonlySet<string>;
  readonly today: PlainDate;
  readonly typed: { readonly day: string; readonly month: string; readonly year: string };
  readonly dateRefused: boolean;
}

const states: Readonly<Record<NonNullable<MassItem['state']>, LocalText & { readonly tone: Tone }>> = {
  draft: { vi: 'đang soạn', en: 'draft', tone: 'grey' },
  review: { vi: 'chờ duyệt', en: 'to approve', tone: 'amber' },
  approved: { vi: 'chờ ngày hiệu lực', en: 'waits for its day', tone: 'blue' },
  published: { vi: 'đã công bố', en: 'published', tone: 'jade' },
  abandoned: { vi: 'đã bỏ', en: 'given up', tone: 'grey' },
};

/** The revision of each draft as the approver sees it, in hidden fields by code. */
export const seenField = {
  name: (code: string): string => `ban-${code}`,
  read: (fields: PageCtx['fields']): Record<string, number> =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) =>
        name.startsWith('ban-') && typeof value === 'string' && /^\d+$/.test(value)
          ? [[name.slice('ban-'.length), Number(value)]]
          : [],
      ),
    ),
};

export function changeView(ctx: PageCtx, view: ChangeView): Html {
  const { change, items } = view;
  const say = sayIn(ctx.locale);
  return html`<p>${changeInWords(change.change, say)}.</p><p class="mc-quiet">${say('Tạo lúc', 'Made')} ${formatDateTime(change.made_at)}${
    change.effective_from !== null &&
    isPlainDate(change.effective_from) &&
    html` · ${say('hiệu lực từ', 'in force from')} ${formatDate(change.effective_from)}`
  }</p>${next(ctx, say, view)}${table({
    id: 'thu-tuc',
    caption: say(`${number(items.length)} thủ tục`, `${number(items.length)} procedures`),
    columns: [
      { text: say('Mã', 'Code') },
      { text: say('Thủ tục', 'Procedure') },
      { text: say('Tình trạng', 'State') },
      { text: say('Cần làm', 'To be done') },
    ],
    rows: items.map((item) => [
      html`<span class="mc-code">${item.code}</span>`,
      item.draft_id === null
        ? item.name
        : html`<a${attributes({ href: `/thiet-ke/${item.draft_id}/khac-biet` })}>${item.name}</a>`,
      item.state === null
        ? tag({ text: say('không tạo được', 'not made'), tone: 'red' })
        : tag({ text: inLocale(states[item.state], ctx.locale), tone: states[item.state].tone, icon: 'dot' }),
      item.refusal && item.state !== 'approved' && item.state !== 'published'
        ? sentenceFor(item.refusal, ctx.locale)
        : '',
    ]),
  })}`;
}

function next(ctx: PageCtx, say: Say, view: ChangeView): Html {
  const { change, items, authors, today, typed, dateRefused } = view;
  const drafts = items.filter(({ state }) => state === 'draft');
  const waiting = items.filter(({ state }) => state === 'review');
  const officer = officerOf(ctx);
  const maker = change.made_by === officer.officer || authors.has(officer.officer);
  const send =
    drafts.length > 0 &&
    postForm(
      ctx,
      massHref(change.id, '/trinh'),
      html`<p>${say(
        'Bản soạn nào còn lỗi sẽ được nêu tên và ở lại để sửa.',
        'A draft with errors is named and stays to be mended.',
      )}</p>${button({
        text: say(`Trình duyệt ${drafts.length} bản soạn`, `Send ${drafts.length} drafts`),
        ...(waiting.length === 0 && { kind: 'primary' as const }),
      })}`,
    );
  const value = typed.day + typed.month + typed.year === '' ? partsOf(today) : typed;
  const approve =
    waiting.length > 0 &&
    (allows(officer, cataloguePermissions['catalogue.publish']) && !maker
      ? card({
          title: say(`Duyệt ${waiting.length} thủ tục cùng lúc`, `Approve ${waiting.length} together`),
          content: postForm(
            ctx,
            massHref(change.id, '/duyet'),
            html`${waiting.map(
              ({ code, revision }) =>
                html`<input type="hidden"${attributes({ name: seenField.name(code), value: String(revision ?? 0) })}>`,
            )}${dateInput({
              name: 'hieu-luc',
              label: say('Hiệu lực từ', 'In force from'),
              value,
              required: true,
              locale: ctx.locale,
              ...(dateRefused && { error: sentenceFor({ code: 'date-missing' }, ctx.locale) }),
            })}${button({ text: say('Duyệt và công bố', 'Approve and publish'), kind: 'primary' })}`,
          ),
        })
      : notice({
          kind: 'info',
          title: say(
            `${waiting.length} thủ tục chờ người khác duyệt.`,
            `${waiting.length} procedures wait for somebody else’s approval.`,
          ),
        }));
  return html`${send}${approve}`;
}
