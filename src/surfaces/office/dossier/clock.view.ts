import { minuteOf, workingMinutesBetween } from '#capabilities/calendar';
import { dueMoment, openSteps } from '#capabilities/dossiers';
import { budgetMinutes } from '#capabilities/workflow';
import { card, type DeadlineTagProps, deadlineTag, summaryList, table, timeline } from '#design';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, formatDay, formatTime, type Instant, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { roleNames } from '#surfaces/shared';
import { deadlineOf, workSpan } from '../words/time.ts';
import { timeAtSteps, waitsOf } from './clock.ts';
import type { Opened } from './open.ts';

/** How the whole dossier stands against its promise, for the tag beside the title. */
export function dueOf({ view, now, say }: Opened): DeadlineTagProps | undefined {
  const { state, rules } = view;
  if (state.stage === 'submitted') return deadlineOf(rules.calendar, now, state.answerBy, say);
  if (state.stage === 'finished' || state.stage === 'returned')
    return { text: say('đã có kết quả', 'result is here'), state: 'finished' };
  if (state.stage === 'declined' || state.stage === 'stopped') return undefined;
  if (state.waitingSince !== undefined)
    return { text: say('đồng hồ đang dừng', 'the clock stands'), state: 'paused' };
  const due = dueMoment(state);
  return due === undefined
    ? { text: say('không hẹn ngày', 'no date'), state: 'paused' }
    : deadlineOf(rules.calendar, now, due, say);
}

/** The road of steps, each with its own time. */
export function stepsCard(opened: Opened): Html {
  const { view, now, say, locale } = opened;
  const { state, rules } = view;
  const steps = openSteps(rules);
  const spent = timeAtSteps(view, now);
  const ended = ['finished', 'returned', 'declined', 'stopped'].includes(state.stage);
  const reached =
    state.stage === 'submitted' || (state.stage === 'supplement' && state.acceptedAt === undefined)
      ? 0
      : state.stage === 'finished'
        ? steps.findIndex((step) => step.does === 'return')
        : steps.findIndex((step) => step.id === state.step);
  const present = reached < 0 && ended ? steps.length : Math.max(0, reached);
  return card({
    title: say('Các bước', 'Steps'),
    content: timeline({
      dense: true,
      locale,
      items: steps.map((step, i) => {
        const budget = workSpan(budgetMinutes(step.budget), say);
        const used = workSpan(spent.get(step.id) ?? 0, say);
        const stands =
          i < present ? 'done' : i === present && !(ended && state.stage !== 'finished') ? 'now' : 'to-come';
        const time =
          stands === 'done'
            ? say(`hết ${used} trên ${budget}`, `${used} of ${budget}`)
            : stands === 'now' && state.stepDue !== undefined
              ? say(
                  `${deadlineOf(rules.calendar, now, state.stepDue, say).text} trên ${budget}`,
                  `${deadlineOf(rules.calendar, now, state.stepDue, say).text} of ${budget}`,
                )
              : budget;
        const who = inLocale(roleNames[step.role], locale);
        const assigned = stands === 'now' && state.assignee ? ` · ${state.assignee.name}` : '';
        return { state: stands, title: inLocale(step.name, locale), text: `${time} · ${who}${assigned}` };
      }),
    }),
  });
}

const why: Readonly<Record<string, readonly [string, string]>> = {
  'supplement-requested': ['Chờ bổ sung giấy tờ', 'Waiting for papers'],
  'fee-requested': ['Chờ nộp phí', 'Waiting for payment'],
  paused: ['Tạm dừng', 'Paused'],
  'withdrawal-requested': ['Người nộp xin rút', 'Withdrawal asked for'],
};

/** The promise, what moved it, and every time the clock stood. */
export function clockCard(opened: Opened): Html {
  const { view, now, say, locale } = opened;
  const { state, rules, acts } = view;
  const promised = dueMoment(state);
  const first = state.firstDue && (state.firstDue.minute ?? undefined);
  const tagged = dueOf(opened);
  const waits = waitsOf(acts, state);
  const moment = (at: Instant) =>
    `${formatTime(at)}, ${say(formatDay(localDate(at)), formatDate(localDate(at)))}`;
  const length = (from: Instant, to: Instant) =>
    workSpan(workingMinutesBetween(rules.calendar, minuteOf(from), minuteOf(to)) ?? 0, say);
  return card({
    title: say('Thời hạn', 'Time'),
    ...(tagged && { aside: deadlineTag(tagged) }),
    content: html`${summaryList({
      locale,
      rows: [
        ...(state.acceptedAt === undefined
          ? [{ label: say('Phải trả lời trước', 'To be answered by'), value: moment(state.answerBy) }]
          : [{ label: say('Tiếp nhận', 'Accepted'), value: moment(state.acceptedAt) }]),
        ...(promised === undefined
          ? []
          : [{ label: say('Hẹn trả', 'Promised for'), value: html`<strong>${moment(promised)}</strong>` }]),
        ...(first !== undefined && first !== promised
          ? [{ label: say('Hẹn lần đầu', 'First promised for'), value: moment(first) }]
          : []),
        ...(state.apology
          ? [{ label: say('Đã xin lỗi, vì', 'Apologised, for'), value: state.apology.reason }]
          : []),
        ...(state.stepDue === undefined
          ? []
          : [{ label: say('Hạn của bước này', 'This step is due'), value: moment(state.stepDue) }]),
      ],
    })}${
      waits.length > 0 &&
      table({
        id: 'dung-dong-ho',
        caption: say('Những lúc đồng hồ dừng', 'When the clock stood'),
        columns: [
          { text: say('Từ', 'From') },
          { text: say('Đến', 'To') },
          { text: say('Cộng thêm', 'Added') },
          { text: say('Lý do', 'Why'), long: true },
        ],
        rows: waits.map((wait) => [
          formatDateTime(wait.from),
          wait.to === undefined ? say('đang dừng', 'stands now') : formatDateTime(wait.to),
          length(wait.from, wait.to ?? now),
          [say(...(why[wait.why] ?? ['', ''])), wait.reason].filter(Boolean).join(': '),
        ]),
      })
    }`,
  });
}
