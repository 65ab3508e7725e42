import { bookPage, type Refund, refundWords, type surplusOf } from '#capabilities/payments';
import { buttonLink, emptyState, pageHeading, pagination, table, tabs } from '#design';
import type { UnitId } from '#kernel/ids';
import { formatDate, localDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { number } from '../words/say.ts';
import { hrefWith, refundHref, refundsPath, surplusHref } from './addresses.ts';
import { type MarkedView, markedTable } from './marked.view.ts';
import type { RefundList } from './refund-lists.ts';

type Surplus = Awaited<ReturnType<typeof surplusOf>>[number];

export interface RefundsView extends MarkedView {
  readonly list: RefundList;
  readonly unit: UnitId;
  readonly rows: readonly Refund[];
  readonly counts: readonly {
    readonly state: Refund['state'];
    readonly count: number;
    readonly amount: number;
  }[];
  readonly surplus: readonly Surplus[];
  readonly page: number;
  readonly unitName: (id: UnitId) => string;
}

export function refundsView(view: RefundsView): Html {
  const { say, list, unit, rows, counts, page } = view;
  const count = (...states: readonly Refund['state'][]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.count, 0);
  const names: Readonly<Record<RefundList, readonly [string, number]>> = {
    'cho-duyet': [say('Chờ duyệt', 'To decide'), count('asked')],
    'cho-chi': [say('Chờ chi', 'To pay'), count('approved')],
    'da-hoan': [say('Đã hoàn', 'Given back'), count('paid')],
    khac: [say('Không hoàn', 'Refused'), count('refused', 'dropped')],
  };
  const at = (xem: string, more: Readonly<Record<string, string>> = {}) =>
    hrefWith(refundsPath, { 'don-vi': unit, xem, ...more });
  const total = names[list][1];
  return html`${pageHeading({
    title: say('Hoàn phí', 'Refunds'),
    actions: [
      list === 'cho-chi' &&
        rows.length > 0 &&
        buttonLink({
          text: say('Tải lệnh chi (CSV)', 'Payment order (CSV)'),
          href: hrefWith(`${refundsPath}/lenh-chi.csv`, { 'don-vi': unit }),
        }),
      rows.length > 0 &&
        buttonLink({
          text: say('Tải danh sách (CSV)', 'List (CSV)'),
          href: hrefWith(`${refundsPath}/hoan-phi.csv`, { 'don-vi': unit, xem: list }),
        }),
    ],
  })}${tabs({
    label: say('Trạng thái', 'State'),
    items: (Object.keys(names) as RefundList[]).map((each) => ({
      text: names[each][0],
      count: names[each][1],
      href: at(each),
      current: each === list,
    })),
  })}${
    rows.length === 0
      ? emptyState({
          title: say('Không có khoản nào', 'Nothing here'),
          text: say('Đề nghị hoàn mới sẽ ở mục “Chờ duyệt”.', 'New wishes come under “To decide”.'),
        })
      : table({
          id: 'hoan-phi',
          caption: say('Đơn vị tính: đồng', 'In đồng'),
          columns: [
            { text: say('Mã hoàn', 'Code') },
            { text: say('Khoản, người nộp', 'What, who') },
            { text: say('Lý do', 'Reason'), long: true },
            { text: say('Đơn vị hoàn', 'Unit') },
            { text: say('Đề nghị', 'Asked') },
            { text: say('Số tiền', 'Amount'), numeric: true },
          ],
          rows: rows.map((row) => [
            html`<a class="mc-code"${attributes({ href: refundHref(row.code) })}>${refundWords(row.code)}</a>`,
            html`${row.what}<br><span class="mc-quiet">${row.owner_name}${row.dossier_code && ` · ${row.dossier_code}`}</span>`,
            row.reason,
            view.unitName(row.unit_id),
            formatDate(localDate(row.asked_at)),
            number(row.amount),
          ]),
        })
  }${
    total > bookPage &&
    pagination({
      previous: page > 1 ? at(list, { trang: String(page - 1) }) : undefined,
      next: page * bookPage < total ? at(list, { trang: String(page + 1) }) : undefined,
    })
  }${list === 'cho-duyet' && view.marked.length > 0 && markedTable(view)}${
    list === 'cho-duyet' && view.surplus.length > 0 && surplusTable(view)
  }`;
}

const surplusTable = ({ say, surplus, unit, keeps }: RefundsView): Html =>
  table({
    id: 'tien-thua',
    caption: say('Tiền nộp thừa đang giữ, đơn vị tính: đồng', 'Surplus that is held, in đồng'),
    columns: [
      { text: say('Ngày', 'Day') },
      { text: say('Chứng từ', 'Evidence') },
      { text: say('Hồ sơ', 'Dossier') },
      { text: say('Số tiền', 'Amount'), numeric: true },
      { text: say('Việc', 'Action') },
    ],
    rows: surplus.map((each) => [
      formatDate(each.day),
      html`<span class="mc-code">${each.evidence}</span>`,
      html`${each.dossier_code}<br><span class="mc-quiet">${each.owner_name}</span>`,
      number(each.amount),
      each.live
        ? say('đang hoàn', 'being given back')
        : keeps(unit) &&
          html`<a${attributes({ href: surplusHref(unit, each.id), 'aria-label': `${say('Hoàn lại', 'Give back')} ${number(each.amount)}` })}>${say('Hoàn lại', 'Give back')}</a>`,
    ]),
  });
