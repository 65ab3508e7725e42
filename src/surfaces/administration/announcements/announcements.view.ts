import type { WorkingCalendar } from '#capabilities/calendar';
import {
  type Announcement,
  type Announcer,
  announcedInTime,
  announcingDays,
  publicInTime,
  type Timeliness,
  type TransparencyFigure,
} from '#capabilities/catalogue';
import { details, emptyState, type Tone, table, tag } from '#design';
import type { Locale, LocalText } from '#kernel/text';
import { inLocale } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { number, type Say } from '../core/say.ts';

export const announcementsPath = '/quan-tri/cong-bo';
export const announcementHref = (id: string, rest = ''): string => `${announcementsPath}/${id}${rest}`;
export const day = (text: string | null): string =>
  text !== null && isPlainDate(text) ? formatDate(text) : '';

const timelinessNames: Readonly<Record<Timeliness, { text: LocalText; tone: Tone }>> = {
  'on-time': { text: { vi: 'Đúng hạn', en: 'On time' }, tone: 'jade' },
  late: { text: { vi: 'Quá hạn', en: 'Late' }, tone: 'red' },
  waiting: { text: { vi: 'Chưa công khai, còn hạn', en: 'Not yet, in time' }, tone: 'amber' },
  unknown: { text: { vi: 'Chưa đủ ngày để tính', en: 'Days missing' }, tone: 'grey' },
};
export const timelinessTag = (locale: Locale, timeliness: Timeliness): Html =>
  tag({
    text: inLocale(timelinessNames[timeliness].text, locale),
    tone: timelinessNames[timeliness].tone,
  });

export interface Judged {
  readonly calendar: WorkingCalendar;
  readonly announcer: Announcer;
  readonly today: string;
}

/** Decisions of a period, each with whether it came in time. */
export const announcementTable = (
  say: Say,
  locale: Locale,
  announcements: readonly Announcement[],
  { calendar, announcer, today }: Judged,
): Html =>
  announcements.length === 0
    ? emptyState({
        title: say('Chưa ghi quyết định nào trong kỳ này', 'No decision of this period yet'),
        text: say('Chọn năm khác, hoặc ghi quyết định vừa ký.', 'Choose another year, or enter a decision.'),
      })
    : table({
        id: 'quyet-dinh',
        caption: say(`${announcements.length} quyết định`, `${announcements.length} decisions`),
        columns: [
          { text: say('Số, ngày', 'Number, day') },
          { text: say('Thủ tục', 'Procedures'), numeric: true },
          { text: say('Hiệu lực', 'In force') },
          { text: say('Ban hành', 'Announced') },
          { text: say('Công khai', 'Made public') },
        ],
        rows: announcements.map((each) => [
          html`<a href="${announcementHref(each.id)}">${each.number}</a><br><span class="mc-quiet">${day(each.decided_on)}</span>${each.about !== '' && html`<br>${each.about}`}`,
          number(each.items.length),
          day(each.effective_on),
          timelinessTag(locale, announcedInTime(calendar, announcer, each)),
          timelinessTag(locale, publicInTime(calendar, announcer, each, today)),
        ]),
      });

const figureNames: Readonly<Record<TransparencyFigure['id'], LocalText>> = {
  PUBLISH_ON_TIME: { vi: 'Ban hành quyết định công bố đúng hạn', en: 'Announced in time' },
  PUBLIC_UPDATE_ON_TIME: { vi: 'Cập nhật, công khai đúng hạn', en: 'Made public in time' },
  PUBLIC_CONTENT_FULL: { vi: 'Công khai đủ nội dung bắt buộc', en: 'All mandatory parts public' },
};

function ruleOf(say: Say, id: TransparencyFigure['id'], announcer: Announcer): string {
  const { before, after } = announcingDays[announcer];
  switch (id) {
    case 'PUBLISH_ON_TIME':
      return say(
        `ký trước ngày văn bản có hiệu lực ít nhất ${before} ngày làm việc`,
        `signed at least ${before} working days before the document takes effect`,
      );
    case 'PUBLIC_UPDATE_ON_TIME':
      return say(
        `công khai trong ${after} ngày làm việc sau ngày ký`,
        `public within ${after} working days after the signature`,
      );
    case 'PUBLIC_CONTENT_FULL':
      return say(
        'đủ bảy bộ phận theo Điều 8 Nghị định 63/2010/NĐ-CP',
        'all seven parts of article 8 of Decree 63/2010',
      );
  }
}

const decimal = (say: Say, value: number): string =>
  say(value.toFixed(2).replace('.', ','), value.toFixed(2));

/** The part of group 3.1 of Decision 766 that announcements give, with its formula beside each figure. */
export const figureTable = (
  say: Say,
  locale: Locale,
  figures: readonly TransparencyFigure[],
  announcer: Announcer,
): Html =>
  html`${table({
    id: 'chi-so',
    caption: say('Công khai, minh bạch (nhóm 3.1)', 'Transparency (group 3.1)'),
    rowHeaders: true,
    columns: [
      { text: say('Thành phần', 'Component') },
      { text: say('Đạt', 'Met'), numeric: true },
      { text: say('Tổng', 'Of'), numeric: true },
      { text: say('Điểm', 'Points'), numeric: true },
      { text: say('Tối đa', 'At most'), numeric: true },
    ],
    rows: figures.map((each) => [
      html`${inLocale(figureNames[each.id], locale)}<br><span class="mc-quiet mc-small">${ruleOf(say, each.id, announcer)}</span>`,
      number(each.met),
      number(each.of),
      each.score === undefined ? say('chưa có', 'none yet') : decimal(say, each.score),
      number(each.max),
    ]),
  })}${details({
    summary: say('Cách tính', 'How it is counted'),
    content: html`<p>${say(
      'Điểm bằng điểm tối đa nhân tỷ lệ thủ tục đạt, theo Quyết định 766/QĐ-TTg ngày 23/6/2022. Mỗi thủ tục trong quyết định tính một lần.',
      'Points are the most possible times the share that meets the rule (Decision 766/QĐ-TTg of 23/6/2022). Each procedure of a decision counts once.',
    )}</p><p>${say(
      'Quyết định chưa ghi ngày hiệu lực của văn bản, hoặc còn hạn công khai, thì chưa tính. Đồng bộ hồ sơ (6 điểm) do kết nối quốc gia tính.',
      'What lacks the day of its document, or still has time, is not counted yet. Synchronised dossiers (6 points) come from the national exchange.',
    )}</p>`,
  })}`;
