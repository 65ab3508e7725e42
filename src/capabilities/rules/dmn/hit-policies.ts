import { equal } from '../feel/values.ts';

/** Letters of the standard, as administrators see them in the corner of a table. */
export type HitPolicy = 'U' | 'A' | 'F' | 'P' | 'R' | 'O' | 'C' | 'C+' | 'C<' | 'C>' | 'C#';

const letters: Readonly<Record<string, HitPolicy>> = {
  UNIQUE: 'U',
  ANY: 'A',
  FIRST: 'F',
  PRIORITY: 'P',
  'RULE ORDER': 'R',
  'OUTPUT ORDER': 'O',
  COLLECT: 'C',
};
const aggregates: Readonly<Record<string, HitPolicy>> = { SUM: 'C+', MIN: 'C<', MAX: 'C>', COUNT: 'C#' };

export const hitPolicyOf = (
  policy: string | undefined,
  aggregation: string | undefined,
): HitPolicy | undefined => {
  const letter = letters[policy ?? 'UNIQUE'];
  return letter === 'C' && aggregation !== undefined ? aggregates[aggregation] : letter;
};

/** The words of the standard for a letter. */
export function wordsOf(policy: HitPolicy): {
  readonly hitPolicy: string;
  readonly aggregation: string | undefined;
} {
  const named = (words: Readonly<Record<string, HitPolicy>>): string | undefined =>
    Object.keys(words).find((word) => words[word] === policy);
  return { hitPolicy: named(letters) ?? 'COLLECT', aggregation: named(aggregates) };
}
export const hitPolicies: readonly HitPolicy[] = [...Object.values(letters), ...Object.values(aggregates)];

export interface Hit {
  /** Number of the row, from 1. */
  readonly row: number;
  /** Values of the output columns. */
  readonly outputs: readonly unknown[];
}

export type Chosen =
  | { readonly hits: readonly Hit[]; readonly many: boolean; readonly value?: unknown }
  | { readonly clash: 'dmn-overlap' | 'dmn-any-differs' };

/** By the order of the output values, the first column first; a value not in the list comes last. */
function byPriority(priorities: readonly (readonly unknown[])[]): (a: Hit, b: Hit) => number {
  const rank = (column: number, value: unknown): number => {
    const found = priorities[column]?.findIndex((one) => equal(one, value) === true) ?? -1;
    return found < 0 ? Number.MAX_SAFE_INTEGER : found;
  };
  return (a, b) => {
    for (const column of priorities.keys()) {
      const difference = rank(column, a.outputs[column]) - rank(column, b.outputs[column]);
      if (difference !== 0) return difference;
    }
    return a.row - b.row;
  };
}

function aggregated(policy: HitPolicy, hits: readonly Hit[]): unknown {
  if (policy === 'C#') return hits.length;
  const values = hits.map((hit) => hit.outputs[0]).filter((value) => value !== null);
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0 || numbers.length !== values.length) return null;
  if (policy === 'C+') return numbers.reduce((a, b) => a + b);
  return policy === 'C<' ? Math.min(...numbers) : Math.max(...numbers);
}

/** What the hit policy makes of the rows that hit, in their order. */
export function choose(
  policy: HitPolicy,
  hits: readonly Hit[],
  priorities: readonly (readonly unknown[])[],
): Chosen {
  switch (policy) {
    case 'U':
      return hits.length > 1 ? { clash: 'dmn-overlap' } : { hits, many: false };
    case 'A':
      return hits.every((hit) => equal([...hit.outputs, 0], [...(hits[0]?.outputs ?? []), 0]) === true)
        ? { hits: hits.slice(0, 1), many: false }
        : { clash: 'dmn-any-differs' };
    case 'F':
      return { hits: hits.slice(0, 1), many: false };
    case 'P':
      return { hits: hits.toSorted(byPriority(priorities)).slice(0, 1), many: false };
    case 'O':
      return { hits: hits.toSorted(byPriority(priorities)), many: true };
    case 'R':
    case 'C':
      return { hits, many: true };
    case 'C+':
    case 'C<':
    case 'C>':
    case 'C#':
      return { hits, many: false, value: aggregated(policy, hits) };
  }
}
