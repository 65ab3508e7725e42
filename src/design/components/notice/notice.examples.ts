import { html } from '#platform/html';
import { examplesOf } from '../../example.ts';
import { type NoticeProps, notice } from './notice.ts';

export const noticeExamples = examplesOf<NoticeProps>('notice', notice, {
  success: {
    kind: 'success',
    title: 'Đã gửi giấy chứng sinh lúc 09:41',
    content: 'Đồng hồ chạy lại từ bây giờ.',
  },
  info: {
    kind: 'info',
    title: 'VNeID đang chậm',
    content: html`Bản nháp của bạn vẫn còn. <a href="#thu-lai">Thử lại</a>`,
  },
  warning: { kind: 'warning', content: 'Hãy bổ sung trước thứ Tư 25/11/2026.' },
  danger: { kind: 'danger', title: 'Rút hồ sơ thì không lấy lại được', headingLevel: 4 },
  inset: { kind: 'inset', content: 'Lệ phí: 0 đồng, vì nộp đúng hạn.' },
});
