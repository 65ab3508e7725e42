import { examplesOf } from '../../example.ts';
import { type TagProps, tag } from './tag.ts';

export const tagExamples = examplesOf<TagProps>('tag', tag, {
  jade: { text: 'Đã tiếp nhận', tone: 'jade', icon: 'check' },
  amber: { text: 'Chờ bạn bổ sung 1 giấy tờ', tone: 'amber' },
  red: { text: 'Khác: CSDL ghi 02/06/1993', tone: 'red' },
  blue: { text: 'Dân cư, 4 phút trước', tone: 'blue', icon: 'info' },
  grey: { text: 'Bản nháp' },
});
