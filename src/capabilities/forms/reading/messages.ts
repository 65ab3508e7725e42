import type { LocalText } from '#kernel/text';
import { type Question, repeats } from '../questions.ts';

/** Every sentence says how to mend; at most 20 syllables, which a test counts. */
const say = (vi: string, en: string): LocalText => ({ vi, en });

const lower = (label: string): string =>
  /^.\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase('vi') + label.slice(1);
const shortLabel = (label: string, most: number): boolean =>
  !label.includes('?') && label.split(/\s+/).length <= most;

const chosen = new Set(['choice', 'choices', 'search-choice', 'yes-no', 'nationality', 'ethnic-group']);

/** The sentence for a question that must be answered and was not. */
export function missing(question: Question): LocalText {
  if (question.type === 'declaration')
    return say('Hãy đánh dấu để xác nhận lời cam đoan.', 'Tick the box to confirm the declaration.');
  if (repeats(question)) return say('Hãy nhập ít nhất một dòng.', 'Enter at least one row.');
  const [verbVi, verbEn] = chosen.has(question.type) ? ['chọn', 'Choose'] : ['nhập', 'Enter'];
  const { vi, en = vi } = question.label;
  if (!shortLabel(vi, 15) || !shortLabel(en, 20))
    return chosen.has(question.type)
      ? say('Hãy chọn một câu trả lời.', 'Choose an answer.')
      : say('Hãy trả lời câu hỏi này.', 'Answer this question.');
  return say(`Hãy ${verbVi} ${lower(vi)}.`, `${verbEn} ${lower(en)}.`);
}

