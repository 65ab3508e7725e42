import type { Calendars, Edition } from '#capabilities/calendar';
import { noticeKinds } from '#capabilities/calendar';
import type { UnitDirectory } from '#capabilities/organisations';
import { unitKinds } from '#capabilities/organisations';
import { button, card, dateInput, details, select, table, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDateTime, formatDay, isPlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { dateParts, postForm, rowForm, textOf } from '../core/form.ts';
import type { Say } from '../core/say.ts';
import { dayKindNames } from '../core/words.ts';
import { sentenceFor } from '../sentences.ts';
import { hoursText } from './hours.ts';

export interface CalendarView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly edition: Edition;
  readonly history: Awaited<ReturnType<Calendars['history']>>;
  readonly directory: UnitDirectory;
  readonly year: number;
  readonly refusal: Refusal | undefined;
  /** The form that was refused. */
  readonly act: string | undefined;
}

const weekdays = ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'];
const englishDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function calendarView(view: CalendarView): { main: Html; target: string | undefined } {
  const { say, edition, history } = view;
  const main = html`${years(view)}${days(view)}${addDay(view)}${hours(view)}${unitDays(view)}${table({
    id: 'an-ban',
    caption: say('Các ấn bản', 'Editions'),
    columns: [
      { text: say('Ấn bản', 'Edition') },
      { text: say('Công bố lúc', 'Published') },
      { text: say('Căn cứ', 'Note') },
    ],
    rows: history.map((each) => [
      each.id === edition.id ? say(`${each.id} (đang dùng)`, `${each.id} (in force)`) : String(each.id),
      formatDateTime(each.madeAt),
      each.note,
    ]),
  })}`;
  return { main, target: targetOf(view) };
}

/** The note is asked in every form, so its control bears the name of its form. */
const targetOf = ({ refusal, act }: CalendarView): string | undefined => {
  if (!refusal?.field || !act) return undefined;
  if (refusal.field === 'note') return `ghi-chu-${act}`;
  return /^(ngay|loai|bo-gio|thu-\d|don-vi|ngay-don-vi|gio-mo)$/.test(refusal.field)
    ? refusal.field
    : undefined;
};
const errorAt = (view: CalendarView, id: string) =>
  view.refusal && targetOf(view) === id ? { error: sentenceFor(view.refusal, view.ctx.locale) } : {};

/** Typed before, when this form was refused. */
const typed = (view: CalendarView, act: string, name: string): string =>
  view.act === act ? textOf(view.ctx.fields, name) : '';

const form = (view: CalendarView, act: string, content: unknown): Html =>
  postForm(
    view.ctx,
    `/quan-tri/lich/${act}`,
    html`<input type="hidden" name="an-ban" value="${String(view.edition.id)}">${content as Html}`,
  );
const note = (view: CalendarView, act: string): Html =>
  textInput({
    name: 'ghi-chu',
    id: `ghi-chu-${act}`,
    label: view.say('Thông báo hoặc lý do', 'Notice or reason'),
    value: typed(view, act, 'ghi-chu'),
    autocomplete: 'off',
    ...errorAt(view, `ghi-chu-${act}`),
  });

function years({ say, edition, year }: CalendarView): Html {
  const known = edition.content.days.map(({ date }) => Number(date.slice(0, 4)));
  const all = [...new Set([...known, year])].sort((a, b) => a - b);
  return html`<nav class="mc-row" aria-label="${say('Năm', 'Year')}">${all.map(
    (each) =>
      html`<a${attributes({ href: `/quan-tri/lich?nam=${each}`, 'aria-current': each === year && 'page' })}>${
        each === year ? html`<strong>${String(each)}</strong>` : String(each)
      }</a>`,
  )}</nav>`;
}

function days(view: CalendarView): Html {
  const { say, ctx, edition, year } = view;
  const own = edition.content.days.filter(({ date }) => date.startsWith(String(year)));
  return table({
    id: 'ngay-nghi',
    caption: say(`Ngày nghỉ và làm bù năm ${year}`, `Special days of ${year}`),
    columns: [
      { text: say('Ngày', 'Day') },
      { text: say('Loại', 'Kind') },
      { text: say('Tên', 'Name') },
      { text: say('Việc', 'Act') },
    ],
    rows: own.map(({ date, kind, name }) => [
      isPlainDate(date) ? formatDay(date) : date,
      inLocale(dayKindNames[kind], ctx.locale),
      name,
      rowForm(
        ctx,
        '/quan-tri/lich/bo-ngay',
        html`<input type="hidden" name="an-ban" value="${String(edition.id)}"><input type="hidden" name="ngay" value="${date}"><input type="hidden" name="ghi-chu" value="${`Bỏ ngày ${date}`}">`,
        say('Bỏ ngày này', 'Remove'),
      ),
    ]),
  });
}

function addDay(view: CalendarView): Html {
  const { say, ctx } = view;
  const act = 'them-ngay';
  return card({
    title: say('Thêm ngày', 'Add a day'),
    content: form(
      view,
      act,
      html`<div class="mc-grid">${dateInput({
        name: 'ngay',
        label: say('Ngày', 'Day'),
        value: view.act === act ? dateParts(ctx.fields, 'ngay') : { year: String(view.year) },
        ...errorAt(view, 'ngay'),
      })}${select({
        name: 'loai',
        label: say('Loại', 'Kind'),
        options: noticeKinds.map((kind) => ({
          value: kind,
          text: inLocale(dayKindNames[kind], ctx.locale),
        })),
        value: typed(view, act, 'loai'),
        ...errorAt(view, 'loai'),
      })}${textInput({
        name: 'ten',
        label: say('Tên ngày', 'Name of the day'),
        value: typed(view, act, 'ten'),
      })}${note(view, act)}</div>${button({ text: say('Công bố lịch có ngày này', 'Publish with this day'), kind: 'primary' })}`,
    ),
  });
}

