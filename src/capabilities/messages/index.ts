export { isMailAddress, type NoticeToSend, sendNotice } from './commands/send-notice.ts';
export { countUnread, listNotices, listUnsentMail, markRead, type Notice } from './inbox.ts';
export { sendMailJob } from './jobs/send-mail.ts';
export { type Moment, momentNames, moments } from './moments.ts';
export type { Mail, MailPort, MailRefusal } from './ports.ts';
export {
  loadMessageTemplates,
  type MessageShelf,
  type MessageTemplate,
  type Words,
  type WrittenMessage,
} from './templates.ts';
