import type { DossierState } from '#capabilities/dossiers';

/**
 * Which drawn papers the person concerned may open. The control slip is the office's; a draft is shown when the office
 * shows it; the result only once it was handed over, for what is owed is settled first.
 */
export function mayRead(paper: string, { stage, result }: DossierState): boolean {
  if (paper === 'phieu-kiem-soat') return false;
  if (paper === 'du-thao') return result?.shown !== undefined;
  return paper !== 'ket-qua' || stage === 'returned';
}
