import type { Refusal } from '#kernel/outcome';
import { inclusiveJoin, parallelJoin } from './joins.ts';
import { type Marking, type Token, waitingIn } from './marking.ts';
import { flowOf, nodeOf, type Plan, type PlanNode } from './plan.ts';

/** What the plan asks of the dossier. The same answers give the same moves. */
export interface Ask {
  /** Whether a FEEL condition holds now. */
  readonly holds: (condition: string) => boolean;
  /** How many entries a list has now. */
  readonly size: (list: string) => number;
}

/** More than any sound diagram of 500 nodes passes, or holds, in one move. */
const maxSteps = 5000;
const maxTokens = 1000;
const maxItems = 200;

interface Arrival {
  readonly node: string;
  readonly via: string;
  readonly within: number;
}

/** One move in progress: tokens are moved until each of them waits. First come, first served: no chance, no clock. */
export class Run {
  readonly #plan: Plan;
  readonly #ask: Ask;
  #tokens: readonly Token[];
  #next: number;
  #arrivals: readonly Arrival[] = [];
  #fault: Refusal | undefined;

  constructor(plan: Plan, ask: Ask, marking: Marking) {
    this.#plan = plan;
    this.#ask = ask;
    this.#tokens = marking.tokens;
    this.#next = marking.next;
  }

  /** Goes out of a node: over the flows whose turn it is. */
  leave(node: PlanNode, within: number): void {
    const flows = this.#chosen(node);
    if (flows.length === 0 && node.out.length > 0)
      this.#fault ??= { code: 'no-way-on', details: { at: node.id } };
    const arrivals = flows.map((via) => ({ node: flowOf(this.#plan, via).to, via, within }));
    this.#arrivals = [...this.#arrivals, ...arrivals];
  }

  /** Takes a token away, with everything that stands inside it. */
  remove(token: Token): void {
    const gone = new Set([token.id]);
    // Inner tokens are always younger than the one they belong to.
    for (const each of this.#tokens.toSorted((a, b) => a.id - b.id))
      if (gone.has(each.within)) gone.add(each.id);
    this.#tokens = this.#tokens.filter((each) => !gone.has(each.id));
    this.#arrivals = this.#arrivals.filter((arrival) => !gone.has(arrival.within));
  }

  replace(token: Token): void {
    this.#tokens = this.#tokens.map((each) => (each.id === token.id ? token : each));
  }

  /** One of several tasks is done: the next one begins when they go one by one. */
  advance(within: number): void {
    const whole = this.#tokens.find((token) => token.id === within);
    if (whole?.several === undefined || whole.several.begun >= whole.several.of) return;
    this.replace({ ...whole, several: { ...whole.several, begun: whole.several.begun + 1 } });
    this.#put({ node: whole.node, within, item: whole.several.begun });
  }

  /** Moves on until everything waits; the new marking, or why there is none. */
  settle(): Marking | Refusal {
    for (let steps = 0; this.#fault === undefined; steps++) {
      if (steps > maxSteps || this.#tokens.length > maxTokens) return { code: 'too-many-steps' };
      const [arrival, ...rest] = this.#arrivals;
      this.#arrivals = rest;
      if (arrival) this.#arrive(nodeOf(this.#plan, arrival.node), arrival);
      else if (!this.#passInclusiveJoin() && !this.#endScope()) break;
    }
    if (this.#fault !== undefined) return this.#fault;
    const [tokens, next] = [this.#tokens, this.#next];
    const [stuck] = tokens;
    if (stuck === undefined) return { state: 'finished', next, tokens };
    if (waitingIn(this.#plan, { tokens }).length === 0)
      return { code: 'stuck', details: { at: tokens.findLast((token) => token.via)?.node ?? stuck.node } };
    return { state: 'running', next, tokens };
  }

  #chosen(node: PlanNode): readonly string[] {
    if (node.kind !== 'exclusive' && node.kind !== 'inclusive') return node.out;
    const open = (id: string) => {
      const condition = flowOf(this.#plan, id).if;
      return condition === undefined || this.#ask.holds(condition);
    };
    const others = node.out.filter((id) => id !== node.default);
    const first = node.kind === 'exclusive' ? others.find(open) : undefined;
    const chosen = node.kind === 'inclusive' ? others.filter(open) : first === undefined ? [] : [first];
    return chosen.length === 0 && node.default !== undefined ? [node.default] : chosen;
  }

  #put(token: Omit<Token, 'id'>): Token {
    const put = { ...token, id: this.#next++ };
    this.#tokens = [...this.#tokens, put];
    return put;
  }

  #arrive(node: PlanNode, { via, within }: Arrival): void {
    switch (node.kind) {
      case 'exclusive':
        return this.leave(node, within);
      case 'parallel':
      case 'inclusive':
        if (node.in.length === 1) return this.leave(node, within);
        this.#put({ node: node.id, within, via });
        return node.kind === 'parallel'
          ? this.#pass(node, within, parallelJoin(this.#tokens, node, within))
          : undefined;
      case 'terminate':
        return this.#terminate(within);
      case 'scope':
        return this.leave(nodeOf(this.#plan, node.start), this.#put({ node: node.id, within }).id);
      case 'task':
        return node.several === undefined
          ? void this.#put({ node: node.id, within })
          : this.#putSeveral(node, within);
      case 'service':
      case 'call':
      case 'message':
      case 'timer':
        this.#put({ node: node.id, within });
        return;
      case 'start':
      case 'end':
      case 'boundary':
        return;
    }
  }

  #putSeveral(node: Extract<PlanNode, { kind: 'task' }>, within: number): void {
    const of = node.several ? Math.floor(this.#ask.size(node.several.list)) : 0;
    if (!(of >= 0 && of <= maxItems)) {
      this.#fault ??= { code: 'list-too-long', details: { at: node.id, limit: maxItems } };
      return;
    }
    const whole = this.#put({ node: node.id, within, several: { of, begun: 0 } });
    const first = node.several?.oneByOne ? Math.min(of, 1) : of;
    for (let item = 0; item < first; item++) this.advance(whole.id);
  }

  #pass(join: PlanNode, within: number, taken: readonly Token[] | undefined): void {
    if (taken === undefined) return;
    this.#tokens = this.#tokens.filter((token) => !taken.includes(token));
    this.leave(join, within);
  }

  /** Ends everything in one process or sub-process; whoever holds it sees that nothing is left. */
  #terminate(within: number): void {
    for (const token of this.#tokens) if (token.within === within) this.remove(token);
    this.#arrivals = this.#arrivals.filter((arrival) => arrival.within !== within);
  }

  #passInclusiveJoin(): boolean {
    const seen = new Set<string>();
    for (const { node: id, within } of this.#tokens) {
      const node = nodeOf(this.#plan, id);
      if (node.kind !== 'inclusive' || seen.has(`${within} ${id}`)) continue;
      seen.add(`${within} ${id}`);
      const taken = inclusiveJoin(this.#plan, this.#tokens, node, within);
      if (taken === undefined) continue;
      this.#pass(node, within, taken);
      return true;
    }
    return false;
  }

  /** Leaves a sub-process, or several tasks, in which nothing is left. */
  #endScope(): boolean {
    const filled = new Set(this.#tokens.map((token) => token.within));
    const ended = this.#tokens.find(
      (token) =>
        !filled.has(token.id) &&
        (token.several !== undefined || nodeOf(this.#plan, token.node).kind === 'scope'),
    );
    if (ended === undefined) return false;
    this.remove(ended);
    this.leave(nodeOf(this.#plan, ended.node), ended.within);
    return true;
  }
}
