import type { Announcement, EssentialList, ServiceLevel } from '#capabilities/catalogue';
import { details, notice, tag } from '#design';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formatDate, isPlainDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { inSentence, type Say } from '../../words/say.ts';
import type { MoveTold, ProcedureLaw } from './law.ts';

const mostApart = 10;
const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);

export const serviceLevelNames: Readonly<Record<ServiceLevel, LocalText>> = {
  full: { vi: 'Trực tuyến toàn trình', en: 'Wholly online' },
  partial: { vi: 'Trực tuyến một phần', en: 'Partly online' },
  none: { vi: 'Nộp tại quầy hoặc qua bưu chính', en: 'At a counter or by post' },
  'not-handled': { vi: 'Không tiếp nhận, giải quyết', en: 'Not handled' },
};

const levelNames: Readonly<Record<NonNullable<MoveTold['toLevel']>, LocalText>> = {
  commune: { vi: 'Ủy ban nhân dân xã, phường, đặc khu', en: 'the committee of the commune' },
  province: { vi: 'cơ quan cấp tỉnh', en: 'a body of the province' },
  'commune-police': { vi: 'Công an xã, phường, đặc khu', en: 'the commune police' },
  'provincial-police': { vi: 'Công an tỉnh', en: 'the provincial police' },
};

/** Beside the mark that says whether it is filed online at all. */
const shortLevels: Readonly<Partial<Record<ServiceLevel, LocalText>>> = {
  full: { vi: 'Toàn trình', en: 'Wholly online' },
  partial: { vi: 'Một phần', en: 'Partly online' },
};

/** Marks under the heading: essential service, filed anywhere, how far online. */
export const lawTags = (say: Say, locale: Locale, law: ProcedureLaw): Html =>
  html`<p class="mc-row">${law.essential && tag({ text: essentialName(say, law.essential), tone: 'blue' })} ${
    law.anywhere && tag({ text: say('Nộp ở bất kỳ trung tâm nào', 'File at any centre') })
  } ${law.level && shortLevels[law.level] && tag({ text: inLocale(shortLevels[law.level] ?? { vi: '' }, locale) })}</p>`;

export const essentialName = (say: Say, list: EssentialList): string =>
  list === '25'
    ? say('Dịch vụ thiết yếu (danh mục 25)', 'Essential service (list of 25)')
    : say('Dịch vụ thiết yếu (danh mục 53)', 'Essential service (list of 53)');

/** Instead of "any centre", where a decision took the procedure off that list. */
export const whereDecided = (say: Say) => ({
  anyCentre: say('trung tâm ở nơi giải quyết hồ sơ', 'the centre where it is decided'),
  everyCentreReceives: say(
    'Thủ tục này chỉ nhận ở trung tâm nơi giải quyết hồ sơ.',
    'Only the centre where it is decided receives it.',
  ),
});

/** A decision that moves authority: who decides from when, and by what. */
export function moveNotices(say: Say, locale: Locale, { now, next }: ProcedureLaw): readonly Html[] {
  const decider = (move: MoveTold): string =>
    move.toUnit ?? (move.toLevel === null ? '' : inLocale(levelNames[move.toLevel], locale));
  const ground = (move: MoveTold): Html =>
    html`<p>${say(
      `Quyết định ${move.number} ngày ${day(move.decided_on)}, ${move.issuer}.`,
      `Decision ${move.number} of ${day(move.decided_on)}, ${move.issuer}.`,
    )}${
      move.until_day !== null &&
      html` ${say(`Áp dụng đến hết ngày trước ${day(move.until_day)}.`, `It holds until ${day(move.until_day)}.`)}`
    }</p>`;
  return [
    ...(now
      ? [
          notice({
            kind: 'info',
            title: say(
              `Do ${decider(now)} giải quyết từ ${day(now.from_day)}`,
              `Decided by ${decider(now)} since ${day(now.from_day)}`,
            ),
            content: ground(now),
          }),
        ]
      : []),
    ...(next
      ? [
          notice({
            kind: 'info',
            title: say(
              `Từ ${day(next.from_day)}, ${decider(next)} giải quyết thủ tục này`,
              `From ${day(next.from_day)}, ${decider(next)} decides`,
            ),
            content: ground(next),
          }),
        ]
      : []),
  ];
}

/** Authorities that serve it otherwise, and the decisions that announced it; folded, for few ask. */
export const lawDetails = (say: Say, locale: Locale, law: ProcedureLaw): Html =>
  html`${
    law.setApart.length > 0 &&
    details({
      summary: say(
        `Nơi có mức trực tuyến khác (${law.setApart.length})`,
        `Places with another online level (${law.setApart.length})`,
      ),
      content: html`<ul>${law.setApart
        .slice(0, mostApart)
        .map(
          ({ unit, level }) =>
            html`<li>${unit}: ${inSentence(inLocale(serviceLevelNames[level], locale))}</li>`,
        )}</ul>${
        law.setApart.length > mostApart &&
        html`<p>${say(`và ${law.setApart.length - mostApart} nơi khác.`, `and ${law.setApart.length - mostApart} more.`)}</p>`
      }`,
    })
  }${
    law.announcements.length > 0 &&
    details({
      summary: say(
        `Quyết định công bố (${law.announcements.length})`,
        `Announced by (${law.announcements.length})`,
      ),
      content: html`<ul>${law.announcements.map((each) => html`<li>${announcementLine(say, each)}</li>`)}</ul>`,
    })
  }`;

const announcementLine = (
  say: Say,
  { number, issuer, decided_on, effective_on, about }: Announcement,
): Html =>
  html`${say(
    `${number} ngày ${day(decided_on)}, ${issuer}; hiệu lực ${day(effective_on)}`,
    `${number} of ${day(decided_on)}, ${issuer}; in force ${day(effective_on)}`,
  )}${about !== '' && html`<br><span class="mc-quiet mc-small">${about}</span>`}`;
