import type { LocalText } from '#kernel/text';
import type { Difference } from './difference.ts';
import type { Pair } from './match.ts';
import type { Side } from './read-tables.ts';
import { type PartOfTable, partOf } from './table-words.ts';

export const sides = ['input', 'output'] as const;

export interface About {
  /** Path of the decision: `decisions.dmn.fees`. */
  readonly at: string;
  readonly what: LocalText;
}

type Property = readonly [part: PartOfTable, was: string, is: string, inWords?: (value: string) => LocalText];

/** Properties that are other than before; an empty text is none. */
export const propertyDifferences = (
  properties: readonly Property[],
  { at, what }: About,
  side?: Side,
): readonly Difference[] =>
  properties
    .filter(([, was, is]) => was !== is)
    .map(([part, was, is, inWords = (value: string) => value]) => ({
      kind: 'rule',
      change: 'changed',
      at: `${at}.${part}`,
      what: partOf(what, part, side),
      ...(was && { before: inWords(was) }),
      ...(is && { after: inWords(is) }),
    }));

/** Places count from 1. */
export const move = (pair: Pair, about: About): Difference => ({
  kind: 'rule',
  change: 'moved',
  ...about,
  before: pair.before + 1,
  after: pair.after + 1,
});
