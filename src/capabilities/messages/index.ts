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
export { isOwnMoment, type Moment, type OwnMoment, ownMoments, wordsOf } from './moments.ts';
export {
  keyOfMessage,
  type MessageProblem,
  momentOfKey,
  ownMessageProblems,
} from './own-problems.ts';
export {
  loadMessageTemplates,
  type MessageShelf,
  type MessageTemplate,
  type Words,
} from './templates.ts';
