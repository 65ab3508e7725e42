import { type LocalText } from '#kernel/text';
import { nodeOf, type Plan, type PlanNode, type Wait } from './plan.ts';

/** A place in the diagram where something waits. */
export interface Token {
  /** Never used twice in one marking's life. */
  readonly id: number;
  readonly node: string;
  /** Token of the sub-process or of the several tasks that this one belongs to; 0 at the top. */
  readonly within: number;
  /** At a join: the flow it came over. */
  readonly via?: string;
  /** One of several tasks: its place in the list, from 0. */
  readonly item?: number;
  /** Stands for several tasks: how many there are and how many have begun. */
  readonly several?: { readonly of: number; readonly begun: number };
  /** Timers on its border that have gone off without ending it. */
  readonly fired?: readonly string[];
}

/** Where a dossier stands in its plan: plain JSON, kept with the act that led to it. */
export interface Marking {
  readonly state: 'running' | 'finished' | 'cancelled';
  readonly next: number;
  readonly tokens: readonly Token[];
}

/** Something that somebody outside has to do, or that has to happen, before the plan goes on. */
export type Waiting = { readonly id: string; readonly node: string; readonly name?: LocalText } & (
  | { readonly kind: 'task'; readonly item?: number; readonly of?: number }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'call'; readonly procedure: string }
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'timer'; readonly wait: Wait }
);

export const timerId = (token: Token, boundary: string): string => `${token.id}:${boundary}`;

function timersOn(plan: Plan, token: Token, node: PlanNode): Waiting[] {
  if (token.item !== undefined) return [];
  return (node.boundaries ?? []).flatMap((id) => {
    const timer = nodeOf(plan, id);
    if (timer.kind !== 'boundary' || token.fired?.includes(id)) return [];
    return [{ kind: 'timer', id: timerId(token, id), ...labelled(timer), wait: timer.wait }];
  });
}

const labelled = (node: PlanNode) => ({ node: node.id, ...(node.name && { name: node.name }) });

function waitingAt(plan: Plan, token: Token): Waiting[] {
  const node = nodeOf(plan, token.node);
  const head = { id: String(token.id), ...labelled(node) };
  const timers = timersOn(plan, token, node);
  switch (node.kind) {
    case 'task': {
      if (token.several !== undefined) return timers;
      if (token.item === undefined) return [{ kind: 'task', ...head }, ...timers];
      return [{ kind: 'task', ...head, item: token.item }];
    }
    case 'service':
      return [{ kind: 'service', ...head, service: node.service }, ...timers];
    case 'call':
      return [{ kind: 'call', ...head, procedure: node.procedure }, ...timers];
    case 'message':
      return [{ kind: 'message', ...head, message: node.message }, ...timers];
    case 'timer':
      return [{ kind: 'timer', ...head, wait: node.wait }];
    case 'scope':
      return timers;
    case 'start':
    case 'end':
    case 'terminate':
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
    case 'boundary':
      return [];
  }
}

/** Everything a marking waits for, in the order in which it came up. */
export const waitingIn = (plan: Plan, marking: Pick<Marking, 'tokens'>): readonly Waiting[] =>
  marking.tokens.flatMap((token) => waitingAt(plan, token));
