import { fromBefore, type Shift } from '#capabilities/payments';
import { button, card, emptyState, pageHeading, select, table, tag, textInput } from '#design';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { formatDateTime, formatTime, localDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { postForm, textOf } from '../books/form.ts';
import type { Desk } from '../core/desk.ts';
import { shiftHref, shiftsPath } from './addresses.ts';
import { controlsOf, fromBeforeNotice, wrongAbove } from './parts.ts';
import { dong, shiftTag } from './words.ts';

export interface ShiftsView {
  readonly ctx: PageCtx;
  readonly desk: Desk;
  readonly shifts: readonly Shift[];
  /** Units in which this officer may open a shift now. */
  readonly free: readonly UnitId[];
  readonly refusal: Refusal | undefined;
}

const controls = { float: 'dau-ca', 'shift-open': 'dau-ca' } as const;

export function shiftsView(view: ShiftsView): Html {
  const { ctx, desk, shifts, refusal } = view;
  const { say, directory } = desk;
  const now = ctx.clock.now();
  const own = shifts.find((shift) => shift.officer === desk.actor.officer && fromBefore(shift, now));
  return html`${wrongAbove(ctx, refusal, controls, view.free.length > 0 ? 'dau-ca' : 'ca-thu')}${pageHeading({
    title: say('Ca thu', 'Shifts'),
  })}${own && fromBeforeNotice(desk, own)}${openForm(view)}${
    shifts.length === 0
      ? emptyState({
          title: say('Chưa có ca thu nào', 'No shift yet'),
          text: say('Ca thu của đơn vị bạn sẽ hiện ở đây.', 'Shifts of your unit appear here.'),
        })
      : table({
          id: 'ca-thu',
          caption: say('Các ca thu gần đây', 'Shifts, the newest first'),
          columns: [
            { text: say('Người thu, mở và đóng', 'Officer, opened and closed') },
            { text: say('Kiểm quỹ', 'Count') },
            { text: say('Đếm được', 'Counted'), numeric: true },
          ],
          rows: shifts.map((shift) => [
            html`<a${attributes({ href: shiftHref(shift.id) })}>${shift.officerName}<span class="mc-hidden">, ${formatDateTime(shift.openedAt)}</span></a><br>${spanInWords(shift)}<br><span class="mc-quiet">${directory.byId(shift.unit)?.shortName}</span>`,
            tag(shiftTag(say, shift, now)),
            shift.counted === null ? '' : dong(shift.counted),
          ]),
        })
  }`;
}

/** `20/11/2026 06:55–17:15`; the day once where it ended on the day on which it began. */
function spanInWords({ openedAt, closedAt }: Shift): string {
  const from = formatDateTime(openedAt);
  if (closedAt === null) return from;
  return localDate(openedAt) === localDate(closedAt)
    ? `${from}–${formatTime(closedAt)}`
    : `${from} – ${formatDateTime(closedAt)}`;
}

function openForm({ ctx, desk: { say, directory }, free, refusal }: ShiftsView): Html | false {
  const [first] = free;
  if (!first) return false;
  const common = controlsOf(ctx, refusal, controls);
  return card({
    title: say('Mở ca thu', 'Open a shift'),
    content: postForm(ctx, shiftsPath, [
      free.length > 1
        ? select({
            ...common('quay', say('Quầy', 'Counter')),
            options: free.map((unit) => ({ value: unit, text: directory.byId(unit)?.shortName ?? '' })),
            value: textOf(ctx.fields, 'quay') || first,
            width: 'l',
          })
        : html`<p class="mc-quiet">${directory.byId(first)?.name}</p>`,
      textInput({
        ...common(
          'dau-ca',
          say('Tiền đầu ca', 'Float'),
          say(
            'Đếm tiền lẻ có sẵn trong két; không có thì ghi 0.',
            'Count the change in the till; 0 if there is none.',
          ),
        ),
        value: textOf(ctx.fields, 'dau-ca'),
        inputMode: 'numeric',
        suffix: 'đồng',
        width: 'm',
        autocomplete: 'off',
      }),
      button({ text: say('Mở ca', 'Open it'), kind: 'primary' }),
    ]),
  });
}
