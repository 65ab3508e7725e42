import {
  buttonLink,
  card,
  details,
  notice,
  pageHeading,
  type SummaryRow,
  searchBox,
  summaryList,
  tag,
} from '#design';
import { formatDate, isPlainDate } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import { sourceText } from '../words/page.ts';
import type { Say } from '../words/say.ts';
import type { PaperGroup, ProcedureSheet } from './sheet.ts';
import { channelNames } from './times.ts';

export interface ProcedureProps {
  readonly say: Say;
  readonly sheet: ProcedureSheet;
  /** The page of its versions; absent where one of them is shown. */
  readonly history?: string;
  /** What decisions say of it: marks and notices, and what is folded away. */
  readonly decisions?: { readonly above: readonly Html[]; readonly below: Html };
}

export function procedureView({ say, sheet, history, decisions }: ProcedureProps): Html {
  return html`${pageHeading({
    title: sheet.name,
    code: sheet.code,
    beside: sheet.online
      ? tag({ text: say('Nộp trực tuyến', 'Online'), tone: 'jade', icon: 'check' })
      : tag({ text: say('Nộp tại quầy', 'At the counter') }),
  })}${decisions?.above}${card({ content: summaryList({ rows: headRows(say, sheet) }) })}${startOf(say, sheet)}${papers(say, sheet.papers)}${fees(
    say,
    sheet,
  )}${steps(say, sheet)}${more(say, sheet)}${decisions?.below}${
    history !== undefined &&
    html`<p class="mc-small"><a href="${history}">${say('Các phiên bản của thủ tục này', 'Versions of this procedure')}</a></p>`
  }${notice({ kind: 'inset', content: html`${sheet.honesty.map((line) => html`<p class="mc-quiet mc-small">${line}</p>`)}` })}`;
}

