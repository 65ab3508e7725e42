import { examplesOf } from '../../example.ts';
import { type SearchChoiceProps, searchChoice } from './search-choice.ts';

export const searchChoiceExamples = examplesOf<SearchChoiceProps>('search-choice', searchChoice, {
  found: {
    name: 'nganh-nghe',
    label: 'Ngành, nghề kinh doanh',
    search: {
      name: 'nganh-nghe-search',
      label: 'Tên hoặc mã ngành',
      hint: 'Ví dụ: bán lẻ lương thực',
      value: 'ban le',
    },
    find: { text: 'Tìm', name: 'act', value: 'find' },
    options: [
      { value: '4711', text: 'Bán lẻ trong siêu thị, cửa hàng tổng hợp' },
      { value: '4721', text: 'Bán lẻ lương thực' },
    ],
    value: '4721',
    optionsLabel: 'Kết quả',
    status: 'Có 2 kết quả.',
  },
  'with an error': {
    name: 'nganh-khac',
    label: 'Ngành, nghề khác',
    search: { name: 'nganh-khac-search', label: 'Tên hoặc mã ngành', error: 'Hãy chọn một câu trả lời.' },
    find: { text: 'Tìm', name: 'act', value: 'find-other' },
    options: [],
    optionsLabel: 'Kết quả',
  },
});
