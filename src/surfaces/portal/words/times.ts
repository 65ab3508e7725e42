import type { TimeLeft } from '#capabilities/deadlines';
import type { Locale } from '#kernel/text';
import {
  formatDate,
  formatDay,
  formatTime,
  type Instant,
  localDate,
  type PlainDate,
  weekday,
} from '#kernel/time';
import type { Say } from './say.ts';

const english = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `thứ Tư 25/11/2026`, `Wednesday 25/11/2026` */
export const dayIn = (locale: Locale, date: PlainDate): string =>
  locale === 'en' ? `${english[weekday(date) - 1]} ${formatDate(date)}` : formatDay(date);

/** `25/11/2026, 09:41`: for lists, where the day of the week is noise. */
export const moment = (at: Instant): string => `${formatDate(localDate(at))}, ${formatTime(at)}`;

/** `2 ngày làm việc`, `6 giờ làm việc`, `35 phút`: the largest unit that is true. */
export function workingTime(say: Say, { days, minutes }: Pick<TimeLeft, 'days' | 'minutes'>): string {
  if (days > 0) return say(`${days} ngày làm việc`, days === 1 ? '1 working day' : `${days} working days`);
  if (minutes < 60) return say(`${minutes} phút làm việc`, `${minutes} working minutes`);
  const hours = Math.floor(minutes / 60);
  return say(`${hours} giờ làm việc`, hours === 1 ? '1 working hour' : `${hours} working hours`);
}