function headRows(say: Say, sheet: ProcedureSheet): readonly SummaryRow[] {
  const row = (label: string, value: Hole, there: boolean): SummaryRow[] => (there ? [{ label, value }] : []);
  return [
    ...row(say('Ai được làm', 'Who it is for'), sheet.subjects.join(', '), sheet.subjects.length > 0),
    ...row(
      say('Nơi nhận', 'Where to file'),
      html`${upperFirst(sheet.place.anyCentre)}<br><a href="/trung-tam">${sheet.place.whereToFile}</a>`,
      true,
    ),
    ...row(say('Nơi giải quyết', 'Who decides'), sheet.decidedBy, true),
    ...row(
      say('Thời hạn', 'Time'),
      sheet.times.map(
        (time) =>
          html`<p>${sheet.times.length > 1 && html`${channelNames(say, time.channels)}${time.note && html` (${time.note})`}: `}${time.text}</p>`,
      ),
      sheet.times.length > 0,
    ),
    ...row(
      say('Phí, lệ phí', 'Fees'),
      sheet.fees.length === 0
        ? say('Không thu', 'None')
        : sheet.fees.flatMap((fee) => fee.amounts.slice(0, 3)).map((line) => html`<p>${line}</p>`),
      true,
    ),
    ...row(
      say('Kết quả', 'Result'),
      sheet.results.map((result) => html`<p>${result}</p>`),
      sheet.results.length > 0,
    ),
  ];
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const startOf = (say: Say, sheet: ProcedureSheet): Html =>
  sheet.online
    ? html`<p>${buttonLink({
        text: say('Nộp hồ sơ trực tuyến', 'File online'),
        kind: 'primary',
        href: `/nop-ho-so/bat-dau/${sheet.code}`,
      })}</p><p class="mc-quiet">${say('Bạn có thể dừng bất cứ lúc nào; phần đã điền được giữ 90 ngày.', 'Stop at any time: what you filled in is kept for 90 days.')}</p>`
    : notice({
        kind: 'info',
        title: say('Nộp tại quầy hoặc qua bưu chính', 'File at a counter or by post'),
        content: html`<p>${sheet.place.everyCentreReceives} <a href="/trung-tam">${sheet.place.whereToFile}</a></p>`,
      });

function papers(say: Say, groups: readonly PaperGroup[]): Html | false {
  if (groups.length === 0) return false;
  const title = say('Giấy tờ cần có', 'Papers you need');
  // A long list of cases is folded: nobody reads seven cases to find one.
  const list = (group: PaperGroup): Html =>
    html`<ul>${group.items.map(
      (item) =>
        html`<li>${item.name}${item.counts && html` <span class="mc-quiet">(${item.counts})</span>`}${item.notes.length > 0 && html`<br><span class="mc-quiet mc-small">${item.notes.join(' ')}</span>`}${
          item.alternatives.length > 0 &&
          html`<br><span class="mc-quiet mc-small">${say('Có thể thay bằng', 'May be replaced by')}: ${item.alternatives.join('; ')}.</span>`
        }</li>`,
    )}</ul>`;
  return card({
    title,
    content:
      groups.length > 4
        ? groups.map((group) => details({ summary: group.title, content: list(group) }))
        : groups.map((group) => html`<h3>${group.title}</h3>${list(group)}`),
  });
}

function fees(say: Say, { fees: lines, feeTable }: ProcedureSheet): Html | false {
  const told = lines.filter((fee) => fee.basis || fee.note || fee.exemptions.length > 0);
  if (told.length === 0) return false;
  return card({
    title: say('Phí, lệ phí', 'Fees'),
    content: html`${told.map(
      (fee) =>
        html`<h3>${fee.name}</h3><ul>${fee.amounts.map((amount) => html`<li>${amount}</li>`)}</ul>${fee.reductions?.map((line) => html`<p>${line}</p>`)}${fee.note && html`<p>${fee.note}</p>`}${
          fee.exemptions.length > 0 && exempt(say, fee.exemptions)
        }${fee.basis && html`<p class="mc-quiet mc-small">${say('Căn cứ', 'Ground')}: ${fee.basis}</p>`}`,
    )}${feeTable !== undefined && html`<p class="mc-quiet mc-small">${feeTable}</p>`}`,
  });
}

/** A long list of classes is folded. */
const exempt = (say: Say, names: readonly string[]): Html =>
  names.length > 3
    ? details({
        summary: say(`Ai được miễn (${names.length})`, `Who pays nothing (${names.length})`),
        content: html`<ul>${names.map((name) => html`<li>${name}</li>`)}</ul>`,
      })
    : html`<p>${say('Được miễn', 'Exempt')}: ${names.join('; ')}.</p>`;

function steps(say: Say, sheet: ProcedureSheet): Html | false {
  if (sheet.steps.length === 0 && sheet.stepsText === '') return false;
  const fromList = sheet.stepsText !== '' && sourceText(sheet.stepsText);
  return card({
    title: say('Các bước', 'Steps'),
    content:
      sheet.steps.length > 0
        ? html`<ol>${sheet.steps.map((step) => html`<li>${step}</li>`)}</ol>${
            fromList &&
            details({
              summary: say('Trình tự theo danh mục quốc gia', 'As the national list tells it'),
              content: fromList,
            })
          }`
        : fromList,
  });
}

const more = (say: Say, sheet: ProcedureSheet): Html =>
  html`${
    sheet.conditions !== '' &&
    details({ summary: say('Điều kiện', 'Conditions'), content: sourceText(sheet.conditions) })
  }${
    sheet.basis.length > 0 &&
    details({
      summary: say(`Căn cứ pháp lý (${sheet.basis.length})`, `Legal basis (${sheet.basis.length})`),
      content: html`<ul>${sheet.basis.map((basis) => html`<li>${basis}</li>`)}</ul>`,
    })
  }${
    sheet.notes.length > 0 &&
    details({
      summary: say('Ghi chú', 'Notes'),
      content: html`<ul>${sheet.notes.map((note) => html`<li>${note}</li>`)}</ul>`,
    })
  }`;

/** A procedure that ends, or has ended, says since when, and leads to the one in its place. */
export const closedNotice = (
  say: Say,
  { closed_from, replaced_by }: { readonly closed_from: string | null; readonly replaced_by: string | null },
): Html | undefined => {
  if (closed_from === null || !isPlainDate(closed_from)) return undefined;
  const day = formatDate(closed_from);
  return notice({
    kind: 'warning',
    title: say(`Thủ tục này dừng nhận từ ${day}`, `No longer received from ${day}`),
    content: html`<p>${say(
      'Hồ sơ đã nộp vẫn được giải quyết đến cùng.',
      'Dossiers already filed are worked on to their end.',
    )}${
      replaced_by !== null &&
      html` ${say('Thay bằng', 'In its place')}: <a href="/thu-tuc/${replaced_by}">${replaced_by}</a>.`
    }</p>`,
  });
};

/** No procedure has this code: said as a fact, with the ways on. */
export const unknownProcedureView = (say: Say, code: string): Html =>
  html`<h1>${say(`Không có thủ tục mang mã ${code}`, `No procedure has the code ${code}`)}</h1><p>${say(
    'Mã có thể đã được thay, hoặc bị gõ nhầm. Hãy tìm bằng tên việc bạn cần làm.',
    'The code may have been replaced, or mistyped. Search by what you need to do.',
  )}</p>${searchBox({
    id: 'q',
    action: '/thu-tuc',
    name: 'q',
    label: say('Tìm thủ tục', 'Search procedures'),
    buttonText: say('Tìm', 'Search'),
    buttonKind: 'primary',
  })}`;
