export { type DigestSigner, type RevocationSource, SignerUnavailable, type TimeStamper } from './ports.ts';
