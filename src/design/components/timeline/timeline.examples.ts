import { examplesOf } from '../../example.ts';
import { type TimelineProps, timeline } from './timeline.ts';

export const timelineExamples = examplesOf<TimelineProps>('timeline', timeline, {
  road: {
    items: [
      { state: 'done', title: 'Đã nộp', text: '19/11, 19:12 · qua mạng, có người giúp tại ấp Vĩnh Tâm' },
      {
        state: 'done',
        title: 'Trung tâm phường Long Xuyên đã tiếp nhận',
        text: '20/11, 07:35 · cán bộ Huỳnh Thị Mai',
      },
      {
        state: 'now',
        title: 'Cần bổ sung: giấy chứng sinh',
        text: 'Ảnh bị mờ, không đọc được ngày sinh. Chụp lại nơi đủ sáng.',
      },
      { state: 'to-come', title: 'Ký và trả kết quả' },
    ],
  },
  dense: {
    dense: true,
    items: [
      { state: 'done', title: 'Tiếp nhận', text: '27 phút' },
      { state: 'now', title: 'Thẩm định', text: 'còn 6 giờ trên 8 giờ', tone: 'blue' },
      { state: 'to-come', title: 'Ký duyệt', text: '4 giờ' },
    ],
  },
});
