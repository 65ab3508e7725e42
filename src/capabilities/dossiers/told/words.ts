import { asDong, formatDong } from '#kernel/money';
import type { LocalText } from '#kernel/text';
import { formatDate, formatDay, formatTime, type Instant, localDate, type PlainDate } from '#kernel/time';

/** `thứ Tư 25/11/2026` */
export const dayWords = (day: PlainDate): LocalText => ({ vi: formatDay(day), en: formatDate(day) });

/** `17:00 thứ Tư 25/11/2026` */
export const momentWords = (at: Instant): LocalText => ({
  vi: `${formatTime(at)} ${formatDay(localDate(at))}`,
  en: `${formatTime(at)}, ${formatDate(localDate(at))}`,
});

/** The promised moment: by the minute where one was printed, else by the day. */
export const dueWords = (due: { date: PlainDate | null; minute: Instant | null } | undefined): LocalText => {
  const { minute = null, date = null } = due ?? {};
  if (minute !== null) return momentWords(minute);
  if (date !== null) return dayWords(date);
  return { vi: 'pháp luật không quy định thời hạn', en: 'the law sets no time limit' };
};

export const moneyWords = (amount: number): LocalText => ({
  vi: formatDong(asDong(amount)),
  en: formatDong(asDong(amount)).replace('đồng', 'VND'),
});
