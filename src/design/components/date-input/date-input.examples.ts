import { examplesOf } from '../../example.ts';
import { type DateInputProps, dateInput } from './date-input.ts';

export const dateInputExamples = examplesOf<DateInputProps>('date-input', dateInput, {
  plain: { name: 'ngay-sinh', label: 'Trẻ sinh ngày nào?', hint: 'Ví dụ: 18 11 2026' },
  error: {
    name: 'ngay-cap',
    label: 'Ngày cấp thẻ',
    value: { day: '31', month: '2', year: '2024' },
    error: 'Tháng 2 năm 2024 chỉ có 29 ngày',
    errorParts: ['day'],
  },
});
