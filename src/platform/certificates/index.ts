export {
  algorithmDer,
  algorithmOf,
  type Hash,
  hashDer,
  type PublicKey,
  readAlgorithm,
  readHash,
  type SignatureAlgorithm,
  verifies,
} from './algorithms.ts';
export { ecdsaDer } from './ecdsa.ts';
export { type ChainQuestion, judgeChain, type TrustedChain } from './judge/chain.ts';
export type { ChainCode, ChainRefusal } from './judge/outcome.ts';
export type { RevocationData } from './judge/revocation.ts';
export type { Purpose } from './judge/usage.ts';
export {
  type ToValidate,
  type ValidationData,
  type ValidationSource,
  validationData,
} from './judge/validation-data.ts';
export { type KeyPair, makeKeyPair, type NewKey, readKeyPair } from './keys.ts';
export { type CertificateWish, issueCertificate, makeRoot } from './make/certificate.ts';
export { type CrlWish, makeCrl, type Revoked } from './make/crl.ts';
export type { NameParts } from './make/extensions.ts';
export { type CertificateStatus, makeOcspAnswer, type OcspWish, refuseOcsp } from './make/ocsp.ts';
export { keyOids, type NamePart, usageOids } from './oids.ts';
export { fromPem, toPem } from './pem.ts';
export { type DigestSigner, type RevocationSource, SignerUnavailable, type TimeStamper } from './ports.ts';
export { type Certificate, certificateOf, readCertificate, type Validity } from './read/certificate.ts';
export { type Crl, readCrl } from './read/crl.ts';
export type { KeyUsage } from './read/extensions.ts';
export { serialOf, subjectOf, validityOf } from './read/facts.ts';
export type { Name } from './read/name.ts';
export { type OcspAnswer, readOcspAnswer } from './read/ocsp.ts';
export { certificateIdDer, ocspQuestion, readOcspQuestion } from './read/ocsp-question.ts';
export type { RevocationReason } from './read/reasons.ts';
export { askSigner, signerOf } from './signer.ts';
