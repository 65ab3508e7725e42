import type { RegisterRow } from '#capabilities/dossiers';
import {
  button,
  buttonLink,
  dateInput,
  emptyState,
  errorSummary,
  pageHeading,
  select,
  status,
  summaryList,
  table,
} from '#design';
import type { UnitId } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import { formatDate, isPlainDate, localDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import { dossierHref, registerPath } from '../core/addresses.ts';
import { number, type Say } from '../words/say.ts';
import { stageNames } from '../words/state.ts';

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const registerHref = (path: string, unit: string, from: Parts, to: Parts): string =>
  `${path}?${new URLSearchParams({
    'don-vi': unit,
    'tu-day': from.day,
    'tu-month': from.month,
    'tu-year': from.year,
    'den-day': to.day,
    'den-month': to.month,
    'den-year': to.year,
  })}`;

export interface RegisterView {
  readonly say: Say;
  readonly locale: Locale;
  readonly units: readonly { readonly value: string; readonly text: string }[];
  readonly unit: string;
  readonly from: Parts;
  readonly to: Parts;
  readonly fault?: 'tu' | 'den' | 'order';
  readonly found?: {
    readonly rows: readonly RegisterRow[];
    /** Set when only so many are shown. */
    readonly more: number | undefined;
    readonly paper: string;
    readonly agencyOf: (unit: UnitId) => string;
  };
}

export function registerView(view: RegisterView): Html {
  const { say, found } = view;
  return html`${pageHeading({
    title: say('Sổ theo dõi hồ sơ', 'Register of dossiers'),
    beside: html`<span class="mc-quiet">${say('Mẫu 07', 'Form 07')}</span>`,
    actions: [
      found &&
        found.rows.length > 0 &&
        buttonLink({ text: say('In sổ (PDF)', 'Print (PDF)'), href: found.paper, icon: 'printer', key: 'I' }),
    ],
  })}${ask(view)}${found && shown(view, found)}`;
}

function ask({ say, locale, units, unit, from, to, fault }: RegisterView): Html {
  const sentences = {
    tu: say('Nhập ngày bắt đầu, ví dụ 01 11 2026.', 'Give the first day, such as 01 11 2026.'),
    den: say('Nhập ngày kết thúc, ví dụ 30 11 2026.', 'Give the last day, such as 30 11 2026.'),
    order: say('Ngày kết thúc không được trước ngày bắt đầu.', 'The last day must not be before the first.'),
  };
  const at = fault === 'tu' ? 'tu' : 'den';
  const error = (name: 'tu' | 'den') => (fault && at === name ? sentences[fault] : undefined);
  return html`${
    fault && errorSummary({ errors: [{ text: sentences[fault], target: at }], locale })
  }<form class="mc-stack"${attributes({ action: registerPath })}>${
    units.length > 1 &&
    select({
      name: 'don-vi',
      label: say('Đơn vị tiếp nhận', 'Receiving unit'),
      options: units,
      value: unit,
      width: 'l',
      locale,
    })
  }<div class="mc-row">${dateInput({
    name: 'tu',
    label: say('Nhận từ ngày', 'Received from'),
    value: from,
    error: error('tu'),
    locale,
  })}${dateInput({
    name: 'den',
    label: say('Đến hết ngày', 'Until the end of'),
    value: to,
    error: error('den'),
    locale,
  })}</div>${button({ text: say('Xem sổ', 'Show'), key: 'X' })}</form>`;
}

const dayOf = (at: number | null): string => (at === null ? '' : formatDate(localDate(at)));

function shown({ say, locale }: RegisterView, found: NonNullable<RegisterView['found']>): Html {
  const { rows } = found;
  if (rows.length === 0)
    return emptyState({
      title: say('Trong kỳ không có hồ sơ', 'Nothing in this time'),
      text: say(
        'Sổ ghi hồ sơ mà đơn vị này chính thức tiếp nhận.',
        'The register holds what this unit officially received.',
      ),
    });
  const done = rows.filter((row) => row.finished_at !== null).length;
  const returned = rows.filter((row) => row.returned_at !== null).length;
  return html`${
    found.more !== undefined &&
    status({
      tone: 'amber',
      locale,
      text: say(
        `Kỳ này có hơn ${number(found.more)} hồ sơ; sổ chỉ có ${number(found.more)} hồ sơ đầu. Hãy chọn thời gian ngắn hơn.`,
        `More than ${number(found.more)} in this time; only the first are here. Choose a shorter time.`,
      ),
    })
  }${summaryList({
    rows: [
      { label: say('Đã tiếp nhận', 'Received'), value: number(rows.length) },
      { label: say('Đã giải quyết', 'Processed'), value: number(done) },
      { label: say('Đã trả kết quả', 'Handed over'), value: number(returned) },
    ],
  })}${table({
    id: 'so',
    caption: say('Hồ sơ nhận trong kỳ', 'Received in this time'),
    columns: [
      { text: say('Mã hồ sơ', 'Code') },
      { text: say('Thủ tục, người nộp', 'Procedure, person') },
      { text: say('Cơ quan giải quyết', 'Who decides') },
      { text: say('Nhận', 'Received') },
      { text: say('Hẹn trả', 'Promised') },
      { text: say('Xong', 'Processed') },
      { text: say('Trả', 'Handed over') },
      { text: say('Tình trạng', 'State') },
    ],
    rows: rows
      .slice(0, mostOnPage)
      .map((row) => [
        html`<a${attributes({ href: dossierHref(row.code) })}>${row.code}</a>`,
        html`${row.procedure_name}<br><span class="mc-quiet">${row.owner_name}</span>`,
        found.agencyOf(row.competent_unit),
        dayOf(row.submitted_at),
        row.due_date !== null && isPlainDate(row.due_date) ? formatDate(row.due_date) : '',
        dayOf(row.finished_at),
        dayOf(row.returned_at),
        inLocale(stageNames[row.stage], locale),
      ]),
  })}${
    rows.length > mostOnPage &&
    html`<p class="mc-quiet">${say(
      `Trên màn hình là ${mostOnPage} hồ sơ đầu; bản in có đủ ${number(rows.length)}.`,
      `The first ${mostOnPage} are shown; the print has all ${number(rows.length)}.`,
    )}</p>`
  }`;
}

const mostOnPage = 200;
