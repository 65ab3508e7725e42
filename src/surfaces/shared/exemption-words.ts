import { type Exemption, proofInWords } from '#capabilities/dossiers';

/** The ground of an exemption, and the names of what proves it. */
export function exemptionInWords(say: (vi: string, en: string) => string, exemption: Exemption): string {
  const proof = proofInWords(exemption);
  return proof === '' ? exemption.ground : `${exemption.ground}. ${say('Giấy tờ', 'Proved by')}: ${proof}`;
}
