import { done, type Outcome, refused } from '#kernel/outcome';
import type { Exemption, ExemptionProof } from './state.ts';

/** A paper of the dossier that was not replaced. */
export interface StandingPaper {
  readonly id: string;
  readonly title: string;
  readonly sha256: string | null;
  readonly source: string;
  readonly replaced_by?: string | null;
}

/**
 * What proves an exemption: a paper that stands in the dossier, kept with its content hash, words for one that was only shown, or both;
 * never nothing.
 */
export function proofOf(
  { paper: id, shown }: { readonly paper: string; readonly shown: string },
  papers: readonly StandingPaper[],
): Outcome<ExemptionProof> {
  if (id === '' && shown === '') return refused({ code: 'proof-missing', field: 'paper' });
  const paper = papers.find((each) => each.id === id);
  if (id !== '' && !paper) return refused({ code: 'paper-not-here', field: 'paper' });
  return done({
    ...(paper ? { paper: { id: paper.id, title: paper.title, sha256: paper.sha256 } } : {}),
    ...(shown === '' ? {} : { shown }),
  });
}

/** What the dossier keeps of it with the fee. */
export const exemptionOf = ({ ground, proof }: Exemption): Exemption =>
  proof ? { ground, proof } : { ground };

/** "Giấy chứng nhận hộ nghèo; thẻ số 15": names of what proves it, empty where the ground says it all. */
export const proofInWords = ({ proof }: Pick<Exemption, 'proof'>): string =>
  [proof?.paper?.title, proof?.shown].filter(Boolean).join('; ');
