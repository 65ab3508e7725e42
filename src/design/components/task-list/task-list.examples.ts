import { examplesOf } from '../../example.ts';
import { type TaskListProps, taskList } from './task-list.ts';

export const taskListExamples = examplesOf<TaskListProps>('task-list', taskList, {
  'birth registration': {
    items: [
      { id: 'phan-tre', text: 'Về trẻ', href: '#tre', status: { text: 'Xong', tone: 'jade', icon: 'check' } },
      {
        id: 'phan-cha-me',
        text: 'Cha và mẹ',
        href: '#cha-me',
        hint: 'Còn 2 câu',
        status: { text: 'Đang làm', tone: 'blue' },
      },
      { id: 'phan-nop', text: 'Xem lại và nộp', status: { text: 'Chưa làm được', icon: 'lock' } },
    ],
  },
});
