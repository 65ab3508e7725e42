import { z } from 'zod';
import { type ReadingOfMine, readingsOfMine } from '#capabilities/dossiers';
import { type Html, html } from '#platform/html';
import { definePage, htmlReply } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { ownPermission } from '../dossier/mine.ts';
import { addressOf } from '../tracking/next-action.ts';
import { back } from '../words/page.ts';
import { type Say, sayIn } from '../words/say.ts';
import { moment } from '../words/times.ts';

export const readingsPath = '/cua-toi/ai-da-xem';

/** A list and no table: five columns do not fit a phone. */
const readingsList = (say: Say, readings: readonly ReadingOfMine[]): Html =>
  html`<ul class="mc-files mc-card">${readings.map(
    (reading) =>
      html`<li><span><strong>${reading.officer_name}</strong>, ${reading.unit_name}<br><span class="mc-quiet mc-small">${moment(
        reading.at,
      )} · ${reading.purpose}</span><br><a href="${addressOf(reading.code)}">${reading.procedure_name}<span class="mc-hidden"> ${say('hồ sơ', 'dossier')} ${reading.code}</span></a><br><span class="mc-code mc-quiet mc-small" aria-hidden="true">${reading.code}</span></span></li>`,
  )}</ul>`;

/** Every look of an officer at any of my dossiers, on one page. */
export const myReadingsPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: readingsPath,
    permission: ownPermission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const readings = await readingsOfMine(ctx);
      const title = say('Ai đã xem hồ sơ của bạn?', 'Who looked at your dossiers?');
      const main = html`<h1>${title}</h1><p>${say(
        'Mỗi lần cán bộ mở một hồ sơ của bạn, hệ thống ghi lại. Bạn thấy 200 lượt gần nhất.',
        'Each time an officer opens one of your dossiers it is written down. You see the last 200.',
      )}</p>${
        readings.length === 0
          ? html`<p>${say('Chưa có cán bộ nào mở hồ sơ của bạn.', 'No officer has opened a dossier of yours yet.')}</p>`
          : readingsList(say, readings)
      }<p>${say('Thấy lượt xem lạ? Hãy nhắn cho cơ quan hoặc gọi số ở cuối trang.', 'See one you do not expect? Write to the office or call the number below.')}</p>`;
      const before = back('/cua-toi', say('Hồ sơ của bạn', 'My dossiers'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }));
    },
  });
