import type { NationalRemark, nationalList } from '#capabilities/catalogue';
import { emptyState, table, tag } from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { number, type Say, sayIn } from '../core/say.ts';
import { nationalHref } from './addresses.ts';
import { remarkWords } from './remark-words.ts';

export interface ReportView {
  readonly list: NonNullable<Awaited<ReturnType<typeof nationalList>>>;
  /** One kind of remark alone. */
  readonly reason: string | undefined;
  readonly rows: readonly NationalRemark[];
  readonly skip: number;
  readonly size: number;
  readonly more: boolean;
}

const actions: Readonly<Record<NationalRemark['action'], LocalText & { tone: 'jade' | 'amber' | 'grey' }>> = {
  corrected: { vi: 'đã sửa', en: 'corrected', tone: 'jade' },
  kept: { vi: 'giữ nguyên', en: 'kept', tone: 'amber' },
  'set-aside': { vi: 'để riêng', en: 'set aside', tone: 'grey' },
};

export function reportView(ctx: PageCtx, view: ReportView): Html {
  const say = sayIn(ctx.locale);
  const { list, reason, rows, skip, size } = view;
  const href = (loai: string | undefined, tu = 0): string =>
    `${nationalHref(list.id, '/bao-cao')}?${new URLSearchParams({ ...(loai && { loai }), tu: String(tu) })}`;
  const wordsOf = (key: string): string => inLocale(remarkWords(key), ctx.locale);
  return html`${list.counts ? figures(say, list.counts, (key) => (key === 'assumed-defaults' ? html`${wordsOf(key)}` : html`<a${attributes({ href: href(key) })}>${wordsOf(key)}</a>`)) : html`<p>${say('Danh mục này được đọc trước khi báo cáo được giữ theo từng dòng; hãy xem tệp.', 'This list was read before reports were kept row by row; see the file.')} <a${attributes({ href: nationalHref(list.id, '/bao-cao.md') })}>bao-cao.md</a></p>`}${
    reason !== undefined &&
    html`<p>${say('Chỉ loại', 'Only')}: <strong>${wordsOf(reason)}</strong> · <a${attributes({ href: href(undefined) })}>${say('Xem mọi dòng', 'See every row')}</a></p>`
  }${
    rows.length === 0
      ? emptyState({ title: say('Không có dòng nào', 'No rows') })
      : table({
          id: 'dong',
          caption: say(
            `Từng dòng, từ ${number(skip + 1)} đến ${number(skip + rows.length)}`,
            `Rows ${skip + 1} to ${skip + rows.length}`,
          ),
          columns: [
            { text: say('Thủ tục', 'Procedure') },
            { text: say('Việc', 'What was done') },
            { text: say('Vì sao', 'Why') },
            { text: say('Trong tệp', 'In the file') },
            { text: say('Lấy là', 'Taken as') },
          ],
          rows: rows.map(({ code, action, reason: key, before, after }) => [
            html`<span class="mc-code">${code}</span>`,
            tag({ text: inLocale(actions[action], ctx.locale), tone: actions[action].tone }),
            wordsOf(key),
            short(before),
            short(after),
          ]),
        })
  }<p>${
    skip > 0 &&
    html`<a${attributes({ href: href(reason, Math.max(0, skip - size)) })}>${say('Trang trước', 'Back')}</a> `
  }${view.more && html`<a${attributes({ href: href(reason, skip + size) })}>${say('Trang sau', 'Next')}</a>`}</p>`;
}

const mostShown = 160;
const short = (text: string): string => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);

/** What touches every record alike is told once, with its count: it has no rows to lead to. */
function figures(
  say: Say,
  { counts, kinds }: NonNullable<ReportView['list']['counts']>,
  link: (reason: string) => Html,
): Html {
  const row = (what: string, came: number, taken: number, aside: number) => [
    what,
    number(came),
    number(taken),
    number(aside),
  ];
  return html`${table({
    id: 'so-luong',
    caption: say('Đọc được bao nhiêu', 'How much was read'),
    columns: [
      { text: say('Gì', 'What') },
      { text: say('Trong tệp', 'In the files'), numeric: true },
      { text: say('Đã lấy', 'Taken'), numeric: true },
      { text: say('Để riêng hoặc gộp', 'Set aside or merged'), numeric: true },
    ],
    rows: [
      row(say('Thủ tục', 'Procedures'), counts.rows, counts.imported, counts.rowsSetAside),
      row(
        say('Dòng chi tiết', 'Detail lines'),
        counts.detailLines,
        counts.detailsUsed,
        counts.detailsSetAside,
      ),
      row(say('Giấy tờ', 'Papers'), counts.documents, counts.documentsKept, counts.documentsMerged),
    ],
  })}${
    kinds.length > 0 &&
    table({
      id: 'loai',
      caption: say('Theo loại', 'By kind'),
      columns: [
        { text: say('Vì sao', 'Why') },
        { text: say('Việc', 'What was done') },
        { text: say('Số dòng', 'Rows'), numeric: true },
      ],
      rows: kinds.map(({ reason, action, count }) => [
        link(reason),
        tag({ text: say(actions[action].vi, actions[action].en ?? ''), tone: actions[action].tone }),
        number(count),
      ]),
    })
  }`;
}
