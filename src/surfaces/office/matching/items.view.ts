import type { Difference } from '#capabilities/payments';
import { buttonLink, emptyState, pageHeading, pagination, table, tag } from '#design';
import type { UnitId } from '#kernel/ids';
import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, type Instant } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { number, type Say } from '../words/say.ts';
import { itemHref, matchingExport, matchingItems } from './addresses.ts';
import { type ItemQuery, itemQueryText, itemsPerPage } from './item-query.ts';
import { matchingTabs } from './overview.view.ts';
import { ageInWords } from './sentences.ts';
import { kindWords, markWords, stateWords } from './words.ts';

export interface ItemsView {
  readonly say: Say;
  readonly locale: Locale;
  readonly now: Instant;
  readonly query: ItemQuery;
  readonly rows: readonly Difference[];
  readonly unitName: (unit: UnitId) => string;
}

export const dongOf = (amount: number | null): string => {
  if (amount === null) return '';
  return amount < 0 ? `−${formatDong(asDong(-amount))}` : formatDong(asDong(amount));
};

/** What else is known, in a line: words of a transfer, merchant, name of the fee. */
export function aboutItem({ details }: Pick<Difference, 'details'>, say: Say): string {
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '');
  return [
    text('words'),
    text('fee'),
    text('transactions') && `${say('giao dịch', 'transaction')} ${text('transactions')}`,
    text('merchant') && `${say('đối tác', 'merchant')} ${text('merchant')}`,
  ]
    .filter(Boolean)
    .join(' · ')
    .slice(0, 300);
}

/** Since when it waits: since its money moved, where that is known, else since it was found. */
export const sinceOf = ({ details, found_at }: Pick<Difference, 'details' | 'found_at'>): Instant =>
  typeof details['since'] === 'number' ? details['since'] : found_at;

export function itemsView(view: ItemsView): Html {
  const { say, locale, query, rows } = view;
  const whole = rows[0]?.whole ?? 0;
  const text = itemQueryText(query);
  return html`${pageHeading({
    title: say('Việc đối soát', 'Items of reconciliation'),
    beside: html`<span class="mc-quiet">${say(`${number(whole)} việc`, `${number(whole)} items`)}</span>`,
    actions: [
      rows.length > 0 &&
        buttonLink({
          text: say('Tải bảng tính', 'Download'),
          href: `${matchingExport}${text && `?${text}`}`,
          key: 'X',
        }),
    ],
  })}${matchingTabs(say, locale, query.nhom)}${narrowing(view)}${rows.length === 0 ? nothing(view) : list(view)}${pages(view, whole)}`;
}

function narrowing({ say, query }: ItemsView): Html {
  const link = (change: Partial<ItemQuery>, vi: string, en: string) =>
    html`<a${attributes({ href: `${matchingItems}?${itemQueryText(query, change)}` })}>${say(vi, en)}</a>`;
  const { 'tu-ngay': from, 'den-ngay': to } = query;
  return html`<p class="mc-row">${
    query.dong === '1'
      ? link({ dong: '' }, 'Xem việc còn mở', 'Open items')
      : link({ dong: '1' }, 'Xem việc đã đóng', 'Closed items')
  } ${
    query.cua === 'toi'
      ? link({ cua: '' }, 'Xem của mọi người', 'Of everybody')
      : link({ cua: 'toi' }, 'Chỉ việc của tôi', 'Mine only')
  } ${(from || to) && link({ 'tu-ngay': '', 'den-ngay': '' }, 'Xem mọi ngày', 'All days')}</p>`;
}

const nothing = ({ say, query }: ItemsView): Html =>
  emptyState({
    title:
      query.dong === '1'
        ? say('Chưa có việc nào đóng', 'Nothing is closed')
        : say('Không có việc nào', 'Nothing to work off'),
    text: say(
      'Khi cổng, ngân hàng, sổ và hồ sơ không khớp nhau, việc hiện ở đây.',
      'What does not agree between gateway, bank, books and dossiers stands here.',
    ),
  });

function list({ say, locale, now, rows, unitName }: ItemsView): Html {
  return table({
    id: 'viec',
    caption: say('Việc cần xử lý', 'Items to work off'),
    captionHidden: true,
    columns: [
      { text: say('Ngày', 'Day') },
      { text: say('Việc', 'Item') },
      { text: say('Tham chiếu, hồ sơ', 'Reference, dossier'), long: true },
      { text: say('Bên ngoài', 'There'), numeric: true },
      { text: say('Sổ', 'Here'), numeric: true },
      { text: say('Đã', 'Age') },
      { text: say('Ai xử lý', 'Who has it') },
    ],
    rows: rows.map((row) => [
      formatDate(row.day),
      html`<a${attributes({ href: itemHref(row.id) })}>${inLocale(kindWords[row.kind].name, locale)}<span class="mc-hidden"> ${row.dossier_code || row.reference}</span></a>${
        row.unit_id && html`<br><span class="mc-quiet">${unitName(row.unit_id)}</span>`
      }`,
      html`${row.dossier_code || row.reference}<br><span class="mc-quiet">${aboutItem(row, say)}</span>`,
      dongOf(row.there),
      dongOf(row.here),
      ageInWords((row.closed_at ?? now) - sinceOf(row), locale),
      html`${tag({ text: inLocale(stateWords[row.state], locale), tone: stateWords[row.state].tone })}${
        row.marked && html` ${tag({ text: inLocale(markWords[row.marked], locale), tone: 'amber' })}`
      }${row.officer_name && html`<br><span class="mc-quiet">${row.officer_name}</span>`}`,
    ]),
  });
}

function pages({ say, locale, query, rows }: ItemsView, whole: number): Html | false {
  if (whole <= itemsPerPage && query.trang === 1) return false;
  const first = (query.trang - 1) * itemsPerPage + 1;
  const last = first + rows.length - 1;
  const href = (page: number) => `${matchingItems}?${itemQueryText(query, { trang: page })}`;
  return pagination({
    summary: say(`Việc ${first}–${last} trên ${number(whole)}`, `Items ${first}–${last} of ${number(whole)}`),
    previous: query.trang > 1 ? href(query.trang - 1) : undefined,
    next: last < whole ? href(query.trang + 1) : undefined,
    locale,
  });
}
