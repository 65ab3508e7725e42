/** What these fees cost together, in đồng. */
export type Costs = (fees: readonly string[]) => number;

/** Dossiers know which fees there are; the books know how much they are. A fee without a charge costs nothing. */
export const costsOf =
  (charges: readonly { readonly fee: string; readonly amount: number }[]): Costs =>
  (fees) =>
    charges.reduce((sum, { fee, amount }) => (fees.includes(fee) ? sum + amount : sum), 0);
