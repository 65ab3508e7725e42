/** Why a certificate was taken back (RFC 5280, 5.3.1). Number 7 is not used. */
export const reasonNumbers = {
  unspecified: 0,
  keyCompromise: 1,
  caCompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCrl: 8,
  privilegeWithdrawn: 9,
  aaCompromise: 10,
} as const;
export type RevocationReason = keyof typeof reasonNumbers;

const byNumber = new Map(
  Object.entries(reasonNumbers).map(([reason, n]) => [n as number, reason as RevocationReason]),
);
export const reasonOf = (n: number): RevocationReason | undefined => byNumber.get(n);
