export { sendNotice } from './commands/send-notice.ts';
export {
  countUnread,
  listNotices,
  listUnsentMail,
  markRead,
  type Notice,
  sendAgain,
} from './inbox.ts';
export { type MailOutcome, mailBacklog, sendMailJob } from './jobs/send-mail.ts';
export type { Moment } from './moments.ts';
export {
  loadMessageTemplates,
  type MessageShelf,
  type Words,
} from './templates.ts';
