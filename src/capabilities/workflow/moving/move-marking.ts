import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import { elementInWords } from '../difference/plan-words.ts';
import { type Marking, type Token, waitingIn } from '../plan/marking.ts';
import { findNode, flowOf, nodeOf, type Plan, type PlanNode } from '../plan/plan.ts';
import { canStand } from './markings-of.ts';
import { type Place, type Places, placesIn } from './places.ts';

/**
 * `not-there`: elements at which the dossier stands are not in the other plan, nor anything in their place. `not-together`: all of them
 * are, but never at the same time.
 */
export interface MoveRefusal extends Refusal {
  readonly code: 'not-there' | 'not-together';
  readonly names: readonly LocalText[];
}

export interface MovedMarking {
  readonly marking: Marking;
  /** Ids of elements and flows that are others now. */
  readonly ids: Places;
}

/**
 * A marking of one plan as one of another: every token at the same element, or at the one chosen in its place. Only where the other
 * plan can come to stand so by itself, so that no join waits for a branch that nobody began, and nothing is done twice.
 */
export function moveMarking(
  before: Plan,
  after: Plan,
  marking: Marking,
  places: Places,
): Outcome<MovedMarking, MoveRefusal> {
  const { open: place, past } = placesIn(before, after, places);
  const standing = standingAt(before, marking);
  const missing = standing.filter((node) => !place(node.id) || !onItsHost(node, place));
  if (missing.length > 0) return refuse('not-there', before, missing);
  const tokens = marking.tokens.flatMap(
    (token) => movedToken(token, place, (flow) => flowInto(before, after, flow, past)) ?? [],
  );
  const moved: Marking = { ...marking, tokens };
  if (tokens.length < marking.tokens.length || !nested(after, tokens) || !canStand(after, moved))
    return refuse('not-together', before, standing);
  return done({ marking: moved, ids: idsBetween(before, after, past) });
}

const refuse = (code: MoveRefusal['code'], plan: Plan, nodes: readonly PlanNode[]) =>
  refused<MoveRefusal>({ code, names: nodes.map((node) => elementInWords(plan, node)) });

/** Elements that hold a token or a timer that runs, each once. */
function standingAt(plan: Plan, marking: Marking): readonly PlanNode[] {
  const ids = [
    ...marking.tokens.map(({ node }) => node),
    ...waitingIn(plan, marking).map(({ node }) => node),
  ];
  return [...new Set(ids)].map((id) => nodeOf(plan, id));
}

/** A timer on the border of an element goes where that element goes. */
const onItsHost = (node: PlanNode, place: Place): boolean => {
  if (node.kind !== 'boundary') return true;
  const fresh = place(node.id);
  return fresh?.kind === 'boundary' && place(node.on)?.id === fresh.on;
};

function movedToken(token: Token, place: Place, flow: (id: string) => string | undefined): Token | undefined {
  const node = place(token.node);
  if (!node) return undefined;
  const { via: was, fired, ...rest } = token;
  const via = was === undefined ? undefined : flow(was);
  if (was !== undefined && via === undefined) return undefined;
  const gone = (fired ?? []).flatMap((id) => {
    const timer = place(id);
    return timer?.kind === 'boundary' && timer.on === node.id ? [timer.id] : [];
  });
  return {
    ...rest,
    node: node.id,
    ...(via !== undefined && { via }),
    ...(gone.length > 0 && { fired: gone }),
  };
}

/** The flow by which a token came to a join: the one of its id, or the one from the same element. */
function flowInto(before: Plan, after: Plan, flow: string, place: Place): string | undefined {
  const { from, to } = flowOf(before, flow);
  const into = place(to)?.in ?? [];
  return into.includes(flow) ? flow : into.find((id) => flowOf(after, id).from === place(from)?.id);
}

/** What stood in a block stands in that block. */
function nested(after: Plan, tokens: readonly Token[]): boolean {
  const byId = new Map(tokens.map((token) => [token.id, token]));
  return tokens.every(({ node, within, item }) => {
    const around = byId.get(within)?.node;
    return item === undefined ? findNode(after, node)?.inside === around : around === node;
  });
}

/** For going back to a marking of the old plan later. */
function idsBetween(before: Plan, after: Plan, place: Place): Places {
  const nodes = Object.keys(before.nodes).flatMap((id) => {
    const fresh = place(id);
    return fresh && fresh.id !== id ? [[id, fresh.id] as const] : [];
  });
  const flows = Object.keys(before.flows).flatMap((id) => {
    const fresh = flowInto(before, after, id, place);
    return fresh !== undefined && fresh !== id ? [[id, fresh] as const] : [];
  });
  return Object.fromEntries([...nodes, ...flows]);
}

/** The number of a timer holds the id of its element too: `7:het-han`. Every other is as it was. */
export function movedTimerId(id: string, now: (element: string) => string): string {
  const colon = id.indexOf(':');
  return colon < 0 ? id : `${id.slice(0, colon)}:${now(id.slice(colon + 1))}`;
}
