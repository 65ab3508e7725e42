import { dueMoment, legalTime } from '#capabilities/dossiers';
import { attempt } from '#capabilities/forms';
import { checkboxes, dateInput, radios, textInput } from '#design';
import { done, refused } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { html } from '#platform/html';
import { supplementCard } from '../../dossier/matters.view.ts';
import type { Opened } from '../../dossier/open.ts';
import { deliveryNames } from '../../words/state.ts';
import { type ActForm, many, text } from '../act-form.ts';
import { reasonFields, reasonForm, reasonOf } from './reason.ts';

const units = {
  working_day: ['ngày làm việc', 'working days'],
  day: ['ngày', 'days'],
  hour: ['giờ làm việc', 'working hours'],
  month: ['tháng', 'months'],
} as const;

export const accept: ActForm = {
  lead: ({ view, say, names }) => {
    // Where a table gives no time, accepting is refused with that sentence.
    const found = attempt(() => legalTime(view.rules, view.state.channel));
    const time = found.ok ? found.value : undefined;
    const to = names.unit(view.state.competent);
    if (!time)
      return say(
        `Thủ tục không có thời hạn. Hồ sơ chuyển tới ${to}.`,
        `The procedure names no time. The dossier goes to ${to}.`,
      );
    return say(
      `Đồng hồ bắt đầu chạy: ${time.value} ${units[time.unit][0]}. Hồ sơ chuyển tới ${to}.`,
      `The clock starts: ${time.value} ${units[time.unit][1]}. The dossier goes to ${to}.`,
    );
  },
  withPaper: true,
};

const reason = ({ say }: Opened): string => say('Lý do', 'Reason');

export const decline = reasonForm('decline', {
  lead: ({ say }) =>
    say('Người nộp nhận phiếu từ chối với lý do này.', 'The person gets a slip with this reason.'),
  label: reason,
  warning: true,
});

export const confirmSupplement: ActForm = {
  lead: ({ view, say }) =>
    view.state.supplement?.sentAt === undefined
      ? say(
          'Người nộp chưa gửi qua mạng. Chỉ xác nhận khi bạn đã nhận giấy tờ trực tiếp.',
          'Nothing was sent online. Confirm only when you hold the papers.',
        )
      : say(
          'Giấy tờ đã đủ; hồ sơ trở lại chỗ trước khi chờ.',
          'The papers are complete; the dossier goes on.',
        ),
  fields: ({ opened }) => supplementCard(opened),
  withPaper: true,
};

export const pause = reasonForm('pause', {
  lead: ({ say }) =>
    say('Đồng hồ dừng cho đến khi có người bấm tiếp tục.', 'The clock stands until somebody resumes.'),
  label: reason,
});

export const stop = reasonForm('stop', {
  lead: ({ say }) => say('Hồ sơ kết thúc mà không có kết quả.', 'The dossier ends without a result.'),
  label: reason,
  warning: true,
});

export const refuseWithdrawal = reasonForm('refuse-withdrawal', {
  lead: ({ say }) =>
    say('Hồ sơ được giải quyết tiếp; đồng hồ chạy lại.', 'The dossier goes on; the clock runs again.'),
  label: reason,
});

export const allowWithdrawal: ActForm = {
  lead: ({ view, say }) =>
    say(
      `Hồ sơ dừng giải quyết theo mong muốn của người nộp: ${view.state.withdrawal?.reason ?? ''}`,
      `The dossier is stopped as the person wishes: ${view.state.withdrawal?.reason ?? ''}`,
    ),
  warning: true,
};

export const apologise: ActForm = {
  lead: ({ view, say }) => {
    const due = dueMoment(view.state);
    return say(
      `Chỉ được hẹn lại một lần, trước khi qua hạn ${due === undefined ? '' : formatDateTime(due)}.`,
      `Only once, and before the promise ${due === undefined ? '' : formatDateTime(due)} has passed.`,
    );
  },
  fields: (view) =>
    html`${dateInput({
      name: 'ngay-moi',
      label: view.opened.say('Ngày hẹn mới', 'New date'),
      value: {
        day: text(view.typed, 'ngay-moi-day'),
        month: text(view.typed, 'ngay-moi-month'),
        year: text(view.typed, 'ngay-moi-year'),
      },
      error: view.error('ngay-moi'),
      locale: view.opened.locale,
    })}${reasonFields(view, 'apologise', reason(view.opened))}`,
  input({ typed }) {
    const part = (name: string, length: number) =>
      text(typed, `ngay-moi-${name}`).trim().padStart(length, '0');
    return done({
      newDate: `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`,
      reason: reasonOf(typed),
    });
  },
  controls: {
    newDate: 'ngay-moi',
    reason: 'ly-do',
    'date-missing': 'ngay-moi',
    'date-not-later': 'ngay-moi',
    'no-promise': 'ngay-moi',
  },
};

