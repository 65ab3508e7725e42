import { type Hours, type Interval } from '#capabilities/calendar';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `07:00-11:30, 13:30-17:00`; empty for a day off. */
export const hoursText = (day: readonly Interval[]): string =>
  day.map(([open, close]) => `${clock(open)}-${clock(close)}`).join(', ');

function minuteOf(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2})[:h](\d{2})$/.exec(text.trim()) ?? [];
  const value = Number(hour) * 60 + Number(minute);
  return hour !== undefined && Number(minute) < 60 && value <= 1440 ? value : undefined;
}

/** Reads what `hoursText` writes; undefined when it is something else. Order is the room's to judge. */
export function readHours(text: string): readonly Interval[] | undefined {
  if (text.trim() === '') return [];
  const intervals = text.split(/[,;]/).map((part): Interval | undefined => {
    const [open, close, ...rest] = part.split(/[-–]/).map(minuteOf);
    return open === undefined || close === undefined || rest.length > 0 ? undefined : [open, close];
  });
  return intervals.every((each) => each !== undefined) ? intervals : undefined;
}

export const weekOf = (
  days: readonly (readonly Interval[])[],
  makeUp: readonly Interval[],
): Hours | undefined => {
  const [mon, tue, wed, thu, fri, sat, sun] = days;
  return mon && tue && wed && thu && fri && sat && sun
    ? { week: [mon, tue, wed, thu, fri, sat, sun], makeUp }
    : undefined;
};
