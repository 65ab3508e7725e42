import { examplesOf } from '../../example.ts';
import { type ErrorSummaryProps, errorSummary } from './error-summary.ts';

export const errorSummaryExamples = examplesOf<ErrorSummaryProps>('error-summary', errorSummary, {
  'two errors': {
    title: 'Còn hai chỗ cần sửa',
    errors: [
      { text: 'Số định danh cần đủ 12 chữ số; bạn đã nhập 11', target: 'so-dinh-danh-me' },
      { text: 'Hãy chọn có hoặc chưa', target: 'da-co-giay' },
    ],
  },
});
