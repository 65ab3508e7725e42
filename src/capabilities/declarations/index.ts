export { answerOf, signerAnswered } from './answered.ts';
export type { DeclaredContent } from './content.ts';
export {
  type Declaration,
  declarationOf,
  declare,
  invitationOf,
  type Signer,
  type SignerState,
  signerInvited,
} from './declare.ts';
export { type AskedOfMe, askedOfMe, declineToSign, invite, withdrawInvitation } from './invite.ts';
export { beginSigning, endSigning } from './sign.ts';
export { signedFor } from './submitted.ts';
