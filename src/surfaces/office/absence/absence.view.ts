import {
  button,
  card,
  dateInput,
  errorSummary,
  pageHeading,
  radios,
  select,
  status,
  table,
  textInput,
} from '#design';
import type { Locale } from '#kernel/text';
import { formatDate, formatDateTime, type Instant, localDate, type PlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { Say } from '../words/say.ts';

export type AbsenceTyped = Readonly<
  Record<
    'vai' | 'nguoi' | 'ly-do' | 'tu-day' | 'tu-month' | 'tu-year' | 'den-day' | 'den-month' | 'den-year',
    string
  >
>;

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface AbsenceView {
  readonly say: Say;
  readonly locale: Locale;
  readonly hidden: Html;
  readonly today: PlainDate;
  readonly roles: readonly Choice[];
  readonly colleagues: readonly Choice[];
  readonly delegations: readonly {
    readonly id: string;
    /** By this officer, else to this officer. */
    readonly given: boolean;
    readonly other: string;
    readonly role: string;
    readonly unit: string;
    readonly from: Instant;
    readonly until: Instant;
    readonly reason: string;
  }[];
  readonly typed: AbsenceTyped | undefined;
  readonly done: string | undefined;
  readonly error: { readonly target: string; readonly text: string } | undefined;
}

export function absenceView(view: AbsenceView): Html {
  const { say, locale, error } = view;
  return html`${error && errorSummary({ errors: [{ text: error.text, target: error.target }], locale })}${
    view.done && status({ text: view.done, locale })
  }${pageHeading({ title: say('Vắng mặt, ủy quyền', 'Absence, delegation') })}${running(view)}${card({
    title: say('Ủy quyền khi bạn vắng mặt', 'Lend a role while you are away'),
    content:
      view.roles.length === 0
        ? html`<p class="mc-quiet">${say('Bạn không giữ vai trò nào ủy quyền được.', 'You hold no role that can be lent.')}</p>`
        : lendForm(view),
  })}`;
}

function running({ say, delegations, hidden }: AbsenceView): Html {
  if (delegations.length === 0)
    return html`<p id="dang-co" class="mc-quiet">${say('Không có ủy quyền nào đang có hiệu lực.', 'No delegation is running.')}</p>`;
  return html`<div id="dang-co">${table({
    id: 'uy-quyen',
    caption: say('Ủy quyền đang có và sắp tới', 'Delegations, now and to come'),
    columns: [
      { text: say('Vai trò', 'Role') },
      { text: say('Ai thay ai', 'Who for whom') },
      { text: say('Thời gian', 'Time') },
      { text: say('Lý do', 'Why') },
      { text: say('Kết thúc', 'End') },
    ],
    rows: delegations.map((one) => [
      `${one.role} · ${one.unit}`,
      one.given
        ? say(`${one.other} làm thay bạn`, `${one.other} for you`)
        : say(`Bạn làm thay ${one.other}`, `You for ${one.other}`),
      `${formatDate(localDate(one.from))} – ${formatDateTime(one.until - 60_000)}`,
      one.reason,
      html`<form method="post"${attributes({ action: `/mot-cua/vang-mat/${one.id}/ket-thuc` })}>${hidden}${button(
        {
          text: say('Kết thúc ngay', 'End now'),
        },
      )}</form>`,
    ]),
  })}</div>`;
}

function lendForm({ say, locale, hidden, today, roles, colleagues, typed, error }: AbsenceView): Html {
  const mine = (id: string) => (error?.target === id ? error.text : undefined);
  const [year, month, day] = today.split('-');
  const date = (
    name: 'tu' | 'den',
    fallback: Partial<Record<'day' | 'month' | 'year', string | undefined>>,
  ) =>
    typed
      ? { day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] }
      : fallback;
  const role = { name: 'vai', label: say('Vai trò', 'Role'), options: roles, error: mine('vai'), locale };
  return html`<form class="mc-stack" method="post" action="/mot-cua/vang-mat" novalidate>${hidden}${radios({
    ...role,
    value: typed?.vai || roles[0]?.value,
  })}${select({
    name: 'nguoi',
    label: say('Ai làm thay?', 'Who covers for you?'),
    hint: say('Đồng nghiệp cùng đơn vị.', 'A colleague of the same unit.'),
    options: colleagues,
    value: typed?.nguoi,
    error: mine('nguoi'),
    width: 'l',
    locale,
  })}${dateInput({
    name: 'tu',
    label: say('Từ ngày', 'From'),
    value: date('tu', { day, month, year }),
    error: mine('tu'),
    locale,
  })}${dateInput({
    name: 'den',
    label: say('Đến hết ngày', 'Until the end of'),
    hint: say('Quyền tự hết vào cuối ngày này.', 'The right ends by itself at the end of this day.'),
    value: date('den', { year }),
    error: mine('den'),
    locale,
  })}${textInput({
    name: 'ly-do',
    label: say('Lý do vắng mặt', 'Why you are away'),
    value: typed?.['ly-do'],
    error: mine('ly-do'),
    width: 'full',
    locale,
  })}${button({ text: say('Ủy quyền', 'Lend the role'), kind: 'primary', key: 'T' })}</form>`;
}
