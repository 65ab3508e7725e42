import { examplesOf } from '../../example.ts';
import { type SelectProps, select } from './select.ts';

export const selectExamples = examplesOf<SelectProps>('select', select, {
  plain: {
    name: 'noi-nhan',
    label: 'Nơi nhận kết quả',
    value: 'nui-cam',
    width: 'l',
    options: [
      { value: 'long-xuyen', text: 'Trung tâm phường Long Xuyên' },
      { value: 'nui-cam', text: 'Trung tâm xã Núi Cấm' },
    ],
  },
  error: {
    name: 'dan-toc',
    label: 'Dân tộc',
    error: 'Hãy chọn dân tộc của trẻ',
    options: [{ value: '1', text: 'Kinh' }],
  },
});
