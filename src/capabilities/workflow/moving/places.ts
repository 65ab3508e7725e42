import { isDeepStrictEqual } from 'node:util';
import type { LocalText } from '#kernel/text';
import { matchPlans } from '../difference/match-plans.ts';
import { isActivity } from '../difference/neighbours.ts';
import { elementInWords } from '../difference/plan-words.ts';
import { findNode, type Plan, type PlanNode } from '../plan/plan.ts';

/** Elements in the place of which others stand in another plan: id there → id here. */
export type Places = Readonly<Record<string, string>>;

/** What an element is called after a move: itself, where it is no other. */
export const movedId = (ids: Places, id: string): string =>
  (Object.hasOwn(ids, id) ? ids[id] : undefined) ?? id;

/** An element at which a dossier may stand, and that another plan does not have. */
export interface PlaceToChoose {
  readonly id: string;
  readonly name: LocalText;
  /** Elements of the other plan at which it could stand instead. */
  readonly choices: readonly { readonly id: string; readonly name: LocalText }[];
  /** The one with its name, or with its neighbours. */
  readonly likely?: string;
}

/** Whether what waits at one element may wait at another: the same work of the same people, the same procedure called. */
export function fits(old: PlanNode, fresh: PlanNode): boolean {
  if (old.kind === 'task' && fresh.kind === 'task')
    return (
      old.does === fresh.does &&
      old.role === fresh.role &&
      old.place === fresh.place &&
      old.unit === fresh.unit &&
      isDeepStrictEqual(old.several, fresh.several)
    );
  if (old.kind === 'call' && fresh.kind === 'call') return old.procedure === fresh.procedure;
  return old.kind === fresh.kind;
}

/** Whether a dossier can be found there: services run by themselves. */
const isPlace = (node: PlanNode): boolean =>
  (isActivity(node) && node.kind !== 'service') || node.kind === 'boundary';

export type Place = (id: string) => PlanNode | undefined;

/**
 * Where an element of one plan stands in another. `open`: what a dossier stands at, as was chosen, else under its own id; a gateway also
 * where it was matched. `past`: what it has behind it, for which nobody had to choose.
 */
export function placesIn(
  before: Plan,
  after: Plan,
  chosen: Places,
): { readonly open: Place; readonly past: Place } {
  let matched: ReadonlyMap<string, string> | undefined;
  const like: Place = (id) => {
    matched ??= matchPlans(before, after);
    const [old, fresh] = [findNode(before, id), findNode(after, matched.get(id) ?? '')];
    return old && fresh && fits(old, fresh) ? fresh : undefined;
  };
  const own: Place = (id) => {
    const old = findNode(before, id);
    const wanted = Object.hasOwn(chosen, id) ? findNode(after, chosen[id] ?? '') : findNode(after, id);
    return old && wanted && fits(old, wanted) ? wanted : undefined;
  };
  const past: Place = (id) => own(id) ?? like(id);
  return {
    past,
    open: (id) => {
      const old = findNode(before, id);
      return old && isPlace(old) ? own(id) : past(id);
    },
  };
}

/** Elements for which whoever moves dossiers says where they stand in the other plan. */
export function placesToChoose(before: Plan, after: Plan): readonly PlaceToChoose[] {
  const { open } = placesIn(before, after, {});
  const matched = matchPlans(before, after);
  return Object.values(before.nodes).flatMap((old) => {
    if (!isPlace(old) || open(old.id)) return [];
    const choices = Object.values(after.nodes).filter((fresh) => fits(old, fresh));
    const likely =
      choices.find(({ id }) => id === matched.get(old.id)) ??
      choices.find(({ name }) => name !== undefined && name.vi === old.name?.vi);
    return [
      {
        id: old.id,
        name: elementInWords(before, old),
        choices: choices.map((node) => ({ id: node.id, name: elementInWords(after, node) })),
        ...(likely && { likely: likely.id }),
      },
    ];
  });
}
