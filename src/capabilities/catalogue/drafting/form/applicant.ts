import type { Competence, Page } from '#capabilities/forms';
import type { DraftCase } from '../documents.ts';
import { ask, mayAsk, page } from './ask.ts';

/** Who files, offered from the account: nothing here is typed twice. */
const you: Page = page('nguoi-nop', 'Thông tin của bạn', 'About you', [
  ask('text', 'nycHoTen', 'Họ, chữ đệm, tên của bạn', 'Your full name', {
    format: 'person-name',
    maxLength: 100,
    prefill: 'person.name',
  }),
  ask('personal-number', 'nycSoGiayToTuyThan', 'Số định danh cá nhân của bạn', 'Your personal number', {
    hint: { vi: '12 chữ số trên thẻ căn cước.', en: 'The 12 digits of your identity card.' },
    prefill: 'person.personalNumber',
  }),
  ask('phone', 'nycSoDienThoai', 'Số điện thoại của bạn', 'Your phone number', {
    hint: { vi: 'Để báo khi có kết quả.', en: 'So that we can tell you of the result.' },
    prefill: 'person.phone',
  }),
  mayAsk('email', 'nycEmail', 'Thư điện tử của bạn', 'Your e-mail', { prefill: 'person.email' }),
  ask('commune-address', 'nycDiaChi', 'Bạn đang ở đâu?', 'Where do you live?', { prefill: 'person.address' }),
]);

const business: Page = page(
  'to-chuc',
  'Tổ chức bạn đại diện',
  'The organisation you represent',
  [
    ask('text', 'tcTen', 'Tên tổ chức, doanh nghiệp', 'Name of the organisation', { maxLength: 200 }),
    mayAsk('enterprise-code', 'tcMaSo', 'Mã số doanh nghiệp hoặc mã số thuế', 'Enterprise or tax code'),
  ],
  { if: { fact: 'representing', is: 'business' } },
);

export const askedOfEverybody = (subjects: readonly string[]): readonly Page[] =>
  subjects.some((subject) => subject !== 'citizen' && subject !== 'foreigner') ? [you, business] : [you];

/** Which case it is, and which commune decides. */
export function casePages(cases: readonly DraftCase[], competence: Competence | undefined): readonly Page[] {
  const chooses =
    cases.length === 0
      ? []
      : [
          page('truong-hop', 'Trường hợp của bạn', 'Your case', [
            {
              ...ask('choice', 'truongHop', 'Bạn thuộc trường hợp nào?', 'Which case is yours?'),
              options: cases.map(({ id, name, whole }) => ({
                value: id,
                label: { vi: name },
                ...(whole === undefined
                  ? {}
                  : { hint: { vi: whole, en: 'The whole wording of the record is in Vietnamese.' } }),
              })),
            },
          ]),
        ];
  const places =
    competence?.by === undefined
      ? []
      : [
          page('noi-giai-quyet', 'Nơi giải quyết', 'Who decides', [
            ask('choice', competence.by, 'Việc này thuộc xã, phường nào?', 'Which commune does it concern?', {
              optionsFrom: 'home-communes',
            }),
          ]),
        ];
  return [...chooses, ...places];
}

export const promise: Page = page('cam-doan', 'Cam đoan', 'Declaration', [
  ask(
    'declaration',
    'camDoan',
    'Tôi cam đoan lời khai trên là đúng và chịu trách nhiệm trước pháp luật.',
    'I declare that the above is true and answer for it before the law.',
  ),
]);
