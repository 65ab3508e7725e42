import { examplesOf } from '../../example.ts';
import { type WorklistProps, worklist } from './worklist.ts';

export const worklistExamples = examplesOf<WorklistProps>('worklist', worklist, {
  'by risk': {
    id: 'dang-xu-ly',
    caption: 'Đang xử lý, xếp theo rủi ro trễ hạn',
    columns: { code: 'Mã hồ sơ', title: 'Thủ tục, người nộp', deadline: 'Hạn', step: 'Bước', tags: 'Lưu ý' },
    select: { name: 'chon', form: 'hang-loat' },
    rows: [
      {
        value: 'H01.105-261112-0017',
        code: 'H01.105-261112-0017',
        href: '#0017',
        title: 'Thành lập hộ kinh doanh',
        subtitle: 'Lê Quốc Khánh',
        deadline: { text: 'quá 1 ngày', state: 'overdue' },
        step: 'Chờ ký',
        stepNote: 'đã xin lỗi, hẹn lại 24/11',
      },
      {
        value: 'H01.105-261119-0042',
        code: 'H01.105-261119-0042',
        href: '#0042',
        title: 'Đăng ký khai sinh',
        subtitle: 'Nguyễn Thị Lan',
        deadline: { text: 'còn 6 giờ', state: 'soon' },
        step: 'Thẩm định',
        tags: [{ text: 'Phi địa giới', tone: 'blue' }],
        current: true,
      },
      {
        value: 'H01.105-261120-0008',
        code: 'H01.105-261120-0008',
        href: '#0008',
        title: 'Cấp phép xây dựng nhà ở riêng lẻ',
        subtitle: 'Danh Sóc Kha',
        deadline: { text: 'còn 14 ngày', state: 'in-time' },
        step: 'Lấy ý kiến',
      },
    ],
  },
});
