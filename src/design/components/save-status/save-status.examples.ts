import { examplesOf } from '../../example.ts';
import { type SaveStatusProps, saveStatus } from './save-status.ts';

export const saveStatusExamples = examplesOf<SaveStatusProps>('save-status', saveStatus, {
  saved: { text: 'Đã lưu lúc 09:41. Bạn có thể làm tiếp trên máy khác.' },
});
