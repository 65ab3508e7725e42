import type { Page, Question } from '#capabilities/forms';
import { ask, mayAsk, page } from './ask.ts';

/** Registered for the first time, or again because book and paper are lost. Copies, extracts and joint procedures ask less. */
const birth = /^(?:thu tuc )?dang ky (lai )?khai sinh/;

type Ask = typeof ask;

const origin = (must: Ask, id: string, vi: string, en: string): readonly Question[] => [
  must('nationality', `${id}QuocTich`, `Quốc tịch của ${vi}`, `Nationality of ${en}`),
  must('ethnic-group', `${id}DanToc`, `Dân tộc của ${vi}`, `Ethnic group of ${en}`, {
    if: { q: `${id}QuocTich`, is: 'VN' },
  }),
];

/** Of somebody old only the year may be known, of a parent nothing. */
const parent = (id: 'me' | 'cha', vi: string, en: string): Page =>
  page(id, `Thông tin của ${vi}`, `About the ${en}`, [
    mayAsk('text', `${id}HoTen`, `Họ, chữ đệm, tên của ${vi}`, `Full name of the ${en}`, {
      format: 'person-name',
      maxLength: 100,
      hint: { vi: `Không rõ ${vi} là ai thì để trống.`, en: `Leave it empty if the ${en} is not known.` },
    }),
    mayAsk('date', `${id}NgaySinh`, `Ngày sinh của ${vi}`, `Birth date of the ${en}`, {
      partial: true,
      rule: 'past',
      hint: {
        vi: 'Chỉ nhớ năm thì để trống ngày, tháng.',
        en: 'Leave day and month empty if only the year is known.',
      },
    }),
    ...origin(mayAsk, id, vi, `the ${en}`),
  ]);

const before = page('da-dang-ky', 'Lần đăng ký trước', 'The earlier registration', [
  ask('text', 'noiDangKyCu', 'Trước đây đăng ký khai sinh ở đâu?', 'Where was the birth registered before?', {
    maxLength: 200,
    hint: {
      vi: 'Tên xã, phường, huyện, tỉnh khi đó.',
      en: 'Commune, district and province as they were called then.',
    },
  }),
  mayAsk('date', 'ngayDangKyCu', 'Ngày đăng ký', 'Date of registration', { partial: true, rule: 'past' }),
  mayAsk('text', 'soDangKyCu', 'Số đăng ký trước đây', 'Earlier registration number', { maxLength: 60 }),
]);

/** What the declaration of a birth asks (the particulars of a birth: Luật Hộ tịch 60/2014/QH13 art. 14), by the procedure's name. */
export function birthPages(foldedName: string): readonly Page[] | undefined {
  const found = birth.exec(foldedName) ?? undefined;
  return (
    found && [
      page('nguoi-duoc-dang-ky', 'Người được khai sinh', 'The person whose birth it is', [
        ask('text', 'ndkHoTen', 'Họ, chữ đệm, tên khai sinh', 'Full name given at birth', {
          format: 'person-name',
          maxLength: 100,
        }),
        ask('choice', 'ndkGioiTinh', 'Giới tính', 'Sex', { optionsFrom: 'sexes' }),
        ask('date', 'ndkNgaySinh', 'Ngày sinh', 'Birth date', { rule: 'not-future' }),
        mayAsk('personal-number', 'ndkSoDDCN', 'Số định danh cá nhân', 'Personal number', {
          agreesWith: { birthDate: 'ndkNgaySinh', sex: 'ndkGioiTinh' },
        }),
      ]),
      page('noi-sinh', 'Nơi sinh, quê quán', 'Place of birth, home place', [
        ask('text', 'ndkNoiSinh', 'Sinh ở đâu?', 'Where were they born?', {
          maxLength: 200,
          hint: {
            vi: 'Tên nơi sinh và xã, tỉnh. Sinh tại nhà thì ghi “tại nhà” và địa chỉ.',
            en: 'The place, with commune and province. For a birth at home write “at home” and the address.',
          },
        }),
        ask('commune-address', 'ndkQueQuan', 'Quê quán', 'Home place'),
        ...origin(ask, 'ndk', 'người được khai sinh', 'the person'),
      ]),
      parent('me', 'mẹ', 'mother'),
      parent('cha', 'cha', 'father'),
      ...(found[1] === undefined ? [] : [before]),
    ]
  );
}

/** What a birth certificate states, in its order. */
export const onBirthCertificate: readonly string[] = [
  'ndkHoTen',
  'ndkGioiTinh',
  'ndkNgaySinh',
  'ndkNoiSinh',
  'ndkDanToc',
  'ndkQuocTich',
  'ndkQueQuan',
  'ndkSoDDCN',
  ...['me', 'cha'].flatMap((id) => ['HoTen', 'NgaySinh', 'DanToc', 'QuocTich'].map((end) => id + end)),
];