const dayNames = (say: Say): readonly string[] => [
  ...weekdays.map((day, i) => say(`Thứ ${day}`, englishDays[i] ?? '')),
  say('Chủ nhật', 'Sunday'),
  say('Ngày làm bù', 'Rest day worked'),
];

function hours(view: CalendarView): Html {
  const { say, edition } = view;
  const act = 'gio';
  const open = view.act === act;
  const edited = open ? textOf(view.ctx.fields, 'bo-gio') : 'office';
  const week = edition.content.hours[edited] ?? edition.content.hours['office'];
  const names = dayNames(say);
  return html`${table({
    id: 'gio',
    caption: say('Giờ làm việc', 'Opening hours'),
    rowHeaders: true,
    columns: [{ text: say('Bộ giờ', 'Hours') }, ...names.map((text) => ({ text }))],
    rows: Object.entries(edition.content.hours).map(([key, each]) => [
      key,
      ...[...each.week, each.makeUp].map((day) => hoursText(day) || say('nghỉ', 'closed')),
    ]),
  })}${details({
    summary: say('Sửa hoặc thêm bộ giờ', 'Change or add hours'),
    open,
    content: form(
      view,
      act,
      html`<div class="mc-grid">${textInput({
        name: 'bo-gio',
        label: say('Bộ giờ', 'Hours'),
        hint: say('Tên có sẵn thì sửa, tên mới thì thêm.', 'A known name is changed, a new one added.'),
        value: edited,
        ...errorAt(view, 'bo-gio'),
      })}${names.map((label, i) =>
        textInput({
          name: `thu-${i + 1}`,
          label,
          value: open
            ? textOf(view.ctx.fields, `thu-${i + 1}`)
            : hoursText((i < 7 ? week?.week[i] : week?.makeUp) ?? []),
          ...errorAt(view, `thu-${i + 1}`),
        }),
      )}${note(view, act)}</div>${button({ text: say('Công bố giờ này', 'Publish these hours') })}`,
    ),
  })}`;
}

function unitDays(view: CalendarView): Html {
  const { say, ctx, edition, directory } = view;
  const act = 'ngay-rieng';
  const rows = Object.entries(edition.content.units).flatMap(([key, own]) =>
    own.map((day) => [
      directory.byKey(key)?.name ?? key,
      isPlainDate(day.date) ? formatDay(day.date) : day.date,
      hoursText(day.open.map(([from, to]) => [from, to] as const)) || say('nghỉ', 'closed'),
      day.name,
      rowForm(
        ctx,
        '/quan-tri/lich/bo-ngay-rieng',
        ['an-ban', 'don-vi', 'ngay', 'ghi-chu'].map((name, i) => {
          const removal = `Bỏ ngày riêng ${day.date} của ${directory.byKey(key)?.name ?? key}`;
          const value = [String(edition.id), key, day.date, removal][i];
          return html`<input type="hidden"${attributes({ name, value })}>`;
        }),
        say('Bỏ ngày này', 'Remove'),
      ),
    ]),
  );
  return html`${
    rows.length > 0 &&
    table({
      id: 'ngay-don-vi-khac',
      caption: say('Ngày một đơn vị mở khác', 'Days on which one unit opens otherwise'),
      columns: [
        { text: say('Đơn vị', 'Unit') },
        { text: say('Ngày', 'Day') },
        { text: say('Giờ', 'Hours') },
        { text: say('Lý do', 'Why') },
        { text: say('Việc', 'Act') },
      ],
      rows,
    })
  }${details({
    summary: say('Một đơn vị mở khác trong một ngày', 'One unit opens otherwise on one day'),
    open: view.act === act,
    content: form(
      view,
      act,
      html`<div class="mc-grid">${select({
        name: 'don-vi',
        label: say('Đơn vị', 'Unit'),
        options: directory.ofKind(...unitKinds).map(({ key, name }) => ({ value: key, text: name })),
        value: typed(view, act, 'don-vi'),
        ...errorAt(view, 'don-vi'),
      })}${dateInput({
        name: 'ngay-don-vi',
        label: say('Ngày', 'Day'),
        value: view.act === act ? dateParts(ctx.fields, 'ngay-don-vi') : {},
        ...errorAt(view, 'ngay-don-vi'),
      })}${textInput({
        name: 'gio-mo',
        label: say('Giờ mở', 'Hours'),
        hint: say('Để trống nếu nghỉ cả ngày.', 'Empty: closed all day.'),
        value: typed(view, act, 'gio-mo'),
        ...errorAt(view, 'gio-mo'),
      })}${textInput({
        name: 'ten',
        id: 'ten-ngay-rieng',
        label: say('Lý do mở khác', 'Why'),
        value: typed(view, act, 'ten'),
      })}${note(view, act)}</div>${button({ text: say('Công bố ngày này', 'Publish this day') })}`,
    ),
  })}`;
}
