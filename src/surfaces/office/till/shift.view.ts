import { expectedIn, fromBefore, notes, type Receipt, type ShiftLook } from '#capabilities/payments';
import {
  backLink,
  button,
  buttonLink,
  card,
  dateInput,
  details,
  entryTable,
  notice,
  pageHeading,
  summaryList,
  tag,
  textarea,
  textInput,
} from '#design';
import type { Refusal } from '#kernel/outcome';
import { formatDateTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { dateParts, postForm, textOf } from '../books/form.ts';
import type { Desk } from '../core/desk.ts';
import { billHref, shiftHref, shiftsPath } from './addresses.ts';
import { noteField } from './counting.ts';
import { controlsOf, wrongAbove } from './parts.ts';
import { receiptsTable } from './receipts.view.ts';
import { dong, shiftTag } from './words.ts';

export interface ShiftView extends ShiftLook {
  readonly ctx: PageCtx;
  readonly desk: Desk;
  readonly receipts: readonly Receipt[];
  readonly mayKeep: boolean;
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
  /** Payment code of the dossier that waits to be paid. */
  readonly waiting: string | undefined;
}

const controls = {
  counted: 'tong',
  remark: 'ghi-chu',
  amount: 'so-tien',
  number: 'so',
  day: 'ngay',
} as const;

export function shiftView(view: ShiftView): Html {
  const { ctx, desk, shift, refusal, done, mayKeep, till, waiting, receipts } = view;
  const { say, directory } = desk;
  const words: Readonly<Record<string, string>> = {
    mo: say('Đã mở ca. Chúc bạn một ca làm việc thuận lợi.', 'The shift is open.'),
    dong: say('Đã đóng ca.', 'The shift is closed.'),
    nop: say('Đã ghi nộp tiền vào ngân hàng.', 'The paying-in is entered.'),
  };
  const said = done === undefined ? undefined : words[done];
  return html`${wrongAbove(ctx, refusal, controls, 'bien-lai')}${backLink({
    href: shiftsPath,
    text: say('Ca thu', 'Shifts'),
    locale: ctx.locale,
  })}${pageHeading({
    title: say(`Ca thu của ${shift.officerName}`, `Shift of ${shift.officerName}`),
    beside: html`${tag(shiftTag(say, shift, ctx.clock.now()))}<span class="mc-quiet">${directory.byId(shift.unit)?.name}</span>`,
  })}${
    said &&
    notice({
      kind: 'success',
      content: html`<div class="mc-stack"><p>${said}</p>${
        waiting !== undefined &&
        shift.closedAt !== null &&
        buttonLink({
          text: say('Thu tiếp hồ sơ đang chờ', 'Take the money that waits'),
          href: billHref(waiting),
          kind: 'primary',
        })
      }</div>`,
      locale: ctx.locale,
    })
  }${fromBefore(shift, ctx.clock.now()) && lateNotice(view)}${facts(view)}${
    mayKeep && shift.closedAt === null && closeForm(view)
  }${mayKeep && till.balance > 0 && bankForm(view)}${
    receipts.length === 0
      ? html`<p class="mc-quiet" id="bien-lai">${say('Ca này chưa thu khoản nào.', 'Nothing was taken in this shift.')}</p>`
      : receiptsTable(view, receipts, {
          caption: say('Biên lai của ca', 'Receipts of the shift'),
          total: true,
        })
  }`;
}

const lateNotice = ({ desk: { say }, mayKeep }: ShiftView): Html =>
  notice({
    kind: 'warning',
    headingLevel: 2,
    title: say('Ca mở từ hôm trước', 'Open since an earlier day'),
    content: mayKeep
      ? say(
          'Hãy đếm tiền trong két và đóng ca này; khoản thu mới sẽ vào ca của hôm nay.',
          'Count the till and close this shift; new money goes into a shift of today.',
        )
      : say(
          'Người thu hoặc kế toán của đơn vị kiểm quỹ và đóng ca này.',
          'The officer or the accountant of the unit counts and closes it.',
        ),
  });

function facts({ ctx, desk: { say }, shift, till, receipts }: ShiftView): Html {
  const card = receipts
    .filter(({ way, cancelled_at: cancelled }) => way === 'card' && cancelled === null)
    .reduce((sum, { amount }) => sum + amount, 0);
  const row = (label: string, value: string | Html) => ({ label, value });
  return summaryList({
    locale: ctx.locale,
    rows: [
      row(
        say('Mở ca', 'Opened'),
        `${formatDateTime(shift.openedAt)}${shift.byItself ? say('. Tự mở khi thu khoản đầu tiên.', '. By the first payment.') : ''}`,
      ),
      row(say('Tiền đầu ca', 'Float'), dong(shift.float)),
      row(say('Đã thu tiền mặt', 'Taken in cash'), dong(till.taken)),
      ...(till.returned > 0 ? [row(say('Đã trả lại', 'Given back'), dong(till.returned))] : []),
      ...(till.banked > 0 ? [row(say('Đã nộp ngân hàng', 'Paid in at the bank'), dong(till.banked))] : []),
      row(say('Thu bằng thẻ', 'By card'), dong(card)),
      ...(shift.closedAt === null
        ? [
            row(
              say('Trong két phải có', 'Must be in the till'),
              html`<strong>${dong(expectedIn(shift, till))}</strong>`,
            ),
          ]
        : [
            row(say('Đóng ca', 'Closed'), `${formatDateTime(shift.closedAt)} · ${shift.closedByName}`),
            row(say('Sổ tính', 'Expected'), dong(shift.expected ?? 0)),
            row(say('Đếm được', 'Counted'), dong(shift.counted ?? 0)),
            ...(shift.counted === shift.expected
              ? []
              : [
                  row(
                    say('Chênh lệch', 'Difference'),
                    html`<strong>${dong((shift.counted ?? 0) - (shift.expected ?? 0))}</strong>`,
                  ),
                ]),
            ...(shift.remark ? [row(say('Ghi chú', 'Remark'), shift.remark)] : []),
            row(say('Tiền thu còn trong két', 'Fees still in the till'), dong(till.balance)),
          ]),
    ],
  });
}

function closeForm({ ctx, desk: { say }, shift, refusal, waiting }: ShiftView): Html {
  const { fields } = ctx;
  const common = controlsOf(ctx, refusal, controls);
  return card({
    title: say('Kiểm quỹ và đóng ca', 'Count and close'),
    content: postForm(ctx, shiftHref(shift.id, `/dong${waiting ? `?cho=${waiting}` : ''}`), [
      entryTable({
        ...common(
          'to',
          say('Số tờ từng loại', 'Pieces of each note'),
          say(
            'Đếm cả tiền đầu ca. Loại không có thì bỏ trống.',
            'Count the float too. Leave empty what is not there.',
          ),
        ),
        columns: [{ text: say('Số tờ', 'Pieces'), numeric: true }],
        rowHeading: say('Loại tiền', 'Note'),
        rows: notes.map((note) => ({
          label: dong(note),
          cells: [
            { name: noteField(note), value: textOf(fields, noteField(note)), inputMode: 'numeric' as const },
          ],
        })),
      }),
      textInput({
        ...common(
          'tong',
          say('Hoặc tổng số tiền đếm được', 'Or the total counted'),
          say('Chỉ dùng khi không ghi số tờ.', 'Only where no pieces are given.'),
        ),
        value: textOf(fields, 'tong'),
        inputMode: 'numeric',
        suffix: 'đồng',
        width: 'm',
        autocomplete: 'off',
      }),
      textarea({
        ...common('ghi-chu', say('Ghi chú (bắt buộc khi lệch)', 'Remark (needed when it differs)')),
        value: textOf(fields, 'ghi-chu'),
        rows: 2,
        maxLength: 500,
      }),
      button({ text: say('Đóng ca', 'Close the shift'), kind: 'primary' }),
    ]),
  });
}

function bankForm({ ctx, desk: { say }, shift, till, refusal }: ShiftView): Html {
  const { fields } = ctx;
  const common = controlsOf(ctx, refusal, controls);
  const open = ['amount', 'number', 'day'].includes(refusal?.field ?? '');
  const form = postForm(ctx, shiftHref(shift.id, '/nop'), [
    textInput({
      ...common(
        'so-tien',
        say('Số tiền nộp', 'Amount'),
        say(`Nhiều nhất ${dong(till.balance)}.`, `At most ${dong(till.balance)}.`),
      ),
      value: textOf(fields, 'so-tien'),
      inputMode: 'numeric',
      suffix: 'đồng',
      width: 'm',
      autocomplete: 'off',
    }),
    textInput({
      ...common('so', say('Số giấy nộp tiền', 'Number of the paying-in slip')),
      value: textOf(fields, 'so'),
      autocomplete: 'off',
      width: 'l',
      code: true,
    }),
    dateInput({ ...common('ngay', say('Ngày nộp', 'Day')), value: dateParts(fields, 'ngay') }),
    button({ text: say('Ghi đã nộp', 'Enter it') }),
  ]);
  const title = say('Nộp tiền vào ngân hàng', 'Pay cash in at the bank');
  return shift.closedAt === null && !open
    ? details({ summary: title, content: form })
    : card({ title, content: form });
}
