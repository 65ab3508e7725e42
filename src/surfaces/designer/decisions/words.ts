import type { DecisionId } from '#capabilities/forms';
import type { HitPolicy } from '#capabilities/rules';
import type { LocalText } from '#kernel/text';

const words = (vi: string, en: string): LocalText => ({ vi, en });

export const policyNames: Readonly<Record<HitPolicy, LocalText>> = {
  U: words('U: nhiều nhất một dòng đúng', 'U: at most one row holds'),
  A: words('A: nhiều dòng đúng, cùng kết quả', 'A: several hold, with one result'),
  F: words('F: dòng đúng đầu tiên', 'F: the first that holds'),
  P: words('P: dòng có kết quả ưu tiên nhất', 'P: the result that comes first in its list'),
  R: words('R: mọi dòng đúng, theo thứ tự bảng', 'R: all that hold, in the order of the table'),
  O: words('O: mọi dòng đúng, theo thứ tự kết quả', 'O: all that hold, in the order of results'),
  C: words('C: mọi dòng đúng', 'C: all that hold'),
  'C+': words('C+: cộng kết quả', 'C+: the sum'),
  'C<': words('C<: kết quả nhỏ nhất', 'C<: the smallest'),
  'C>': words('C>: kết quả lớn nhất', 'C>: the largest'),
  'C#': words('C#: đếm số dòng đúng', 'C#: how many hold'),
};

export const decisionNames: Readonly<Record<DecisionId, LocalText>> = {
  fees: words('Phí, lệ phí', 'Fees'),
  competence: words('Cơ quan có thẩm quyền', 'Competence'),
  eligibility: words('Điều kiện nộp hồ sơ', 'Eligibility'),
  documents: words('Giấy tờ phải nộp', 'Required papers'),
  deadline: words('Thời hạn giải quyết', 'Deadline'),
};

/** Which policy suits a new table of that id. */
export const usualPolicy: Readonly<Record<DecisionId, HitPolicy>> = {
  fees: 'C',
  competence: 'F',
  eligibility: 'C',
  documents: 'C',
  deadline: 'F',
};

export const columnTypes = ['string', 'number', 'boolean'] as const;
export const typeNames: Readonly<Record<(typeof columnTypes)[number], LocalText>> = {
  string: words('Chữ (ngày ghi 2026-11-22)', 'Text (days as 2026-11-22)'),
  number: words('Số', 'Number'),
  boolean: words('Đúng hoặc sai', 'Yes or no'),
};
