import type { Draft, DraftChange, DraftFacts } from '#capabilities/dossiers';
import type { Answers, Page, Question } from '#capabilities/forms';

/** Begins with a sign that no page of a definition may have in its id. */
export const representedKey = '@dai-dien';

const relations = [
  ['cha', 'Cha', 'Father'],
  ['me', 'Mẹ', 'Mother'],
  ['con', 'Con', 'Child'],
  ['vo', 'Vợ', 'Wife'],
  ['chong', 'Chồng', 'Husband'],
  ['ong', 'Ông', 'Grandfather'],
  ['ba', 'Bà', 'Grandmother'],
  ['anh-chi-em-ruot', 'Anh, chị, em ruột', 'Brother or sister'],
  ['giam-ho', 'Người giám hộ', 'Guardian'],
  ['than-thich', 'Người thân thích khác', 'Other relative'],
  ['uy-quyen', 'Người được ủy quyền', 'Authorised person'],
] as const;

export const relationNames: Readonly<Record<string, { readonly vi: string; readonly en: string }>> =
  Object.fromEntries(relations.map(([value, vi, en]) => [value, { vi, en }]));

const person: readonly Question[] = [
  {
    id: 'ten',
    type: 'text',
    format: 'person-name',
    label: { vi: 'Họ, chữ đệm, tên của người đó', en: 'Full name of that person' },
    required: true,
    maxLength: 100,
  },
  {
    id: 'so',
    type: 'personal-number',
    label: { vi: 'Số định danh cá nhân của người đó', en: 'Personal number of that person' },
    hint: { vi: '12 chữ số trên thẻ căn cước.', en: 'The 12 digits of the identity card.' },
    required: false,
  },
  {
    id: 'quanHe',
    type: 'choice',
    label: { vi: 'Bạn là gì của người đó?', en: 'What are you to that person?' },
    required: true,
    options: relations.map(([value, vi, en]) => ({ value, label: { vi, en } })),
  },
];
const business: readonly Question[] = [
  {
    id: 'ten',
    type: 'text',
    label: { vi: 'Tên hộ kinh doanh hoặc tổ chức', en: 'Name of the business or organisation' },
    required: true,
    maxLength: 200,
  },
  {
    id: 'so',
    type: 'enterprise-code',
    label: { vi: 'Mã số thuế hoặc mã số doanh nghiệp', en: 'Tax or enterprise code' },
    hint: { vi: 'Chưa có mã số thì để trống.', en: 'Leave empty if there is none yet.' },
    required: false,
  },
];

/** The questions about whoever is represented; undefined when somebody files for themselves. */
export function representedPage(facts: DraftFacts): Page | undefined {
  switch (facts.representing) {
    case 'other':
      return {
        id: representedKey,
        title: { vi: 'Bạn nộp thay cho ai?', en: 'Who do you file for?' },
        questions: person,
      };
    case 'business':
      return {
        id: representedKey,
        title: { vi: 'Bạn nộp cho hộ kinh doanh hay tổ chức nào?', en: 'Which business do you file for?' },
        questions: business,
      };
    default:
      return undefined;
  }
}

export function representedAnswers({ facts }: Pick<Draft, 'facts'>): Answers {
  const { name, number, relation } = facts.represented ?? { name: '' };
  return {
    ...(name ? { ten: name } : {}),
    ...(number ? { so: number } : {}),
    ...(relation ? { quanHe: relation } : {}),
  };
}

const textIn = (answers: Answers, id: string): string | undefined => {
  const value = answers[id];
  return typeof value === 'string' ? value : undefined;
};

export function representedChange(answers: Answers): DraftChange {
  const number = textIn(answers, 'so');
  const relation = textIn(answers, 'quanHe');
  const represented = {
    name: textIn(answers, 'ten') ?? '',
    ...(number ? { number } : {}),
    ...(relation ? { relation } : {}),
  };
  return { facts: { represented } };
}
