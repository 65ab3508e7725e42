import type { CollectionRow } from '#capabilities/payments';
import {
  button,
  buttonLink,
  dateInput,
  emptyState,
  errorSummary,
  pageHeading,
  select,
  table,
  tabs,
} from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { number, type Say } from '../words/say.ts';
import { collectionsPath, entriesPath, hrefWith } from './addresses.ts';
import {
  type Asked,
  askedFields,
  everyUnit,
  narrowedBy,
  type PeriodFault,
  slugOfBy,
  type Typed,
} from './period.ts';
import { chargeKindNames, wayNames } from './words.ts';

export interface CollectionsView {
  readonly say: Say;
  readonly locale: Locale;
  readonly units: readonly { readonly value: string; readonly text: string }[];
  readonly typed: Typed;
  readonly fault: PeriodFault | undefined;
  readonly asked: Asked | undefined;
  readonly rows: readonly (CollectionRow & { readonly text: string })[];
}

export function collectionsView(view: CollectionsView): Html {
  const { say, asked, rows } = view;
  return html`${pageHeading({
    title: say('Số thu phí, lệ phí', 'Collections'),
    beside:
      asked &&
      html`<span class="mc-quiet">${formatDate(asked.narrowed.from)} – ${formatDate(asked.narrowed.to)}</span>`,
    actions: [
      asked &&
        rows.length > 0 &&
        buttonLink({
          text: say('Tải CSV', 'Download CSV'),
          href: hrefWith(`${collectionsPath}/so-thu.csv`, askedFields(asked)),
        }),
    ],
  })}${ask(view)}${asked && found(view, asked)}`;
}

/** Words for a time that cannot be read. */
export function periodFaults(say: Say): Readonly<Record<PeriodFault, string>> {
  return {
    tu: say('Nhập ngày bắt đầu, ví dụ 01 11 2026.', 'Give the first day, such as 01 11 2026.'),
    den: say('Nhập ngày kết thúc, ví dụ 30 11 2026.', 'Give the last day, such as 30 11 2026.'),
    order: say('Ngày kết thúc không được trước ngày bắt đầu.', 'The last day must not be before the first.'),
  };
}

function ask({ say, locale, units, typed, fault, asked }: CollectionsView): Html {
  const sentences = periodFaults(say);
  const at = fault === 'tu' ? 'tu' : 'den';
  const error = (name: 'tu' | 'den') => (fault && at === name ? sentences[fault] : undefined);
  const fields: Readonly<Record<string, string | number>> = asked ? askedFields(asked) : typed;
  const value = (name: 'tu' | 'den') => ({
    day: String(fields[`${name}-day`] ?? ''),
    month: String(fields[`${name}-month`] ?? ''),
    year: String(fields[`${name}-year`] ?? ''),
  });
  const all = { value: everyUnit, text: say('Tất cả đơn vị', 'All units') };
  return html`${fault && errorSummary({ errors: [{ text: sentences[fault], target: at }], locale })}<form class="mc-stack"${attributes({ action: collectionsPath })}>${
    units.length > 1 &&
    select({
      name: 'don-vi',
      label: say('Đơn vị', 'Unit'),
      options: [...units, all],
      value: asked ? (asked.unit ?? everyUnit) : typed['don-vi'],
      emptyText: null,
      width: 'l',
      locale,
    })
  }<div class="mc-row">${dateInput({ name: 'tu', label: say('Từ ngày', 'From'), value: value('tu'), error: error('tu'), locale })}${dateInput(
    {
      name: 'den',
      label: say('Đến hết ngày', 'Until the end of'),
      value: value('den'),
      error: error('den'),
      locale,
    },
  )}</div>${button({ text: say('Xem số thu', 'Show') })}</form>${chips(asked ? applied(say, locale, asked) : [])}`;
}

/** What narrows the numbers; a press takes it away. */
export const chips = (narrowing: ReturnType<typeof applied>): readonly Html[] =>
  narrowing.map(
    ({ text, removeHref }) =>
      html`<p><a class="mc-filter-on"${attributes({ href: removeHref })}>${text}<span aria-hidden="true"> ×</span></a></p>`,
  );

/** What the numbers are narrowed by, each with the address without it. */
export function applied(say: Say, locale: Locale, asked: Asked, path = collectionsPath) {
  const { procedure, way, kind } = asked.narrowed;
  const without = (name: string) => hrefWith(path, askedFields(asked, { [name]: '' }));
  return [
    ...(procedure
      ? [{ text: say(`Thủ tục ${procedure}`, `Procedure ${procedure}`), removeHref: without('thu-tuc') }]
      : []),
    ...(way in wayNames
      ? [{ text: inLocale(wayNames[way as keyof typeof wayNames], locale), removeHref: without('cach') }]
      : []),
    ...(kind in chargeKindNames
      ? [
          {
            text: inLocale(chargeKindNames[kind as keyof typeof chargeKindNames], locale),
            removeHref: without('loai'),
          },
        ]
      : []),
  ];
}

function found({ say, rows }: CollectionsView, asked: Asked): Html {
  const words = {
    procedure: say('Theo thủ tục', 'By procedure'),
    way: say('Theo cách nộp', 'By way'),
    kind: say('Theo loại', 'By kind'),
    unit: say('Theo đơn vị', 'By unit'),
  };
  const bys = (Object.keys(words) as (keyof typeof words)[]).filter(
    (by) => by !== 'unit' || asked.unit === undefined,
  );
  const sides = tabs({
    label: say('Xem theo', 'Seen by'),
    items: bys.map((by) => ({
      text: words[by],
      href: hrefWith(collectionsPath, askedFields(asked, { theo: slugOfBy(by) })),
      current: by === asked.by,
    })),
  });
  if (rows.length === 0)
    return html`${sides}${emptyState({
      title: say('Trong kỳ không có khoản thu nào', 'Nothing was collected in this time'),
      text: say('Chọn kỳ khác hoặc đơn vị khác.', 'Choose another time or unit.'),
    })}`;
  const open = (change: Readonly<Record<string, string>>, value: number, what: string) =>
    html`<a${attributes({ href: hrefWith(entriesPath, askedFields(asked, change)), 'aria-label': `${what}: ${number(value)}` })}>${number(value)}</a>`;
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + pick(row), 0);
  const line = (
    text: string,
    row: { entries: number; taken: number; given: number },
    change: Readonly<Record<string, string>>,
  ) => [
    text,
    open(change, row.entries, `${text}, ${say('bút toán', 'entries')}`),
    number(row.taken),
    number(row.given),
    open(change, row.taken - row.given, `${text}, ${say('còn lại', 'net')}`),
  ];
  return html`${sides}${table({
    id: 'so-thu',
    caption: say('Đơn vị tính: đồng', 'In đồng'),
    rowHeaders: true,
    columns: [
      { text: words[asked.by].replace(/^(Theo |By )/, '').replace(/^./, (first) => first.toUpperCase()) },
      { text: say('Bút toán', 'Entries'), numeric: true },
      { text: say('Đã thu', 'Collected'), numeric: true },
      { text: say('Đã hoàn', 'Given back'), numeric: true },
      { text: say('Còn lại', 'Net'), numeric: true },
    ],
    rows: [
      ...rows.map((row) => line(row.text, row, narrowedBy(asked.by, row.key))),
      line(
        say('Cộng', 'Total'),
        {
          entries: sum((row) => row.entries),
          taken: sum((row) => row.taken),
          given: sum((row) => row.given),
        },
        {},
      ),
    ],
  })}`;
}
