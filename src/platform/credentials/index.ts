export { type DocumentClaims, documentClaimNames, documentClaims, documentType } from './document.ts';
export { type HolderKey, makeHolderKey, type PublicJwk, readHolderKey } from './es256.ts';
export {
  type CredentialWish,
  issueCredential,
  issueStatusList,
  type StatusListWish,
} from './issue.ts';
export {
  type CredentialQuestion,
  type HolderWord,
  type JudgedCredential,
  judgeCredential,
  type StatusWord,
} from './judge.ts';
export {
  type CredentialRequest,
  credentialAnswer,
  makeCredentialAnswer,
  makeNonceAnswer,
  nonceAnswer,
  readCredentialRequest,
  writeCredentialRequest,
} from './openid4vci/credential.ts';
export {
  type IssuerMetadata,
  type IssuerWish,
  issuerMetadata,
  makeIssuerMetadata,
  makeServerMetadata,
  serverMetadata,
  wellKnown,
} from './openid4vci/metadata.ts';
export {
  type CredentialOffer,
  credentialOffer,
  makeOffer,
  type OfferWish,
  offerLink,
  preAuthorized,
  readOffer,
} from './openid4vci/offer.ts';
export { judgeKeyProof, makeKeyProof, type ProofQuestion } from './openid4vci/proof.ts';
export {
  errorAnswer,
  makeErrorAnswer,
  makeTokenAnswer,
  readTokenRequest,
  type TokenRequest,
  tokenAnswer,
  writeTokenRequest,
} from './openid4vci/token.ts';
export {
  type HeldClaim,
  heldClaims,
  lookInto,
  type PresentationWish,
  presentCredential,
  type UnjudgedCredential,
} from './present.ts';
export { statuses } from './status-list.ts';
export { credentialType } from './technical.ts';
export type { SignedBy, Trust } from './trust.ts';
