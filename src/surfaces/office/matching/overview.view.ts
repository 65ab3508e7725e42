import { kindGroupNames, type MatchingLook } from '#capabilities/payments';
import { buttonLink, errorSummary, pageHeading, status, table, tabs, tag } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { number, type Say } from '../words/say.ts';
import { matchingHome, matchingItems } from './addresses.ts';
import { againForm, fieldOf, handInForm } from './hand-in.view.ts';
import type { OverviewView } from './overview-props.ts';
import { matchingSentence } from './sentences.ts';
import { fileStates, groupNames, groupSlugs } from './words.ts';

export function overviewView(view: OverviewView): Html {
  const { say, locale, refusal, again, done } = view;
  const failed = refusal ?? again;
  const target = refusal ? (fieldOf[refusal.field ?? ''] ?? 'tep') : 'tu';
  return html`${
    failed && errorSummary({ errors: [{ text: matchingSentence(failed, locale), target }], locale })
  }${done && status({ text: doneWords(done, say), locale })}${pageHeading({
    title: say('Đối soát', 'Reconciliation'),
    actions: [
      buttonLink({ text: say('Xem việc cần xử lý', 'Items to work off'), href: matchingItems, key: 'V' }),
    ],
  })}${matchingTabs(say, locale, undefined)}${days(view)}${
    view.units.length > 0 &&
    html`<div class="mc-grid">${handInForm(view)}${view.keeps && againForm(view)}</div>`
  }${files(view)}`;
}

const doneWords = (done: string, say: Say): string =>
  done === 'tep'
    ? say(
        'Đã nhận tệp. Việc đọc và so sánh mất vài giây; hãy tải lại trang.',
        'The file has arrived. Reading and comparing take seconds; reload the page.',
      )
    : say(
        'Đã ghi yêu cầu so lại; hãy tải lại trang sau ít giây.',
        'It will be compared again; reload in a moment.',
      );

/** The overview and the lists of items, by how they were found. */
export const matchingTabs = (say: Say, locale: Locale, current: string | undefined): Html =>
  tabs({
    label: say('Các mặt của đối soát', 'Sides of reconciliation'),
    items: [
      { text: say('Theo ngày', 'By day'), href: matchingHome, current: current === undefined },
      { text: say('Mọi việc', 'All items'), href: matchingItems, current: current === '' },
      ...kindGroupNames.map((group) => ({
        text: inLocale(groupNames[group], locale),
        href: `${matchingItems}?nhom=${groupSlugs[group]}`,
        current: current === groupSlugs[group],
      })),
    ],
  });

function days({ say, look, gateways, yesterday }: OverviewView): Html {
  const told = ({ day, lines, open, closed }: MatchingLook['days'][number]) =>
    lines !== null || open + closed > 0 || day >= yesterday;
  const nameOf = new Map(gateways.map(({ value, text }) => [value, text]));
  const sum = (value: number) => (value < 0 ? `−${formatDong(asDong(-value))}` : formatDong(asDong(value)));
  return table({
    id: 'ngay',
    caption: say('Hai tuần gần đây', 'The last two weeks'),
    columns: [
      { text: say('Ngày', 'Day') },
      { text: say('Cổng', 'Gateway') },
      { text: say('Dòng trong tệp', 'Lines of the file'), numeric: true },
      { text: say('Cổng đã thu', 'By the gateway'), numeric: true },
      { text: say('Sổ đã ghi', 'By the books'), numeric: true },
      { text: say('Việc còn mở', 'Open items'), numeric: true },
      { text: say('Đã đóng', 'Closed'), numeric: true },
    ],
    rowHeaders: true,
    // Days on which nothing happened say nothing.
    rows: look.days.filter(told).map(({ day, gateway, lines, sums, open, closed }) => [
      formatDate(day),
      nameOf.get(gateway) ?? gateway,
      lines === null ? html`<span class="mc-quiet">${say('chưa có tệp', 'no file')}</span>` : number(lines),
      sums ? sum(sums.there) : '',
      sums ? sum(sums.here) : '',
      open === 0
        ? '0'
        : html`<a${attributes({
            href: `${matchingItems}?tu-ngay=${day}&den-ngay=${day}`,
            'aria-label': say(`${open} việc ngày ${formatDate(day)}`, `${open} items of ${formatDate(day)}`),
          })}>${number(open)}</a>`,
      number(closed),
    ]),
  });
}

function files({ say, locale, look, gateways }: OverviewView): Html {
  if (look.files.length === 0)
    return html`<p class="mc-quiet">${say('Chưa có tệp nào được đưa vào.', 'No file has been handed in yet.')}</p>`;
  const nameOf = new Map(gateways.map(({ value, text }) => [value, text]));
  return table({
    id: 'tep-da-dua',
    caption: say('Tệp đã đưa vào', 'Files that were handed in'),
    columns: [
      { text: say('Tệp', 'File') },
      { text: say('Của', 'Of') },
      { text: say('Đưa vào', 'Handed in') },
      { text: say('Tình trạng', 'State') },
      { text: say('Kết quả', 'What came of it'), long: true },
    ],
    rows: look.files.map((file) => [
      file.name,
      file.kind === 'statement'
        ? say('Sao kê ngân hàng', 'Bank statement')
        : `${nameOf.get(file.gateway) ?? file.gateway} · ${file.day ? formatDate(file.day) : ''}`,
      html`${formatDateTime(file.handed_at)}<br><span class="mc-quiet">${file.handed_by_name}</span>`,
      tag({ text: inLocale(fileStates[file.state], locale), tone: fileStates[file.state].tone }),
      file.refusal
        ? matchingSentence(file.refusal, locale)
        : file.lines === null
          ? ''
          : say(`${number(file.lines)} dòng`, `${number(file.lines)} lines`),
    ]),
  });
}
