import { minuteOf, type WorkingCalendar } from '#capabilities/calendar';
import { type TimeLeft, timeLeft } from '#capabilities/deadlines';
import type { DeadlineTagProps } from '#design';
import type { Instant } from '#kernel/time';
import type { Say } from './say.ts';

/** Later than this nobody promised anything: the list's place for dossiers without a date. */
export const isNoDate = (at: Instant): boolean => at >= Date.UTC(2099, 0, 1);

/** `2 ngày 3 giờ`, `6 giờ`, `45 phút`; the smaller part is left out where it says nothing more. */
export function span(days: number, minutes: number, say: Say): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const day = days > 0 ? say(`${days} ngày`, days === 1 ? '1 day' : `${days} days`) : '';
  const hour = hours > 0 ? say(`${hours} giờ`, hours === 1 ? '1 hour' : `${hours} hours`) : '';
  const minute = say(`${rest} phút`, `${rest} min`);
  if (days > 2) return day;
  if (days > 0) return [day, hour].filter(Boolean).join(' ');
  if (hours > 1 || (hours > 0 && rest === 0)) return hour;
  return [hour, minute].filter(Boolean).join(' ');
}

/** Working minutes as words; a working day has eight hours. */
export const workSpan = (minutes: number, say: Say): string =>
  span(Math.floor(minutes / 480), minutes % 480, say);

/** How much working time is left, in words, with the state that gives colour and icon. */
export function deadlineOf(
  calendar: WorkingCalendar,
  now: Instant,
  due: Instant,
  say: Say,
): DeadlineTagProps {
  const left = timeLeft(calendar, minuteOf(now), minuteOf(due));
  const soon = left.days === 0 || (left.days === 1 && left.minutes === 0);
  return { text: wordsOf(left, say), state: left.overdue ? 'overdue' : soon ? 'soon' : 'in-time' };
}

function wordsOf(left: TimeLeft, say: Say): string {
  const none = left.days === 0 && left.minutes === 0;
  if (none) return left.overdue ? say('vừa quá hạn', 'just overdue') : say('đến hạn lúc này', 'due now');
  const time = span(left.days, left.minutes, say);
  if (left.overdue) return say(`quá ${time} làm việc`, `${time} of work over`);
  return say(`còn ${time} làm việc`, `${time} of work left`);
}
