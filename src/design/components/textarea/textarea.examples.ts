import { examplesOf } from '../../example.ts';
import { type TextareaProps, textarea } from './textarea.ts';

export const textareaExamples = examplesOf<TextareaProps>('textarea', textarea, {
  plain: {
    name: 'ly-do',
    label: 'Lý do',
    hint: 'Một hai câu là đủ',
    value: 'Ảnh bị mờ.\nChụp lại nơi đủ sáng.',
  },
  error: { name: 'ly-do-thieu', label: 'Lý do', error: 'Hãy ghi lý do để người nộp biết cần làm gì' },
});
