import { examplesOf } from '../../example.ts';
import { type DeadlineTagProps, deadlineTag } from './deadline-tag.ts';

export const deadlineTagExamples = examplesOf<DeadlineTagProps>('deadline-tag', deadlineTag, {
  'in time': { text: 'còn 14 ngày', state: 'in-time' },
  soon: { text: 'còn 6 giờ làm việc', state: 'soon' },
  overdue: { text: 'quá 1 ngày', state: 'overdue' },
  paused: { text: 'tạm dừng, chờ bổ sung', state: 'paused' },
  finished: { text: 'xong trước hạn 1 ngày', state: 'finished' },
});
