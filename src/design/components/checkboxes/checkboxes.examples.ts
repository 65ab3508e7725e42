import { examplesOf } from '../../example.ts';
import { type CheckboxesProps, checkboxes } from './checkboxes.ts';

export const checkboxesExamples = examplesOf<CheckboxesProps>('checkboxes', checkboxes, {
  plain: {
    name: 'giay-to',
    label: 'Bạn có những giấy tờ nào?',
    hint: 'Chọn tất cả giấy tờ đang có',
    values: ['chung-sinh'],
    options: [
      { value: 'chung-sinh', text: 'Giấy chứng sinh' },
      { value: 'ket-hon', text: 'Giấy chứng nhận kết hôn', hint: 'Không cần nếu đã đăng ký ở An Giang' },
    ],
  },
  error: {
    name: 'cam-doan',
    label: 'Cam đoan',
    error: 'Hãy đánh dấu vào ô để nộp hồ sơ',
    options: [{ value: 'dong-y', text: 'Những điều tôi khai là đúng' }],
  },
});
