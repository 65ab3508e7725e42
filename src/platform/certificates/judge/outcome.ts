import type { Refusal } from '#kernel/outcome';

export type ChainCode =
  | 'certificate-expired'
  | 'certificate-not-yet'
  | 'certificate-revoked'
  | 'certificate-untrusted'
  | 'certificate-usage'
  | 'certificate-odd';

/** `details.at`: place in the path, 0 is the certificate itself; for a revoked one also `since` and `reason`. */
export interface ChainRefusal extends Refusal {
  readonly code: ChainCode;
}

export const refusal = (code: ChainCode, details: Readonly<Record<string, string | number>>) => ({
  code,
  details,
});