export const returnResult: ActForm = {
  lead: ({ say, locale, view }) =>
    say(
      `Người nộp đã chọn: ${inLocale(deliveryNames[view.state.delivery], locale).toLowerCase()}.`,
      `The person chose: ${inLocale(deliveryNames[view.state.delivery], locale).toLowerCase()}.`,
    ),
  fields: ({ opened, typed, error }) => {
    const { say, locale, view } = opened;
    return html`${radios({
      name: 'cach',
      label: say('Trả bằng cách nào?', 'How?'),
      value: text(typed, 'cach') || view.state.delivery,
      options: [
        { value: 'counter', text: say('Trao tận tay tại quầy', 'Handed over at the counter') },
        { value: 'post', text: say('Gửi bưu chính', 'By post') },
        { value: 'electronic', text: say('Bản điện tử', 'Electronically') },
      ],
      error: error('cach'),
      locale,
    })}${textInput({
      name: 'nguoi-nhan',
      label: say('Người nhận', 'Who received it'),
      value: 'nguoi-nhan' in typed ? text(typed, 'nguoi-nhan') : view.dossier.owner_name,
      error: error('nguoi-nhan'),
      locale,
    })}`;
  },
  input: ({ typed }) => done({ way: text(typed, 'cach'), to: text(typed, 'nguoi-nhan') }),
  controls: { way: 'cach', to: 'nguoi-nhan' },
};

export const undoReturn = reasonForm('undo-return', {
  lead: ({ say }) =>
    say(
      'Việc trả được ghi là đã thu hồi; hồ sơ trở lại chờ trả.',
      'It is recorded as undone; the result waits again.',
    ),
  label: reason,
  warning: true,
});

export const confirmIdentity: ActForm = {
  lead: ({ say }) =>
    say(
      'Người nộp đã gửi hồ sơ khi chưa đăng nhập được VNeID.',
      'The person filed while VNeID did not answer.',
    ),
  fields: ({ opened, typed, error }) =>
    html`${textInput({
      name: 'so-dinh-danh',
      label: opened.say('Số định danh trên giấy tờ', 'Personal number on the paper'),
      inputMode: 'numeric',
      width: 'm',
      code: true,
      value: text(typed, 'so-dinh-danh'),
      error: error('so-dinh-danh'),
      locale: opened.locale,
    })}${checkboxes({
      name: 'da-doi-chieu',
      label: opened.say('Đối chiếu', 'Comparison'),
      values: many(typed, 'da-doi-chieu'),
      error: error('da-doi-chieu'),
      options: [
        {
          value: 'roi',
          text: opened.say(
            'Tôi đã đối chiếu người nộp với giấy tờ tùy thân',
            'I compared the person with the identity paper',
          ),
        },
      ],
      locale: opened.locale,
    })}`,
  input({ typed }) {
    const person = text(typed, 'so-dinh-danh').replace(/\s/g, '');
    if (!/^\d{12}$/.test(person)) return refused({ code: 'number-shape', field: 'so-dinh-danh' });
    if (!many(typed, 'da-doi-chieu').includes('roi'))
      return refused({ code: 'checked-missing', field: 'da-doi-chieu' });
    return done({ person });
  },
  controls: { person: 'so-dinh-danh' },
};

export const takeOver: ActForm = {
  lead: ({ say, names, view }) =>
    say(
      `${names.unit(view.state.holder)} nhận hồ sơ và giấy tờ kèm theo.`,
      `${names.unit(view.state.holder)} takes it.`,
    ),
};
export const resume: ActForm = {
  lead: ({ say, view }) =>
    say(
      `Đồng hồ chạy tiếp. Lý do dừng: ${view.state.pause?.reason ?? ''}`,
      `The clock runs again. Paused for: ${view.state.pause?.reason ?? ''}`,
    ),
};
