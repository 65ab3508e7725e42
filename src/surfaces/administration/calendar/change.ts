import type { EditionContent } from '#capabilities/calendar';
import { noticeKinds } from '#capabilities/calendar';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { dateOf, textOf } from '../core/form.ts';
import { readHours, weekOf } from './hours.ts';

type Fields = Parameters<typeof textOf>[0];
export const calendarActs = ['them-ngay', 'bo-ngay', 'gio', 'ngay-rieng', 'bo-ngay-rieng'] as const;
export type CalendarAct = (typeof calendarActs)[number];

const byDate = (a: { readonly date: string }, b: { readonly date: string }) => (a.date < b.date ? -1 : 1);

/** The content of the next edition: this one with one change. */
export function changed(content: EditionContent, act: CalendarAct, fields: Fields): Outcome<EditionContent> {
  const name = cleanText(textOf(fields, 'ten'));
  switch (act) {
    case 'them-ngay': {
      const date = dateOf(fields, 'ngay');
      const kind = noticeKinds.find((each) => each === textOf(fields, 'loai'));
      if (date === undefined) return refused({ code: 'date-missing', field: 'ngay' });
      if (kind === undefined) return refused({ code: 'kind-missing', field: 'loai' });
      return done({ ...content, days: [...content.days, { date, kind, name }].sort(byDate) });
    }
    case 'bo-ngay': {
      const date = textOf(fields, 'ngay');
      const days = content.days.filter((day) => day.date !== date);
      return days.length === content.days.length
        ? refused({ code: 'day-unknown' })
        : done({ ...content, days });
    }
    case 'gio': {
      const key = textOf(fields, 'bo-gio').trim();
      if (!/^[a-z][a-z0-9-]{0,40}$/.test(key)) return refused({ code: 'hours-key-shape', field: 'bo-gio' });
      const read = [1, 2, 3, 4, 5, 6, 7, 8].map((day) => readHours(textOf(fields, `thu-${day}`)));
      const wrong = read.indexOf(undefined);
      if (wrong >= 0) return refused({ code: 'hours-shape', field: `thu-${wrong + 1}` });
      const days = read.map((day) => day ?? []);
      const week = weekOf(days.slice(0, 7), days[7] ?? []);
      if (!week) return refused({ code: 'hours-shape', field: 'thu-1' });
      return done({ ...content, hours: { ...content.hours, [key]: week as never } });
    }
    case 'ngay-rieng': {
      const date = dateOf(fields, 'ngay-don-vi');
      const unit = textOf(fields, 'don-vi');
      const open = readHours(textOf(fields, 'gio-mo'));
      if (unit === '') return refused({ code: 'unit-unknown', field: 'don-vi' });
      if (date === undefined) return refused({ code: 'date-missing', field: 'ngay-don-vi' });
      if (open === undefined) return refused({ code: 'hours-shape', field: 'gio-mo' });
      const day = { date, open: open.map(([from, to]): [number, number] => [from, to]), name };
      const own = (content.units[unit] ?? []).filter((each) => each.date !== date);
      return done({ ...content, units: { ...content.units, [unit]: [...own, day].sort(byDate) } });
    }
    case 'bo-ngay-rieng': {
      const date = textOf(fields, 'ngay');
      const unit = textOf(fields, 'don-vi');
      const { [unit]: own = [], ...others } = content.units;
      const left = own.filter((each) => each.date !== date);
      if (left.length === own.length) return refused({ code: 'day-unknown' });
      // A unit without days of its own is not named: its version in a dossier is then that of its hours alone.
      return done({ ...content, units: left.length > 0 ? { ...others, [unit]: left } : others });
    }
  }
}