export const messages = {
  damaged: say(
    'Ô này có ký tự bị hỏng. Hãy xóa và gõ lại.',
    'This field has damaged characters. Delete and retype it.',
  ),
  hiddenInName: say(
    'Tên có ký tự ẩn không nhìn thấy. Hãy xóa và gõ lại.',
    'The name has invisible characters. Delete and retype it.',
  ),
  notName: say(
    'Tên chỉ gồm chữ cái. Hãy bỏ chữ số và ký hiệu.',
    'A name has letters only. Remove digits and symbols.',
  ),
  tooShort: (least: number, given: number) =>
    say(
      `Cần ít nhất ${least} ký tự; bạn đã nhập ${given}.`,
      `At least ${least} characters are needed; you entered ${given}.`,
    ),
  tooLong: (most: number, given: number) =>
    say(
      `Chỉ được nhập ${most} ký tự; bạn đã nhập ${given}. Hãy viết ngắn hơn.`,
      `At most ${most} characters; you entered ${given}. Write less.`,
    ),
  pattern: say(
    'Nội dung chưa đúng mẫu. Hãy xem gợi ý phía trên.',
    'This does not fit the pattern. See the hint above.',
  ),
  notNumber: say('Hãy nhập bằng chữ số, ví dụ 120.', 'Enter it in digits, for example 120.'),
  notWhole: say('Hãy nhập số nguyên, không có phần lẻ.', 'Enter a whole number, without decimals.'),
  decimals: (most: number) =>
    say(
      `Hãy nhập nhiều nhất ${most} chữ số sau dấu phẩy.`,
      `Enter at most ${most} digits after the decimal mark.`,
    ),
  tooSmall: (least: string) => say(`Hãy nhập số từ ${least} trở lên.`, `Enter ${least} or more.`),
  tooLarge: (most: string) => say(`Hãy nhập số không quá ${most}.`, `Enter ${most} or less.`),
  notMoney: say(
    'Hãy nhập số tiền bằng chữ số, ví dụ 50.000.',
    'Enter the amount in digits, for example 50.000.',
  ),
  dateParts: (parts: string, partsEn: string) =>
    say(`Còn thiếu ${parts}. Hãy nhập thêm.`, `Also enter the ${partsEn}.`),
  dateDigits: say('Hãy nhập ngày, tháng, năm bằng chữ số.', 'Enter day, month and year in digits.'),
  dateYear: say('Năm cần đủ bốn chữ số, ví dụ 1986.', 'The year needs four digits, for example 1986.'),
  noSuchDay: (text: string) =>
    say(`Ngày ${text} không có trong lịch.`, `There is no day ${text} in the calendar.`),
  noSuchMonth: say('Tháng phải từ 1 đến 12.', 'The month must be from 1 to 12.'),
  notFuture: say('Ngày này không được ở sau hôm nay.', 'This date cannot be after today.'),
  past: say('Ngày này phải trước hôm nay.', 'This date must be before today.'),
  future: say('Ngày này phải từ hôm nay trở đi.', 'This date must be today or later.'),
  adult: say(
    'Người này phải đủ 18 tuổi. Hãy xem lại ngày sinh.',
    'This person must be 18. Check the birth date.',
  ),
  notTime: say('Hãy nhập giờ và phút, ví dụ 07:30.', 'Enter hour and minute, for example 07:30.'),
  searchMany: say(
    'Có nhiều kết quả. Hãy bấm Tìm rồi chọn một kết quả.',
    'There are several. Press Find, then choose one.',
  ),
  searchNone: say(
    'Không tìm thấy. Hãy gõ tên khác rồi bấm Tìm.',
    'Nothing was found. Type another name, then press Find.',
  ),
  oldWard: say('Hãy tìm và chọn xã, phường cũ.', 'Find and choose the former commune.'),
  wardDivided: say(
    'Xã, phường cũ này đã chia. Hãy chọn nơi hiện nay.',
    'The former commune was divided. Choose where it is today.',
  ),
  unfit: say('Câu trả lời này chưa hợp lệ. Hãy trả lời lại.', 'This answer does not fit. Answer once more.'),
  notOption: say('Hãy chọn một câu trả lời trong danh sách.', 'Choose an answer from the list.'),
  tooFew: (least: number) => say(`Hãy chọn ít nhất ${least} mục.`, `Choose at least ${least}.`),
  tooMany: (most: number) => say(`Hãy chọn không quá ${most} mục.`, `Choose at most ${most}.`),
  tooFewRows: (least: number) => say(`Cần ít nhất ${least} dòng.`, `At least ${least} rows are needed.`),
  tooManyRows: (most: number) => say(`Chỉ được nhập ${most} dòng.`, `At most ${most} rows can be entered.`),
  personalNumberDigits: say('Số định danh chỉ gồm chữ số.', 'The personal number has digits only.'),
  personalNumberLength: (given: number) =>
    say(
      `Số định danh cần đủ 12 chữ số; bạn đã nhập ${given}.`,
      `The personal number needs 12 digits; you entered ${given}.`,
    ),
  personalNumberPlace: say(
    'Ba chữ số đầu không phải mã nơi khai sinh. Hãy xem lại.',
    'The first three digits are no place code. Check them.',
  ),
  personalNumberYear: say(
    'Số định danh không khớp năm sinh. Hãy xem lại cả hai.',
    'The personal number does not fit the birth year. Check both.',
  ),
  personalNumberSex: say(
    'Số định danh không khớp giới tính. Hãy xem lại cả hai.',
    'The personal number does not fit the sex. Check both.',
  ),
  enterpriseShape: say(
    'Mã số cần 10 chữ số, hoặc 13 chữ số cho chi nhánh.',
    'The code needs 10 digits, or 13 for a branch.',
  ),
  enterpriseCheck: say(
    'Mã số sai một chữ số. Hãy so lại với giấy chứng nhận.',
    'One digit of the code is wrong. Compare it with the certificate.',
  ),
  phone: say(
    'Số điện thoại chưa đúng. Nhập 10 chữ số, ví dụ 0912345678.',
    'Enter a phone number of 10 digits, for example 0912345678.',
  ),
  email: say('Thư điện tử chưa đúng, ví dụ ten@example.vn.', 'Enter an e-mail such as ten@example.vn.'),
  province: say('Hãy chọn tỉnh hoặc thành phố.', 'Choose a province or city.'),
  commune: say('Hãy chọn xã, phường hoặc đặc khu.', 'Choose a commune, ward or special zone.'),
  communeUnknown: say(
    'Không có xã, phường này trong tỉnh đã chọn.',
    'There is no such commune in the chosen province.',
  ),
  detail: say('Hãy nhập số nhà, đường, ấp hoặc khóm.', 'Enter house number, street or hamlet.'),
} as const;
