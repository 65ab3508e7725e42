import type { LocalText } from '#kernel/text';
import { answersOf, choices, levels } from '../core/options.ts';
import { cases } from './cases-part.ts';
import { documents } from './documents-part.ts';
import { fees } from './fees-part.ts';
import { filing, notes, result } from './filing-parts.ts';
import type { Part, SheetPart } from './part.ts';
import { eligibility, otherResults } from './person-parts.ts';
import { steps } from './steps-part.ts';
import { times } from './times-part.ts';

const words = (vi: string, en: string): LocalText => ({ vi, en });

const general: SheetPart = {
  kind: 'sheet',
  slug: 'chung',
  title: words('Thông tin chung', 'In general'),
  fields: [
    { name: '_ten', path: 'name', kind: 'local', required: true, label: words('Tên thủ tục', 'Name') },
    {
      name: '_cap',
      path: 'competence.level',
      kind: 'one',
      required: true,
      label: words('Cấp giải quyết', 'Who decides'),
      options: levels,
    },
    {
      name: '_theo-cau',
      path: 'competence.by',
      kind: 'one',
      label: words('Nơi giải quyết theo địa chỉ ở câu', 'The place is told by'),
      options: answersOf('commune-address', 'choice'),
    },
    {
      name: '_so',
      path: 'competence.department',
      kind: 'text',
      rare: true,
      label: words('Sở, ngành giải quyết (mã loại cơ quan)', 'Department that decides (kind of unit)'),
      hint: words('Chỉ khi cấp tỉnh giải quyết, như: xay-dung.', 'Only where the province decides.'),
    },
    {
      name: '_doi-tuong',
      path: 'subjects',
      kind: 'many',
      required: true,
      label: words('Ai được nộp', 'Who may file'),
      options: choices({
        citizen: ['Công dân', 'Citizens'],
        'household-business': ['Hộ kinh doanh', 'Household businesses'],
        enterprise: ['Doanh nghiệp', 'Enterprises'],
        organisation: ['Tổ chức', 'Organisations'],
        foreigner: ['Người nước ngoài', 'Foreigners'],
      }),
    },
    {
      name: '_ten-to-khai',
      path: 'form.title',
      kind: 'local',
      required: true,
      label: words('Tên tờ khai', 'Title of the form'),
    },
    {
      name: '_cau-truong-hop',
      path: 'caseFrom',
      kind: 'one',
      label: words('Câu hỏi chọn trường hợp', 'Question that chooses the case'),
      options: answersOf('choice'),
    },
  ],
};

const basis: SheetPart = {
  kind: 'sheet',
  slug: 'can-cu',
  title: words('Căn cứ pháp lý', 'Legal basis'),
  fields: [
    {
      name: '_can-cu',
      path: 'basis',
      kind: 'lines',
      required: true,
      label: words('Văn bản, mỗi dòng một văn bản', 'Legal texts, one a line'),
      hint: words('Ghi số, ngày và điều khoản.', 'Number, date and article.'),
    },
  ],
};

/** Every part of a procedure beside its form, in the order in which it is made; the first seven are reached by a digit. */
export const parts: readonly Part[] = [
  general,
  cases,
  documents,
  fees,
  times,
  steps,
  basis,
  filing,
  eligibility,
  result,
  otherResults,
  notes,
];
export const blocksTitle = words('Khối dùng lại', 'Reusable blocks');
export const formTitle = words('Tờ khai', 'Form');
