export type { XmlCode } from './fault.ts';
export { type JudgedSignature, type JudgedXml, judgeXml, type RefusedSignature } from './judge/judge.ts';
export type { Level } from './judge/judge-one.ts';
export type { XmlQuestion } from './judge/question.ts';
export { signXml } from './sign/sign.ts';
export type { XmlSigning } from './sign/wish.ts';
export { wrapXml } from './text/wrap.ts';
