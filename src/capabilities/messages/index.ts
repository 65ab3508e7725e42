export { sendNotice } from './commands/send-notice.ts';
export { countUnread, listNotices, markRead, type Notice } from './inbox.ts';
export { sendMailJob } from './jobs/send-mail.ts';
export type { Moment } from './moments.ts';
export {
  loadMessageTemplates,
  type MessageShelf,
  type Words,
} from './templates.ts';
