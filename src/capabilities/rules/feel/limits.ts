/**
 * What an expression may cost. Everything is judged before it is first run; at these limits parsing takes at most 30 ms and
 * a run at most some 40 ms on one core (measured with the worst texts we could think of).
 */
export const limits = {
  /** Length of a text. The longest cell of a real fee table has under 300. */
  characters: 2000,
  words: 500,
  dots: 150,
  brackets: 24,
  /** Depth of the tree: a chain of 100 `or` is as deep as it is long. */
  depth: 120,
  knots: 2500,
  /** Steps of evaluation. */
  cost: 60_000,
  /** Characters and elements that a value may grow to. */
  size: 500_000,
  pattern: 200,
  /** Steps of one decision with all that it needs: what a page waits for. */
  decision: 60_000,
  /** What one reading by the interpreter costs beside its steps (0.5 ms), where there is no closure. */
  reading: 700,
} as const;

/** What is assumed of a value that comes from outside: elements of a list, characters and elements in all. */
export const assumed = { count: 50, size: 2000 } as const;
