import { fromBefore, type Receipt, type Shift } from '#capabilities/payments';
import { button, buttonLink, card, notice, pageHeading, tag, textInput } from '#design';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { Desk } from '../core/desk.ts';
import { shiftHref, shiftsPath, tillHome } from './addresses.ts';
import { controlsOf, fromBeforeNotice, wrongAbove } from './parts.ts';
import { receiptsTable } from './receipts.view.ts';
import { dong } from './words.ts';

export interface FindView {
  readonly ctx: PageCtx;
  readonly desk: Desk;
  readonly typed: string;
  readonly unknown: boolean;
  readonly shifts: readonly Shift[];
  readonly receipts: readonly Receipt[];
}

export function findView(view: FindView): Html {
  const { ctx, desk, typed, unknown, receipts } = view;
  const { say } = desk;
  const refusal = unknown ? { code: 'bill-unknown', field: 'code' } : undefined;
  const names = { code: 'ma' };
  return html`${wrongAbove(ctx, refusal, names, 'ma')}${pageHeading({
    title: say('Thu phí, lệ phí', 'Take a fee'),
  })}<form class="mc-stack"${attributes({ action: tillHome, novalidate: true })}>${textInput({
    ...controlsOf(ctx, refusal, names)(
      'ma',
      say('Mã thanh toán hoặc mã hồ sơ', 'Payment code or dossier code'),
      say(
        'Quét mã trên giấy hẹn, hoặc gõ 12 ký tự. Mã thanh toán mở được hồ sơ của mọi đơn vị.',
        'Scan the code on the paper, or type its 12 letters. It opens dossiers of every unit.',
      ),
    ),
    value: typed,
    code: true,
    width: 'l',
    autocomplete: 'off',
    spellcheck: false,
    focus: true,
  })}${button({ text: say('Tìm khoản phải nộp', 'Find what is owed'), kind: 'primary' })}</form>${shiftCard(view)}${
    receipts.length > 0 &&
    receiptsTable(view, receipts, {
      caption: say('Vừa thu trong ca này', 'Taken in this shift'),
      total: false,
    })
  }`;
}

function shiftCard({ ctx, desk, shifts }: FindView): Html {
  const { say, directory } = desk;
  if (shifts.length === 0)
    return notice({
      kind: 'info',
      title: say('Bạn chưa mở ca thu', 'You have no open shift'),
      content: html`<p>${say(
        'Khoản đầu tiên sẽ tự mở ca với tiền đầu ca 0 đồng. Nếu trong két có tiền lẻ, hãy mở ca và ghi số tiền đó trước.',
        'The first payment opens one with a float of 0. If there is change in the till, open the shift and enter it first.',
      )}</p>${buttonLink({ text: say('Mở ca thu', 'Open a shift'), href: shiftsPath })}`,
    });
  return html`${shifts.map((shift) =>
    fromBefore(shift, ctx.clock.now())
      ? fromBeforeNotice(desk, shift)
      : card({
          title: say(
            `Ca đang mở từ ${formatDateTime(shift.openedAt)}`,
            `Shift open since ${formatDateTime(shift.openedAt)}`,
          ),
          aside: tag({ text: directory.byId(shift.unit)?.shortName ?? '', tone: 'blue' }),
          content: html`<p>${say(`Tiền đầu ca: ${dong(shift.float)}.`, `Float: ${dong(shift.float)}.`)} ${
            shift.byItself &&
            say('Ca này tự mở khi bạn thu khoản đầu tiên.', 'It opened by itself with your first payment.')
          }</p><p><a${attributes({ href: shiftHref(shift.id) })}>${say('Kiểm quỹ, đóng ca', 'Count and close')}</a></p>`,
        }),
  )}`;
}
