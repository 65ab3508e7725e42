import type { Hours, SpecialDay } from '#capabilities/calendar';
import { dateOfDayNumber, dayNumberOf } from '#kernel/time';
import type { Count } from '../due.ts';

/**
 * A second opinion on due dates, written from the prose of the rules and sharing nothing with the room but types. It
 * walks the clock minute by minute over one cell per minute, so that there is no sum and no search to get wrong.
 */
export class NaiveClock {
  readonly #first: number;
  readonly #open: Uint8Array;
  readonly #works: Uint8Array;

  constructor(hours: Hours, specials: readonly SpecialDay[], firstYear: number, lastYear: number) {
    this.#first = dayNumberOf(`${firstYear}-01-01`) ?? Number.NaN;
    const days = (dayNumberOf(`${lastYear}-12-31`) ?? Number.NaN) - this.#first + 1;
    this.#open = new Uint8Array(days * 1440);
    this.#works = new Uint8Array(days);
    const special = new Map(specials.map((one) => [one.day, one]));
    for (let i = 0; i < days; i++) {
      const day = this.#first + i;
      // 5 January 1970 was a Monday and had the day number 4.
      let intervals = hours.week[(day - 4) % 7] ?? [];
      const one = special.get(day);
      if (one?.kind === 'holiday' || one?.kind === 'compensatory' || one?.kind === 'swap_off') intervals = [];
      if (one?.kind === 'swap_work') intervals = hours.makeUp;
      if (one?.kind === 'hours') intervals = one.open;
      for (const [from, to] of intervals)
        for (let minute = from; minute < to; minute++) this.#open[i * 1440 + minute] = 1;
      this.#works[i] = intervals.length > 0 ? 1 : 0;
    }
  }

  due({ received, time, waits = [] }: Count): {
    start: number;
    endOfDay: number | null;
    toTheMinute: number | null;
  } {
    // Cells are counted from the first day of the table.
    const shift = this.#first * 1440;
    let start = received - shift;
    for (const wait of waits) if (wait.beforeAcceptance) start = Math.max(start, wait.to - shift);
    start = this.#nextOpen(start);

    const pauses = waits
      .filter((wait) => !wait.beforeAcceptance)
      .map((wait) => [wait.from - shift, wait.to - shift] as const);
    const paused = (cell: number): boolean => {
      for (const [from, to] of pauses) if (cell >= from && cell < to) return true;
      return false;
    };

    const minute = this.#minute(start, time, paused);
    // Before the first pause and after the last nothing moves a due day, so its walk may keep between them.
    const from = Math.max(start, Math.min(...pauses.map((pause) => pause[0])));
    const to = Math.max(...pauses.map((pause) => pause[1]));
    const day = this.#day(start, { from, to }, time, paused);
    return {
      start: start + shift,
      endOfDay: day === null ? null : day + this.#first,
      toTheMinute: minute === null ? null : minute + shift,
    };
  }

  /** Convention H: every open minute in which nobody is waited for uses up one minute of the time. */
  #minute(start: number, time: Count['time'], paused: (cell: number) => boolean): number | null {
    if (time.unit === 'day' || time.unit === 'month') return null;
    let left = Math.round(time.value * (time.unit === 'hour' ? 60 : 8 * 60));
    let cell = start;
    for (; left > 0; cell++) {
      cell = this.#nextOpen(cell);
      if (!paused(cell)) left--;
    }
    return cell;
  }

  /** Convention D: count days; then each open minute waited, until the due day is over, takes one open minute after it. */
  #day(
    start: number,
    walk: { from: number; to: number },
    time: Count['time'],
    paused: (cell: number) => boolean,
  ): number | null {
    if (time.unit === 'hour' || time.value % 1 !== 0) return null;
    let due = this.#countDays(Math.floor(start / 1440), time);
    let used = (due + 1) * 1440;
    for (let cell = walk.from; cell < walk.to; cell++) {
      const over = cell >= (due + 1) * 1440;
      if (over && !(paused(cell - 1) && paused(cell))) break;
      if (!this.#open[cell] || !paused(cell)) continue;
      used = this.#nextOpen(used);
      due = Math.floor(used / 1440);
      used++;
    }
    return due;
  }

  #nextOpen(from: number): number {
    for (let cell = from; cell < this.#open.length; cell++) if (this.#open[cell]) return cell;
    throw new Error('The naive clock has run past its last year');
  }

  #countDays(received: number, { value, unit }: Count['time']): number {
    let day = received;
    if (unit === 'working_day') {
      for (let left = value; left > 0; ) {
        day++;
        if (this.#works[day]) left--;
      }
      return day;
    }
    if (unit === 'day') day += value;
    if (unit === 'month') day = this.#sameDayLater(day, value);
    while (!this.#works[day]) day++;
    return day;
  }

  /** Turns the leaves of a wall calendar; when the month is too short, one day back until there is one. */
  #sameDayLater(day: number, months: number): number {
    let [year = 0, month = 0, date = 0] = dateOfDayNumber(day + this.#first)
      .split('-')
      .map(Number);
    for (let left = months; left > 0; left--) {
      month++;
      if (month > 12) {
        month = 1;
        year++;
      }
    }
    for (;;) {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
      const found = dayNumberOf(text);
      if (found !== undefined) return found - this.#first;
      date--;
    }
  }
}
