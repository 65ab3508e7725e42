import type { Fee } from './definition.ts';

/** Why a fee cannot be counted as it is written. */
export type FeeFault =
  | 'nothing-counted'
  | 'copies-uncounted'
  | 'tiers-disordered'
  | 'reduction-unclear'
  | 'reduction-of-tiers'
  | 'reduction-no-less';

export const feeFaultText: Readonly<Record<FeeFault, string>> = {
  'nothing-counted': 'free units, tiers, cap and copies need a question that counts (per)',
  'copies-uncounted': 'units and copies are counted by two questions',
  'tiers-disordered': 'each tier begins after the one before, and after the free units',
  'reduction-unclear': 'a reduction says either an amount or a percent',
  'reduction-of-tiers': 'with tiers, a reduction is a percent',
  'reduction-no-less': 'the reduced amount is not below the amount',
};

/** Everything about one fee that its parts must agree on; which questions there are is checked elsewhere. */
export function feeFaults(fee: Fee): readonly FeeFault[] {
  const { per, times, freeUnits, tiers = [], cap, reduction } = fee;
  const found: FeeFault[] = [];
  const counting = [times, freeUnits, cap, tiers[0]].some((part) => part !== undefined);
  if (per === undefined && counting) found.push('nothing-counted');
  if (per !== undefined && per === times) found.push('copies-uncounted');
  if (tiers.some(({ nth }, at) => nth <= (tiers[at - 1]?.nth ?? Math.max(1, freeUnits ?? 0))))
    found.push('tiers-disordered');
  if (reduction) {
    const { amount, percent } = reduction;
    if ((amount === undefined) === (percent === undefined)) found.push('reduction-unclear');
    else if (amount !== undefined && tiers.length > 0) found.push('reduction-of-tiers');
    else if (amount !== undefined && amount >= fee.amount) found.push('reduction-no-less');
  }
  return found;
}
