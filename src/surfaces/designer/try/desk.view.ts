import type { DossierState, ProcedureRules, TriedDesk } from '#capabilities/dossiers';
import { budgetMinutes } from '#capabilities/workflow';
import { summaryList, tag } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { formatDateTime, type Instant } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { roleTitles } from '#surfaces/shared';
import { draftHref } from '../core/paths-of-pages.ts';
import { type Say } from '../core/say.ts';
import { type Asked, queryOf } from './asked.ts';
import { deskHref } from './desk-href.ts';
import { stageInWords } from './stage-words.ts';

export interface DeskView {
  readonly say: Say;
  readonly locale: Locale;
  readonly draft: string;
  readonly asked: Asked;
  /** After so many acts, of how many. */
  readonly nth: number;
  readonly count: number;
  readonly now: Instant;
  readonly desk: TriedDesk;
  /** Everybody who has it on the desk then. */
  readonly desks: readonly TriedDesk[];
  readonly rules: ProcedureRules;
  readonly state: DossierState;
  readonly unitName: (unit: TriedDesk['unit']) => string;
  /** The page of the office. */
  readonly page: Html;
}

/** Who looks, at what, until when; then the page of the office as this officer has it. */
export const deskView = (view: DeskView): Html =>
  html`<section class="mc-stack"${attributes({ 'aria-label': view.say('Lần chạy thử', 'The try-out') })}>${ways(view)}${whoLooks(view)}</section>${view.page}`;

function whoLooks({ say, locale, desk, now, state, rules, unitName }: DeskView): Html {
  const { step, role, unit, due } = desk;
  const late = due !== undefined && now > due;
  const hours = (minutes: number): string => {
    const days = minutes / 480;
    return Number.isInteger(days)
      ? say(`${days} ngày làm việc`, `${days} working days`)
      : say(`${minutes / 60} giờ làm việc`, `${minutes / 60} working hours`);
  };
  const waits = rules.plan && state.plan && state.plan.tasks.length === 0;
  return summaryList({
    locale,
    rows: [
      {
        label: say('Ai đang xem', 'Who looks'),
        value: `${inLocale(roleTitles[role], locale)} · ${unitName(unit)}`,
      },
      { label: say('Lúc đó', 'At'), value: `${formatDateTime(now)} · ${stageInWords(state.stage, say)}` },
      {
        label: say('Bước', 'Step'),
        value: waits
          ? say('Không ai phải làm gì; quy trình đang chờ', 'Nobody has anything to do; the plan waits')
          : step
            ? inLocale(step.name, locale)
            : say('Ngoài các bước', 'Beside the steps'),
      },
      ...(step && !waits
        ? [{ label: say('Thời gian của bước', 'Time of the step'), value: hours(budgetMinutes(step.budget)) }]
        : []),
      ...(due === undefined
        ? []
        : [
            {
              label: say('Phải xong trước', 'Due'),
              value: html`${formatDateTime(due)} ${late && tag({ text: say('quá hạn', 'late'), tone: 'red' })}`,
            },
          ]),
    ],
  });
}

function ways(view: DeskView): Html {
  const { say, locale, draft, asked, nth, count, desks, desk, unitName } = view;
  const link = (href: string, text: string): Html => html`<li><a${attributes({ href })}>${text}</a></li>`;
  const at = (other: number) => `${draftHref(draft, `chay-thu/can-bo/${other}`)}?${queryOf(asked)}`;
  return html`<nav${attributes({ 'aria-label': say('Các lúc của lần chạy', 'Moments of the run') })}><ul class="mc-row">${link(
    `${draftHref(draft, 'chay-thu')}?${queryOf(asked)}`,
    say('Về chạy thử', 'Back to the try-out'),
  )}${nth > 1 && link(at(nth - 1), say('Lúc trước', 'The moment before'))}<li>${say(`Việc ${nth} trên ${count}`, `Act ${nth} of ${count}`)}</li>${
    nth < count && link(at(nth + 1), say('Lúc sau', 'The moment after'))
  }${link(`${draftHref(draft, `chay-thu/theo-doi/${nth}`)}?${queryOf(asked)}`, say('Người nộp thấy gì', 'What the person sees'))}${desks
    .filter(({ id }) => id !== desk.id)
    .map(({ id, role, unit, step }) =>
      link(
        deskHref(draft, asked, nth, id),
        `${say('Cùng lúc', 'At the same time')}: ${[step && inLocale(step.name, locale), inLocale(roleTitles[role], locale), unitName(unit)].filter(Boolean).join(', ')}`,
      ),
    )}</ul></nav>`;
}
