import { openFees } from '#capabilities/dossiers';
import { checkboxes, dateInput, details, radios, textInput } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { done, refused } from '#kernel/outcome';
import { attributes, type Hole, html } from '#platform/html';
import { typedDate } from '#surfaces/shared';
import { shiftsPath } from '../../till/addresses.ts';
import { type ActForm, type FormView, many, type Typed, text } from '../act-form.ts';
import { reasonFields, reasonOf } from './reason.ts';

/** The fees that are owed, all ticked at first. */
export function openFeeBoxes({ opened, typed, error }: FormView): Hole {
  const { say, locale, view } = opened;
  const owed = openFees(view.state);
  const { costs } = opened.names;
  const total = costs(owed.map(({ id }) => id));
  return checkboxes({
    name: 'khoan',
    label: say('Khoản phí', 'Fees'),
    hint: say(`Tổng chưa nộp: ${formatDong(asDong(total))}`, `Owed in all: ${formatDong(asDong(total))}`),
    error: error('khoan'),
    // The ordinary case is the whole sum: nothing to tick.
    values: 'khoan' in typed || 'bien-lai' in typed ? many(typed, 'khoan') : owed.map(({ id }) => id),
    options: owed.map(({ id, name }) => ({
      value: id,
      text: `${name}: ${formatDong(asDong(costs([id])))}`,
    })),
    locale,
  });
}

/** One line for the evidence of an exemption or a payment. */
export const line = (view: FormView, name: string, label: string, hint?: string, width?: 'l'): Hole =>
  textInput({
    name,
    label,
    hint,
    value: text(view.typed, name),
    error: view.error(name),
    autocomplete: 'off',
    ...(width === undefined ? {} : { width }),
    locale: view.opened.locale,
  });

export const takeFee: ActForm = {
  lead: ({ say }) =>
    html`${say(
      'Thu tiền mặt hoặc thẻ tại quầy. Hệ thống cấp biên lai điện tử và ghi vào ca thu của bạn.',
      'Cash or card at the counter. An electronic receipt is made, in your own shift.',
    )} <a${attributes({ href: shiftsPath })}>${say('Xem ca thu', 'Your shifts')}</a>`,
  fields: (view) => {
    const { say, locale } = view.opened;
    return html`${openFeeBoxes(view)}${radios({
      name: 'cach',
      label: say('Cách nộp', 'Way'),
      inline: true,
      value: text(view.typed, 'cach') || 'cash',
      options: [
        { value: 'cash', text: say('Tiền mặt', 'Cash') },
        { value: 'card', text: say('Thẻ', 'Card') },
      ],
      locale,
    })}${line(view, 'so-the', say('Số hóa đơn thẻ', 'Number of the card slip'), say('Chỉ khi nộp bằng thẻ.', 'For cards only.'))}${line(
      view,
      'nguoi-nop',
      say('Người nộp tiền', 'Payer'),
      say('Bỏ trống nếu là chủ hồ sơ.', 'Empty for the owner of the dossier.'),
    )}${line(
      view,
      'bien-lai',
      say('Số biên lai in sẵn (nếu có)', 'Printed receipt (if given)'),
      say('Bỏ trống: hệ thống tự cấp biên lai điện tử.', 'Empty: an electronic receipt is made.'),
    )}`;
  },
  input: ({ typed }) => {
    const way = text(typed, 'cach') === 'card' ? 'card' : 'cash';
    const slip = text(typed, 'so-the').trim();
    if (way === 'card' && slip === '') return refused({ code: 'slip-missing', field: 'slip' });
    return done({
      fees: many(typed, 'khoan'),
      way,
      receipt: text(typed, 'bien-lai'),
      payer: text(typed, 'nguoi-nop'),
      slip: way === 'card' ? slip : '',
    });
  },
  controls: {
    fees: 'khoan',
    receipt: 'bien-lai',
    payer: 'nguoi-nop',
    slip: 'so-the',
    'shift-from-before': 'khoan',
    'fee-not-owed': 'khoan',
    'payment-under-way': 'khoan',
  },
};

/** Whole đồng as people write it: `1.250.000`. */
const amountOf = (typed: string): string => typed.replace(/[.\s]/g, '');

const kindIn = (typed: Typed): 'phi' | 'le-phi' | 'tax' => {
  const kind = text(typed, 'loai');
  return kind === 'le-phi' || kind === 'tax' ? kind : 'phi';
};

