export { type ReadSignature, readDetached } from './read.ts';
export { type SigningOptions, signDetached } from './sign.ts';
export {
  answerStampRequest,
  makeStamp,
  readStampAnswer,
  readStampRequest,
  type StampingAuthority,
  type StampRequest,
  stampRequest,
} from './stamps/exchange.ts';
export { type JudgedStamp, judgeStamp, type StampQuestion } from './stamps/judge-stamp.ts';
export { type ReadStamp, readStamp } from './stamps/read-stamp.ts';
export type { Imprint } from './stamps/tst-info.ts';
