export type { Appearance, Spot } from './appearance/draw.ts';
export { type Face, openFace } from './appearance/face.ts';
export type { PdfCode } from './fault.ts';
export type { Change } from './judge/explaining.ts';
export {
  type JudgedPdf,
  type JudgedSignature,
  judgePdf,
  type RefusedSignature,
} from './judge/judge.ts';
export type { Level } from './judge/level.ts';
export type { PdfQuestion } from './judge/question.ts';
export { type PdfSigning, signPdf } from './sign/sign.ts';
export { keepValidationData, type ValidationWish } from './sign/validation-data.ts';
