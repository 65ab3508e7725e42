import { costsOfTried } from '#capabilities/dossiers';
import { table, tag } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { draftHref } from '../core/paths-of-pages.ts';
import { queryOf } from './asked.ts';
import type { TryView } from './props.ts';
import { stageInWords } from './stage-words.ts';

export const dayOf = (date: string | null | undefined): string =>
  date != null && isPlainDate(date) ? formatDate(date) : '';

/** Everybody beside each other: how it ended, when, what it cost. */
export function togetherView({ say, locale, draft, asked, runs, tookMs }: TryView): Html {
  return html`${table({
    id: 'cung-luc',
    caption: say('Cùng lúc', 'All at once'),
    columns: [
      { text: say('Người mẫu', 'Persona') },
      { text: say('Kết cục', 'The end') },
      { text: say('Hẹn trả', 'Promised') },
      { text: say('Xong lúc', 'Ended') },
      { text: say('Giấy tờ', 'Papers'), numeric: true },
      { text: say('Phí, lệ phí', 'Fees'), numeric: true },
      { text: say('Tin nhắn', 'Messages'), numeric: true },
    ],
    rows: runs.map(({ person, tried, told }) => {
      const { state, stuck, story, filing } = tried;
      const late = story.some((moment) => moment.late);
      const shown = person.id === asked.shown;
      const name = inLocale(person.name, locale);
      return [
        html`<span data-row>${
          shown
            ? html`<strong>${name}</strong>`
            : html`<a${attributes({ href: `${draftHref(draft.id, 'chay-thu')}?${queryOf(asked, { shown: person.id })}` })}>${name}</a>`
        }</span>`,
        stuck
          ? tag({ text: say('không đến cuối', 'did not end'), tone: 'amber' })
          : html`${state && stageInWords(state.stage, say)} ${late && tag({ text: say('trễ hẹn', 'late'), tone: 'red' })}`,
        dayOf(state?.due?.date),
        story.at(-1) ? formatDateTime(story.at(-1)?.at ?? 0) : '',
        filing.demands.filter(({ group }) => group === 'submit').length,
        formatDong(asDong(costsOfTried(filing)((state?.fees ?? []).map(({ id }) => id)))),
        told.length,
      ];
    }),
  })}<p class="mc-quiet mc-small">${say(
    `Chạy trong ${Math.ceil(tookMs)} ms, không ghi gì vào hệ thống.`,
    `It took ${Math.ceil(tookMs)} ms and stored nothing.`,
  )}</p>`;
}
