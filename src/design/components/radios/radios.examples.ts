import { examplesOf } from '../../example.ts';
import { type RadiosProps, radios } from './radios.ts';

export const radiosExamples = examplesOf<RadiosProps>('radios', radios, {
  'with hints': {
    name: 'nop-cho',
    label: 'Bạn nộp hồ sơ cho ai?',
    value: 'minh',
    options: [
      { value: 'minh', text: 'Cho tôi' },
      { value: 'nguoi-khac', text: 'Cho người khác', hint: 'Cần giấy ủy quyền, trừ khi bạn là cha, mẹ' },
      { value: 'ho-kinh-doanh', text: 'Cho hộ kinh doanh' },
    ],
  },
  'inline, error': {
    name: 'da-co-giay',
    label: 'Bạn đã có giấy chứng sinh chưa?',
    inline: true,
    error: 'Hãy chọn có hoặc chưa',
    options: [
      { value: 'co', text: 'Có' },
      { value: 'chua', text: 'Chưa' },
    ],
  },
});
