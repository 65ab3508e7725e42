import type { Hours, Interval } from '#capabilities/calendar';
import type { Say } from '../words/say.ts';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const day = (intervals: readonly Interval[]): string =>
  intervals.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ');

/** `Thứ Hai–thứ Sáu: 07:00–11:30, 13:30–17:00`: neighbouring days with the same hours share a line. */
export function hoursInWords(say: Say, hours: Hours | undefined): readonly string[] {
  if (!hours) return [];
  const names = [
    say('thứ Hai', 'Monday'),
    say('thứ Ba', 'Tuesday'),
    say('thứ Tư', 'Wednesday'),
    say('thứ Năm', 'Thursday'),
    say('thứ Sáu', 'Friday'),
    say('thứ Bảy', 'Saturday'),
    say('Chủ nhật', 'Sunday'),
  ];
  const runs: { from: number; to: number; text: string }[] = [];
  hours.week.forEach((intervals, index) => {
    const text = day(intervals);
    const last = runs.at(-1);
    if (last && last.text === text && last.to === index - 1) last.to = index;
    else if (text !== '') runs.push({ from: index, to: index, text });
  });
  return runs.map(({ from, to, text }) => {
    const days = from === to ? names[from] : `${names[from]}–${names[to]}`;
    return `${(days ?? '').slice(0, 1).toUpperCase()}${(days ?? '').slice(1)}: ${text}`;
  });
}
