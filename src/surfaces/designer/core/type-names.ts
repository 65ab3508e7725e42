import type { QuestionType } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';

const name = (vi: string, en: string): LocalText => ({ vi, en });

/** Types of questions as an administrator calls them; the common ones first. */
export const typeNames: Readonly<Record<QuestionType | 'person' | 'block', LocalText>> = {
  text: name('Chữ ngắn', 'Text'),
  'long-text': name('Chữ dài', 'Long text'),
  number: name('Số', 'Number'),
  money: name('Số tiền (đồng)', 'Money (đồng)'),
  date: name('Ngày', 'Date'),
  time: name('Giờ', 'Time'),
  'yes-no': name('Có hoặc không', 'Yes or no'),
  choice: name('Chọn một', 'One choice'),
  choices: name('Chọn nhiều', 'Several choices'),
  'personal-number': name('Số định danh cá nhân', 'Personal number'),
  'enterprise-code': name('Mã số doanh nghiệp', 'Enterprise code'),
  phone: name('Số điện thoại', 'Phone'),
  email: name('Thư điện tử', 'E-mail'),
  'commune-address': name('Địa chỉ (tỉnh, xã)', 'Address (province, commune)'),
  nationality: name('Quốc tịch', 'Nationality'),
  'ethnic-group': name('Dân tộc', 'Ethnic group'),
  group: name('Nhóm lặp lại', 'Repeating group'),
  person: name('Người: mẹ, cha, con, vợ, chồng…', 'Person: mother, father, child, spouse…'),
  block: name('Khối dùng lại', 'Reusable block'),
  explanation: name('Lời giải thích', 'Explanation'),
  declaration: name('Lời cam đoan', 'Declaration'),
  year: name('Năm', 'Year'),
  'search-choice': name('Chọn một trong danh mục dài (có ô tìm)', 'One of a long list, with search'),
  'old-address': name('Địa chỉ ba cấp trước 7/2025', 'Address before July 2025'),
  photo: name('Ảnh', 'Photo'),
  file: name('Tệp', 'File'),
  table: name('Bảng', 'Table'),
  calculated: name('Giá trị tự tính', 'Calculated value'),
  signature: name('Chữ ký', 'Signature'),
};
/** Rows of the same questions: what may hold other questions. */
export const holdsQuestions = (type: QuestionType): boolean => type === 'group' || type === 'table';
/** They tell something and have no answer. */
export const asksNothing = (type: QuestionType): boolean => type === 'explanation' || type === 'signature';

/** What fits a cell of a table: one field, and an answer short enough to stand in a column. */
export const cellTypes: ReadonlySet<string> = new Set(
  'text number money year time yes-no choice personal-number enterprise-code phone calculated'.split(' '),
);

/** Types that ask one thing: one can become another. */
export const questionTypes = (Object.keys(typeNames) as readonly (keyof typeof typeNames)[]).filter(
  (type): type is QuestionType => type !== 'person' && type !== 'block',
);
