import type { Budget, PaperPass, WorkflowStep } from '#capabilities/forms';
import type { OfficerRole } from '#kernel/actor';
import type { LocalText } from '#kernel/text';
import type { PlanProblem } from './problems.ts';

/** How long a timer waits: months and seconds of the calendar, or working time. The caller has the clock. */
export type Wait = { readonly months: number; readonly seconds: number } | { readonly working: Budget };

/** One task for every entry of a list of the dossier: side by side, or one after the other. */
export interface Several {
  readonly list: string;
  readonly oneByOne: boolean;
}

/** What a node does when a token arrives. */
export type NodeWork =
  | { readonly kind: 'start' | 'end' | 'terminate' | 'parallel' }
  | { readonly kind: 'exclusive' | 'inclusive'; readonly default?: string }
  | {
      readonly kind: 'task';
      readonly does?: WorkflowStep['does'];
      readonly role?: OfficerRole;
      readonly place?: WorkflowStep['place'];
      /** Another unit that gives its opinion, by its key or by its kind in the place that decides. */
      readonly unit?: string;
      readonly budget?: Budget;
      readonly several?: Several;
      /** Assignments another engine's file carries: shown to who edits, never obeyed. */
      readonly hints?: readonly string[];
    }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'timer'; readonly wait: Wait }
  | { readonly kind: 'message'; readonly message: string }
  | {
      readonly kind: 'call';
      readonly procedure: string;
      /** Papers of this dossier that go along. */
      readonly papers?: readonly PaperPass[];
    }
  | { readonly kind: 'scope'; readonly start: string }
  | { readonly kind: 'boundary'; readonly on: string; readonly interrupts: boolean; readonly wait: Wait };

export type NodeKind = NodeWork['kind'];

export type PlanNode<W extends NodeWork = NodeWork> = W & {
  readonly id: string;
  readonly name?: LocalText;
  /** The sub-process it stands in; absent at the top. */
  readonly inside?: string;
  readonly in: readonly string[];
  readonly out: readonly string[];
  /** Boundary timers on it. */
  readonly boundaries?: readonly string[];
};

export interface PlanFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** FEEL. */
  readonly if?: string;
}

/** A diagram as the interpreter walks it: plain JSON, pinned with the version of its procedure. */
export interface Plan {
  readonly process: string;
  readonly start: string;
  readonly nodes: Readonly<Record<string, PlanNode>>;
  readonly flows: Readonly<Record<string, PlanFlow>>;
  readonly warnings: readonly PlanProblem[];
}

/** Entries by their id. `fromEntries` makes own properties, so an element named `__proto__` is only a name. */
export const byId = <T extends { readonly id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

const own = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;

export const findNode = (plan: Pick<Plan, 'nodes'>, id: string): PlanNode | undefined => own(plan.nodes, id);

/** The node with this id: must exist, for the id comes from the plan or from a marking made with it. */
export function nodeOf(plan: Pick<Plan, 'nodes'>, id: string): PlanNode {
  const node = own(plan.nodes, id);
  if (node === undefined) throw new Error(`Broken invariant: the plan has a node ${id}`);
  return node;
}

export function flowOf(plan: Pick<Plan, 'flows'>, id: string): PlanFlow {
  const flow = own(plan.flows, id);
  if (flow === undefined) throw new Error(`Broken invariant: the plan has a flow ${id}`);
  return flow;
}
