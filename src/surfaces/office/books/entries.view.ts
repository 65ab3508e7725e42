import { bookPage, type CollectedRow } from '#capabilities/payments';
import { backLink, buttonLink, emptyState, pageHeading, pagination, summaryList, table } from '#design';
import type { UnitId } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { dossierHref } from '../core/addresses.ts';
import { number, type Say } from '../words/say.ts';
import { collectionsPath, entriesPath, hrefWith } from './addresses.ts';
import { applied, chips } from './collections.view.ts';
import { type Asked, askedFields } from './period.ts';
import { chargeKindNames, entryNames, wayNames } from './words.ts';

export interface EntriesView {
  readonly say: Say;
  readonly locale: Locale;
  readonly asked: Asked;
  readonly page: number;
  readonly rows: readonly CollectedRow[];
  readonly sum: { readonly entries: number; readonly taken: number; readonly given: number };
  readonly unitName: (id: UnitId) => string;
}

/** The entries behind a number, with the number itself above them. */
export function entriesView({ say, locale, asked, page, rows, sum, unitName }: EntriesView): Html {
  const fields = askedFields(asked);
  const to = (at: number) => hrefWith(entriesPath, { ...fields, trang: String(at) });
  const { from, to: until } = asked.narrowed;
  const narrowed = applied(say, locale, asked, entriesPath);
  return html`${backLink({
    href: hrefWith(collectionsPath, askedFields(asked, { 'thu-tuc': '', cach: '', loai: '' })),
    text: say('Số thu', 'Collections'),
  })}${pageHeading({
    title: say('Bút toán thu', 'Entries'),
    beside: html`<span class="mc-quiet">${formatDate(from)} – ${formatDate(until)}${asked.unit && ` · ${unitName(asked.unit)}`}</span>`,
    actions: [
      rows.length > 0 &&
        buttonLink({ text: say('Tải CSV', 'Download CSV'), href: hrefWith(`${entriesPath}.csv`, fields) }),
    ],
  })}${chips(narrowed)}${summaryList({
    locale,
    rows: [
      { label: say('Số bút toán', 'Entries'), value: number(sum.entries) },
      { label: say('Đã thu', 'Collected'), value: `${number(sum.taken)} ${say('đồng', 'đồng')}` },
      { label: say('Đã hoàn', 'Given back'), value: `${number(sum.given)} đồng` },
      { label: say('Còn lại', 'Net'), value: `${number(sum.taken - sum.given)} đồng` },
    ],
  })}${
    rows.length === 0
      ? emptyState({
          title: say('Không có bút toán', 'No entries'),
          text: say('Chọn kỳ khác.', 'Choose another time.'),
        })
      : table({
          id: 'but-toan',
          caption: say('Đơn vị tính: đồng', 'In đồng'),
          columns: [
            { text: say('Ngày', 'Day') },
            { text: say('Nội dung, hồ sơ', 'What, dossier') },
            { text: say('Số tiền', 'Amount'), numeric: true },
            { text: say('Cách nộp', 'Way') },
            { text: say('Thụ hưởng', 'Beneficiary') },
          ],
          rows: rows.map((row) => [
            formatDate(row.day),
            html`${inLocale(entryNames[row.kind], locale)}: ${row.fee_name}<br><a class="mc-code"${attributes({ href: dossierHref(row.dossier_code) })}>${row.dossier_code}</a><br><span class="mc-quiet">${inLocale(chargeKindNames[row.charge_kind], locale)} · ${row.procedure_code}</span>`,
            number(row.flow * row.amount),
            inLocale(wayNames[row.way], locale),
            unitName(row.payee),
          ]),
        })
  }${
    sum.entries > bookPage &&
    pagination({
      summary: say(
        `Bút toán ${number((page - 1) * bookPage + 1)}–${number((page - 1) * bookPage + rows.length)} trên ${number(sum.entries)}`,
        `Entries ${(page - 1) * bookPage + 1}–${(page - 1) * bookPage + rows.length} of ${sum.entries}`,
      ),
      previous: page > 1 ? to(page - 1) : undefined,
      next: page * bookPage < sum.entries ? to(page + 1) : undefined,
      locale,
    })
  }`;
}
