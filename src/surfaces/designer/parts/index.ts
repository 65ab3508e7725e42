import type { LocalText } from '#kernel/text';
import { choices, levels, questionsOf } from '../core/options.ts';
import { cases, documents, fees, steps, times } from './list-parts.ts';
import type { Part, SheetPart } from './part.ts';

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
      options: questionsOf('commune-address', 'choice'),
    },
    {
      name: '_truc-tuyen',
      path: 'online.level',
      kind: 'one',
      required: true,
      label: words('Mức trực tuyến', 'Online'),
      options: choices({
        full: ['Toàn trình', 'Full'],
        partial: ['Một phần', 'Partial'],
        none: ['Chỉ trực tiếp', 'In person only'],
      }),
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
      name: '_ket-qua',
      path: 'result.name',
      kind: 'local',
      required: true,
      label: words('Kết quả', 'Result'),
    },
    {
      name: '_ma-ket-qua',
      path: 'result.code',
      kind: 'text',
      required: true,
      label: words('Mã kết quả', 'Result code'),
      hint: words(
        'Như KQ.G15.000031; ghi local khi chưa có mã.',
        'Such as KQ.G15.000031; local where there is none.',
      ),
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
      options: questionsOf('choice'),
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

/** Every part of a procedure beside its form, in the order in which it is made. */
export const parts: readonly Part[] = [general, cases, documents, fees, times, steps, basis];
export const formTitle = words('Tờ khai', 'Form');
