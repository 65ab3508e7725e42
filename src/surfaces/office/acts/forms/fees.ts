import { openFees } from '#capabilities/dossiers';
import { checkboxes, radios, textInput } from '#design';
import { asDong, formatDong } from '#kernel/money';
import { done } from '#kernel/outcome';
import { type Hole, html } from '#platform/html';
import { type ActForm, type FormView, many, text } from '../act-form.ts';
import { reasonFields, reasonOf } from './reason.ts';

function openFeeBoxes({ opened, typed, error }: FormView): Hole {
  const { say, locale, view } = opened;
  const owed = openFees(view.state);
  const total = owed.reduce((sum, fee) => sum + fee.amount, 0);
  return checkboxes({
    name: 'khoan',
    label: say('Khoản phí', 'Fees'),
    hint: say(`Tổng chưa nộp: ${formatDong(asDong(total))}`, `Owed in all: ${formatDong(asDong(total))}`),
    error: error('khoan'),
    // The ordinary case is the whole sum: nothing to tick.
    values: 'khoan' in typed || 'bien-lai' in typed ? many(typed, 'khoan') : owed.map(({ id }) => id),
    options: owed.map(({ id, name, amount }) => ({
      value: id,
      text: `${name}: ${formatDong(asDong(amount))}`,
    })),
    locale,
  });
}

export const takeFee: ActForm = {
  lead: ({ say }) =>
    say(
      'Ghi nhận tiền đã thu tại quầy, kèm số biên lai.',
      'Records money taken at the counter, with the receipt.',
    ),
  fields: (view) =>
    html`${openFeeBoxes(view)}${textInput({
      name: 'bien-lai',
      label: view.opened.say('Số biên lai', 'Number of the receipt'),
      value: text(view.typed, 'bien-lai'),
      error: view.error('bien-lai'),
      width: 'l',
      locale: view.opened.locale,
    })}`,
  input: ({ typed }) => done({ fees: many(typed, 'khoan'), receipt: text(typed, 'bien-lai') }),
  controls: { fees: 'khoan', receipt: 'bien-lai', 'fee-not-owed': 'khoan' },
};

export const exemptFee: ActForm = {
  lead: ({ say }) =>
    say(
      'Miễn phí phải có căn cứ; người nộp thấy lý do này.',
      'An exemption needs its ground; the person sees it.',
    ),
  fields: (view) =>
    html`${openFeeBoxes(view)}${textInput({
      name: 'can-cu',
      label: view.opened.say('Căn cứ miễn', 'Ground'),
      value: text(view.typed, 'can-cu'),
      error: view.error('can-cu'),
      locale: view.opened.locale,
    })}`,
  input: ({ typed }) => done({ fees: many(typed, 'khoan'), ground: text(typed, 'can-cu') }),
  controls: { fees: 'khoan', ground: 'can-cu', 'fee-not-owed': 'khoan' },
};

/** Whole đồng as people write it: `1.250.000`. */
const amountOf = (typed: string): string => typed.replace(/[.\s]/g, '');

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
    })}${reasonFields(view, 'ask-fee', say('Lý do, căn cứ', 'Reason and ground'))}`;
  },
  input: ({ typed, opened }) =>
    done({
      fees: [
        {
          id: `them-${opened.view.state.fees.length + 1}`,
          kind: text(typed, 'loai') === 'le-phi' ? 'le-phi' : 'phi',
          name: text(typed, 'ten'),
          amount: amountOf(text(typed, 'so-tien')) || '0',
        },
      ],
      reason: reasonOf(typed),
    }),
  controls: { 'fees.0.name': 'ten', 'fees.0.amount': 'so-tien', fees: 'ten', reason: 'ly-do' },
};
