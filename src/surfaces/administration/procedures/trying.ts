import type { Refusal } from '#kernel/outcome';
import type { Difference } from './diff.ts';

/** A fault of a definition: its path and the sentence of the parser. */
export interface Problem {
  readonly at: string;
  readonly message: string;
}

/** How far a new version has come: what was pasted, what is wrong with it, what it would change. */
export interface Trying {
  readonly text?: string;
  readonly refusal?: Refusal;
  readonly problems?: readonly Problem[];
  /** What publishing would change. */
  readonly found?: readonly Difference[];
}