const dayIn = (typed: Typed, name: string): string => {
  const [day, month, year] = (['day', 'month', 'year'] as const).map((part) =>
    text(typed, `${name}-${part}`),
  );
  const none = `${day}${month}${year}`.trim() === '';
  return none ? '' : (typedDate(day ?? '', month ?? '', year ?? '') ?? 'wrong');
};

const noticeIn = (typed: Typed) => ({
  authority: text(typed, 'co-quan'),
  number: text(typed, 'so-thong-bao'),
  date: dayIn(typed, 'ngay-thong-bao'),
  until: dayIn(typed, 'han-nop'),
  treasury: text(typed, 'kho-bac'),
  treasuryAccount: text(typed, 'tai-khoan-thu'),
});

/** The notice that money of another authority comes from: the tax office reckons what land costs, here it is only collected. */
function noticeFields(view: FormView): Hole {
  const { typed, error, opened } = view;
  const { say, locale } = opened;
  const day = (name: string, label: string, hint?: string): Hole =>
    dateInput({
      name,
      label,
      hint,
      value: {
        day: text(typed, `${name}-day`),
        month: text(typed, `${name}-month`),
        year: text(typed, `${name}-year`),
      },
      error: error(name),
      locale,
    });
  return details({
    summary: say('Thông báo của cơ quan khác (thuế đất)', 'Notice of another authority (land tax)'),
    open: kindIn(typed) === 'tax',
    content: html`${line(view, 'co-quan', say('Cơ quan ra thông báo', 'Authority'))}${line(
      view,
      'so-thong-bao',
      say('Số thông báo', 'Number'),
    )}${day('ngay-thong-bao', say('Ngày thông báo', 'Day'))}${day(
      'han-nop',
      say('Hạn nộp', 'Pay by'),
      say('Bỏ trống nếu thông báo không ghi.', 'Empty if the notice names none.'),
    )}${line(view, 'kho-bac', say('Kho bạc Nhà nước nhận tiền', 'Treasury'))}${line(
      view,
      'tai-khoan-thu',
      say('Tài khoản thu ngân sách', 'Its account'),
    )}`,
  });
}

export const askFee: ActForm = {
  lead: ({ view, say }) =>
    view.state.stage === 'in-process'
      ? say('Đồng hồ dừng cho đến khi người nộp trả tiền.', 'The clock stands until the person has paid.')
      : say('Khoản này được ghi nợ cho người nộp.', 'The fee is recorded as owed.'),
  fields: (view) => {
    const { typed, error, opened } = view;
    const { say, locale } = opened;
    return html`${radios({
      name: 'loai',
      label: say('Loại', 'Kind'),
      inline: true,
      value: text(typed, 'loai') || 'phi',
      options: [
        { value: 'phi', text: say('Phí', 'Fee for a service') },
        { value: 'le-phi', text: say('Lệ phí', 'State fee') },
        { value: 'tax', text: say('Theo thông báo của cơ quan khác', 'By a notice of another authority') },
      ],
      locale,
    })}${textInput({
      name: 'ten',
      label: say('Tên khoản', 'What it is for'),
      value: text(typed, 'ten'),
      error: error('ten'),
      locale,
    })}${textInput({
      name: 'so-tien',
      label: say('Số tiền', 'Amount'),
      suffix: 'đồng',
      inputMode: 'numeric',
      width: 'm',
      value: text(typed, 'so-tien'),
      error: error('so-tien'),
      locale,
    })}${noticeFields(view)}${reasonFields(view, 'ask-fee', say('Lý do, căn cứ', 'Reason and ground'))}`;
  },
  input: ({ typed, opened }) =>
    done({
      fees: [
        {
          id: `them-${opened.view.state.fees.length + 1}`,
          kind: kindIn(typed),
          name: text(typed, 'ten'),
          amount: amountOf(text(typed, 'so-tien')) || '0',
          ...(kindIn(typed) === 'tax' ? { assessed: noticeIn(typed) } : {}),
        },
      ],
      reason: reasonOf(typed),
    }),
  controls: {
    'fees.0.name': 'ten',
    'fees.0.amount': 'so-tien',
    'fees.0.assessed.authority': 'co-quan',
    'fees.0.assessed.number': 'so-thong-bao',
    'fees.0.assessed.date': 'ngay-thong-bao',
    'fees.0.assessed.until': 'han-nop',
    'fees.0.assessed.treasury': 'kho-bac',
    'fees.0.assessed.treasuryAccount': 'tai-khoan-thu',
    fees: 'ten',
    reason: 'ly-do',
  },
};
