/** As CSC names algorithms. */
export const oids = {
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  ecKey: '1.2.840.10045.2.1',
} as const;
