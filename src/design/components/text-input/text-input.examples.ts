import { examplesOf } from '../../example.ts';
import { type TextInputProps, textInput } from './text-input.ts';

export const textInputExamples = examplesOf<TextInputProps>('text-input', textInput, {
  plain: {
    name: 'ho-ten',
    label: 'Họ, chữ đệm, tên',
    autocomplete: 'name',
    value: 'Nguyễn Thị Lan',
    width: 'l',
  },
  'hint, keypad': {
    name: 'so-dinh-danh',
    label: 'Số định danh cá nhân',
    hint: '12 chữ số, ở mặt trước thẻ căn cước',
    inputMode: 'numeric',
    width: 'm',
    code: true,
  },
  error: {
    name: 'so-dinh-danh-me',
    label: 'Số định danh cá nhân của mẹ',
    hint: '12 chữ số, ở mặt trước thẻ căn cước',
    error: 'Số định danh cần đủ 12 chữ số; bạn đã nhập 11',
    value: '09119600412',
    inputMode: 'numeric',
    code: true,
  },
  optional: { name: 'email', label: 'Thư điện tử', type: 'email', autocomplete: 'email', required: false },
  'prefix and suffix': {
    name: 'von',
    label: 'Vốn kinh doanh',
    prefix: '≈',
    suffix: 'đồng',
    inputMode: 'numeric',
    width: 'm',
    value: '50.000.000',
  },
});
