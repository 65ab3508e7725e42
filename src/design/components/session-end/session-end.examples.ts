import { examplesOf } from '../../example.ts';
import { type SessionEndProps, sessionEnd } from './session-end.ts';

export const sessionEndExamples = examplesOf<SessionEndProps>('session-end', sessionEnd, {
  asking: {
    open: true,
    keep: '/phien/con-lai',
    words: {
      title: 'Bạn còn làm tiếp không?',
      text: 'Lâu không thao tác, nên phiên đăng nhập sẽ kết thúc lúc 14:35.',
      stay: 'Làm tiếp',
      kept: 'Phiên đăng nhập giữ đến {time}.',
      failed: 'Chưa giữ được. Hãy lưu việc đang làm.',
      over: 'Phiên đăng nhập đã kết thúc.',
      plain: 'Nếu bạn không mở trang nào nữa, phiên đăng nhập kết thúc lúc 14:35.',
    },
  },
});
