import { minuteOf, workingMinutesBetween } from '#capabilities/calendar';
import { card, table } from '#design';
import { formatDateTime } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import { actInWords, actorInWords } from '#surfaces/shared';
import { workSpan } from '../words/time.ts';
import type { Opened } from './open.ts';

const lines = (text: string): Hole => text.split('\n').map((line, i) => (i === 0 ? line : html`<br>${line}`));

/** Where it has been, what was done, who looked. */
export const historySide = (opened: Opened): Html =>
  html`${custodyCard(opened)}${actsCard(opened)}${readingsCard(opened)}`;

/** The chain of custody: given and received at each hop; a hop not taken over yet is a fact too. */
function custodyCard({ view, say, names, now }: Opened): Html {
  const { custody } = view.state;
  const held = (i: number): string => {
    const from = custody[i]?.takenAt;
    if (from === undefined) return '';
    const until = custody[i + 1]?.givenAt ?? view.state.returnedAt ?? now;
    return workSpan(workingMinutesBetween(view.rules.calendar, minuteOf(from), minuteOf(until)) ?? 0, say);
  };
  return card({
    title: say('Chuỗi giao nhận', 'Chain of custody'),
    content: table({
      id: 'giao-nhan',
      caption: say('Các lần giao nhận hồ sơ', 'Hand-overs of the dossier'),
      captionHidden: true,
      rowHeaders: true,
      columns: [
        { text: say('Đơn vị', 'Unit') },
        { text: say('Giao lúc', 'Given') },
        { text: say('Nhận lúc', 'Received') },
        { text: say('Giữ trong', 'Held for') },
      ],
      rows: custody.map((hop, i) => [
        names.unit(hop.unit),
        formatDateTime(hop.givenAt),
        hop.takenAt === undefined ? say('chưa nhận', 'not yet') : formatDateTime(hop.takenAt),
        held(i),
      ]),
    }),
  });
}

function actsCard({ view, say, names }: Opened): Html {
  return card({
    title: say('Lịch sử', 'History'),
    content: table({
      id: 'lich-su',
      caption: say('Việc đã làm với hồ sơ, mới nhất trước', 'What was done, newest first'),
      captionHidden: true,
      columns: [{ text: say('Lúc', 'When') }, { text: say('Việc', 'What') }, { text: say('Ai', 'Who') }],
      rows: [...view.acts].reverse().map((act) => {
        const { title, text } = actInWords(act, names);
        return [
          formatDateTime(act.at),
          html`<strong>${title}</strong>${text && html`<br>${lines(text)}`}`,
          actorInWords(act, names),
        ];
      }),
    }),
  });
}

function readingsCard({ view, say }: Opened): Html {
  return card({
    title: say('Ai đã xem hồ sơ', 'Who looked'),
    content: html`<p class="mc-quiet">${say(
      'Người nộp cũng thấy danh sách này.',
      'The person sees this list too.',
    )}</p>${table({
      id: 'luot-xem',
      caption: say('Các lượt xem, mới nhất trước', 'Readings, newest first'),
      captionHidden: true,
      columns: [
        { text: say('Lúc', 'When') },
        { text: say('Ai', 'Who') },
        { text: say('Để làm gì', 'What for') },
      ],
      rows: view.readings.map(({ at, officer_name, unit_name, purpose }) => [
        formatDateTime(at),
        `${officer_name} · ${unit_name}`,
        purpose,
      ]),
    })}`,
  });
}
