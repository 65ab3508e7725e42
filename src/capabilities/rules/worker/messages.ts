import type { Outcome } from '#kernel/outcome';

/** What can be tried out in the thread: an expression, or a decision of a DMN text. */
export type Task =
  | { readonly kind: 'feel'; readonly text: string; readonly context: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'decision';
      readonly xml: string;
      readonly decision: string;
      readonly context: Readonly<Record<string, unknown>>;
    };

export type Question = Task & { readonly id: number };
export interface Answer {
  readonly id: number;
  readonly outcome: Outcome<unknown>;
}
