import type { DossierView } from '#capabilities/dossiers';
import { card, summaryList, table, tag } from '#design';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { addressOf } from '../tracking/next-action.ts';
import type { Say } from '../words/say.ts';
import { moment } from '../words/times.ts';
import { sizeInWords } from './uploads.ts';

/** Each reading of an officer: when, who, from where, what for. */
export const readingsView = (say: Say, readings: DossierView['readings']): Html =>
  html`<h1>${say('Ai đã xem hồ sơ của bạn?', 'Who looked at your dossier?')}</h1>${
    readings.length === 0
      ? html`<p>${say('Chưa có cán bộ nào mở hồ sơ này.', 'No officer has opened it yet.')}</p>`
      : table({
          id: 'luot-xem',
          caption: say('Các lượt xem, mới nhất trước', 'Readings, newest first'),
          columns: [
            { text: say('Lúc', 'When') },
            { text: say('Cán bộ', 'Officer') },
            { text: say('Đơn vị', 'Unit') },
            { text: say('Để làm gì', 'What for') },
          ],
          rows: readings.map((reading) => [
            moment(reading.at),
            reading.officer_name,
            reading.unit_name,
            reading.purpose,
          ]),
        })
  }<p>${say('Thấy lượt xem lạ? Hãy nhắn cho cơ quan hoặc gọi số ở cuối trang.', 'See one you do not expect? Write to the office or call the number below.')}</p>`;

/** Questions and answers as they were sent, kept as text, and the papers that came with them. */
export function contentView(say: Say, locale: Locale, { dossier, forms, documents }: DossierView): Html {
  const words = forms[0]?.words ?? [];
  const pages = [...Map.groupBy(words, (word) => word.page)];
  return html`<h1>${say('Những gì đã nộp', 'What was filed')}</h1>${pages.map(([title, rows]) =>
    card({
      title,
      content: summaryList({
        locale,
        rows: rows.map((row) => ({
          label: row.question,
          value: row.answer.split('\n').map((line) => html`${line}<br>`),
        })),
      }),
    }),
  )}${
    documents.length > 0 &&
    card({
      title: say('Giấy tờ', 'Papers'),
      content: html`<ul class="mc-files">${documents.map(
        (document) =>
          html`<li><span><strong>${document.title}</strong> <span class="mc-quiet mc-small">${moment(document.added_at)}</span>${
            document.sha256 !== null &&
            html`<br><a href="${addressOf(dossier.code, `/tep/${document.id}`)}">${document.file_name} (${sizeInWords(document.size ?? 0)})</a>`
          }${document.replaced_by !== null && html` ${tag({ text: say('đã thay bằng bản khác', 'replaced') })}`}</span></li>`,
      )}</ul>`,
    })
  }`;
}
