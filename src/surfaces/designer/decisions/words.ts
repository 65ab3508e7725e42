import type { DecisionId } from '#capabilities/forms';
import type { HitPolicy } from '#capabilities/rules';
import type { LocalText } from '#kernel/text';

const words = (vi: string, en: string): LocalText => ({ vi, en });

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
