import type { Outcome, Refusal } from '#kernel/outcome';
import type { DecisionShape } from '../dmn/decisions.ts';
import type { TableEdit } from '../dmn/edit.ts';
import type { TableFinding } from '../dmn/lint-table.ts';
import type { TableText } from '../dmn/table-text.ts';

type Context = Readonly<Record<string, unknown>>;

/** What can be tried out in the thread: expressions, and files of decisions. */
export type Task =
  | { readonly kind: 'feel'; readonly text: string; readonly context: Context }
  | { readonly kind: 'decision'; readonly xml: string; readonly decision: string; readonly context: Context }
  | { readonly kind: 'look'; readonly xml: string }
  | { readonly kind: 'edit'; readonly xml: string; readonly edit: TableEdit };

/** A file of decisions as it was read and judged. */
export interface DecisionsLook {
  readonly tables: readonly TableText[];
  readonly shapes: readonly DecisionShape[];
  /** What keeps it from being decided. */
  readonly problems: readonly Refusal[];
  /** Gaps, overlaps and idle rows; only looked for where there are no problems. */
  readonly findings: readonly (TableFinding & { readonly decision: string })[];
  /** Milliseconds of work to read it and make it ready. */
  readonly ms: number;
}

export type Question = Task & { readonly id: number };
export interface Answer {
  readonly id: number;
  readonly outcome: Outcome<unknown>;
}
