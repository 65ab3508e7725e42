import { refundWords, toolsOf } from '#capabilities/payments';
import {
  backLink,
  errorSummary,
  notice,
  pageHeading,
  status,
  summaryList,
  table,
  tag,
  timeline,
} from '#design';
import { formatDong } from '#kernel/money';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { refundHref } from '../books/addresses.ts';
import { refundTag } from '../books/words.ts';
import { dossierHref } from '../core/addresses.ts';
import { matchingItems } from './addresses.ts';
import type { ItemView } from './item-props.ts';
import { aboutItem, dongOf, sinceOf } from './items.view.ts';
import { ageInWords, matchingSentence } from './sentences.ts';
import { targetOf, toolForms } from './tools.view.ts';
import { kindWords, lineKinds, markWords, stateWords, stepWords } from './words.ts';

export function itemView(view: ItemView): Html {
  const { say, locale, look, refusal, done } = view;
  const { item } = look;
  const { name, todo } = kindWords[item.kind];
  return html`${backLink({ href: matchingItems, text: say('Việc đối soát', 'Items of reconciliation') })}${
    refusal &&
    errorSummary({ errors: [{ text: matchingSentence(refusal, locale), target: targetOf(view) }], locale })
  }${done && status({ text: say('Đã ghi. Mọi bước đều được giữ lại.', 'Done. Every step is kept.'), locale })}${pageHeading(
    {
      title: inLocale(name, locale),
      beside: tag({ text: inLocale(stateWords[item.state], locale), tone: stateWords[item.state].tone }),
    },
  )}${item.state !== 'closed' && notice({ kind: 'info', content: html`<p>${inLocale(todo, locale)}</p>`, locale })}${facts(view)}${lines(view)}${entries(view)}${
    view.works && item.state !== 'closed' && toolForms(view)
  }${steps(view)}`;
}

function facts({ say, locale, now, look, unitName, gatewayName }: ItemView): Html {
  const { item, bankLine, refund } = look;
  const rows: { label: string; value: Html | string }[] = [
    { label: say('Ngày tiền', 'Day of the money'), value: formatDate(item.day) },
    {
      label: item.gateway === '' ? say('Tham chiếu', 'Reference') : say('Mã tham chiếu', 'Reference'),
      value: [item.reference, gatewayName].filter(Boolean).join(' · '),
    },
  ];
  if (item.dossier_code !== '')
    rows.push({
      label: say('Hồ sơ', 'Dossier'),
      value: html`<a${attributes({ href: dossierHref(item.dossier_code) })}>${item.dossier_code}</a>`,
    });
  if (refund)
    rows.push({
      label: say('Khoản hoàn', 'Refund'),
      value: html`<a class="mc-code"${attributes({ href: refundHref(refund.code) })}>${refundWords(refund.code)}</a> ${tag(refundTag(say, refund.state))}`,
    });
  const wentOut = toolsOf(item.kind).tie;
  if (item.unit_id)
    rows.push({
      label: wentOut ? say('Từ tài khoản của', 'From the account of') : say('Đơn vị hưởng', 'Whose money'),
      value: unitName(item.unit_id),
    });
  if (item.there !== null)
    rows.push({
      label: wentOut ? say('Tiền đã ra', 'What left') : say('Bên ngoài ghi', 'Said outside'),
      value: dongOf(item.there),
    });
  if (item.here !== null)
    rows.push({
      label: wentOut ? say('Khoản hoàn là', 'The refund is') : say('Sổ ghi', 'In the books'),
      value: dongOf(item.here),
    });
  const about = aboutItem(item, say);
  if (about !== '') rows.push({ label: say('Chi tiết', 'Details'), value: about });
  if (bankLine)
    rows.push({
      label: say('Sao kê', 'Statement'),
      value: `${bankLine.account} · ${bankLine.number} · ${formatDateTime(bankLine.at)}`,
    });
  if (item.marked)
    rows.push({ label: say('Đánh dấu', 'Marked'), value: inLocale(markWords[item.marked], locale) });
  rows.push({
    label: say('Phát hiện', 'Found'),
    value: `${formatDateTime(item.found_at)} (${say('đã', 'for')} ${ageInWords((item.closed_at ?? now) - sinceOf(item), locale)})`,
  });
  if (item.officer_name !== '')
    rows.push({ label: say('Người xử lý', 'Who has it'), value: item.officer_name });
  return summaryList({ rows, locale });
}

function lines({ say, locale, look }: ItemView): Html | false {
  if (look.lines.length === 0) return false;
  return table({
    id: 'dong-cua-cong',
    caption: say('Trong tệp của cổng', "In the gateway's file"),
    columns: [
      { text: say('Lúc', 'When') },
      { text: say('Loại', 'Kind') },
      { text: say('Giao dịch', 'Transaction') },
      { text: say('Số tiền', 'Amount'), numeric: true },
      { text: say('Đối tác, ngân hàng', 'Merchant, bank') },
      { text: say('Tệp, dòng', 'File, line') },
    ],
    rows: look.lines.map((each) => [
      formatDateTime(each.at),
      inLocale(lineKinds[each.kind], locale),
      each.transaction,
      formatDong(each.amount),
      `${each.merchant} · ${each.bank}`,
      `${each.file}, ${each.line}`,
    ]),
  });
}

function entries({ say, look }: ItemView): Html | false {
  if (look.entries.length === 0) return false;
  return table({
    id: 'but-toan',
    caption: say('Trong sổ', 'In the books'),
    columns: [
      { text: say('Ghi lúc', 'Entered') },
      { text: say('Ngày tiền', 'Day') },
      { text: say('Nợ', 'Debit') },
      { text: say('Có', 'Credit') },
      { text: say('Số tiền', 'Amount'), numeric: true },
      { text: say('Chứng từ', 'Evidence') },
    ],
    // The unit behind the colon is an identifier, which says nothing to people.
    rows: look.entries.map(({ at, day, debit, credit, amount, evidence }) => [
      formatDateTime(at),
      formatDate(day),
      debit.split(':')[0] ?? '',
      credit.split(':')[0] ?? '',
      formatDong(amount),
      evidence,
    ]),
  });
}

const steps = ({ say, locale, look }: ItemView): Html =>
  html`<section class="mc-stack"><h2>${say('Các bước đã làm', 'Steps so far')}</h2>${timeline({
    items: look.steps.map(({ kind, at, actor_name, words }) => ({
      state: 'done' as const,
      title: `${inLocale(stepWords[kind], locale)} · ${formatDateTime(at)}`,
      text: [actor_name, stepText(kind, words, locale)].filter(Boolean).join(': '),
    })),
    dense: true,
    locale,
  })}</section>`;

/** A mark is kept as its name before what was written. */
function stepText(kind: string, words: string, locale: Locale): string {
  const mark = kind === 'marked' && (words.startsWith('refund') ? 'refund' : 'surplus');
  return mark ? inLocale(markWords[mark], locale) + words.slice(mark.length) : words;
}
