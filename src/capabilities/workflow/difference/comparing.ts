import type { LocalText } from '#kernel/text';
import { flowOf, nodeOf, type Plan, type PlanNode } from '../plan/plan.ts';
import type { Matched } from './match-plans.ts';
import { branches, isEnd, isGateway, onward } from './neighbours.ts';
import { placeOf } from './plan-words.ts';

/** One thing that a plan says otherwise, named by what people call it. */
export interface PlanDifference {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** Id of the element or flow, in the new plan where it is still there. */
  readonly at: string;
  readonly what: LocalText;
  /** Which of its properties: `name`, `role`, `budget`, `if` … */
  readonly part?: PlanPart;
  /** The property's value: as the plan keeps it (name, role, place, work, budget, FEEL), or in words. */
  readonly before?: unknown;
  readonly after?: unknown;
}
export type PlanPart =
  | 'name'
  | 'kind'
  | 'role'
  | 'place'
  | 'does'
  | 'unit'
  | 'budget'
  | 'several'
  | 'service'
  | 'procedure'
  | 'papers'
  | 'message'
  | 'wait'
  | 'interrupts'
  | 'on'
  | 'inside'
  | 'if'
  | 'default'
  | 'turn'
  | 'next';

export type Side = 'before' | 'after';

/** Two plans with what is the same in both; an element of either by one key, whichever side is looked at. */
export class Comparing {
  readonly before: Plan;
  readonly after: Plan;
  readonly matched: Matched;
  readonly #back: ReadonlyMap<string, string>;
  /** Elements that are passed over when asking what comes next: they were lifted out as having moved. */
  readonly lifted: ReadonlySet<string>;

  constructor(before: Plan, after: Plan, matched: Matched, lifted: ReadonlySet<string> = new Set()) {
    this.before = before;
    this.after = after;
    this.matched = matched;
    this.#back = new Map([...matched].map(([old, fresh]) => [fresh, old]));
    this.lifted = lifted;
  }

  lifting(id: string): Comparing {
    return new Comparing(this.before, this.after, this.matched, new Set([...this.lifted, id]));
  }

  /** Id in the old plan of what stands in both; undefined for what came or went. */
  keyOf(side: Side, id: string): string | undefined {
    if (side === 'after') return this.#back.get(id);
    return this.matched.has(id) ? id : undefined;
  }

  /** Where the flow stops when asking what comes next: what is in both, and is more than a place where ways meet. */
  #stops(side: Side, node: PlanNode): boolean {
    if (isEnd(node)) return node.inside === undefined;
    if (node.kind === 'start') return false;
    const key = this.keyOf(side, node.id);
    if (key === undefined || this.lifted.has(key)) return false;
    return !isGateway(node) || this.splits(key);
  }

  splits(key: string): boolean {
    const fresh = this.matched.get(key);
    return branches(nodeOf(this.before, key)) || (fresh !== undefined && branches(nodeOf(this.after, fresh)));
  }

  /** What comes next from some nodes on, by keys; `told`: a choice that came or went lies between, and tells where it leads itself. */
  next(
    side: Side,
    from: readonly string[],
  ): { readonly keys: string; readonly nodes: readonly PlanNode[]; readonly told: boolean } {
    const plan = this[side];
    const seen = new Set(from);
    const nodes: PlanNode[] = [];
    let told = false;
    // A set may grow while it is walked: each node is visited once.
    for (const id of seen) {
      const node = nodeOf(plan, id);
      if (this.#stops(side, node)) nodes.push(node);
      else {
        told ||= branches(node) && this.keyOf(side, id) === undefined;
        for (const each of onward(plan, node)) seen.add(each);
      }
    }
    const keys = nodes.map((node) => (isEnd(node) ? node.kind : (this.keyOf(side, node.id) ?? node.id)));
    return { keys: [...new Set(keys)].toSorted().join(' '), nodes, told };
  }

  nextOfFlow(side: Side, flow: string) {
    return this.next(side, [flowOf(this[side], flow).to]);
  }

  /** `“A”; “B”`, each once. */
  inWords(nodes: readonly PlanNode[]): LocalText {
    const places = nodes.map(placeOf);
    const one = (texts: readonly string[]) => [...new Set(texts)].join('; ');
    return { vi: one(places.map(({ vi }) => vi)), en: one(places.map(({ vi, en }) => en ?? vi)) };
  }
}
