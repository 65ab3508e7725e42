import { findNode, type Plan, type PlanNode } from '../plan/plan.ts';
import { activitiesAround, isActivity, isEnd, isGateway } from './neighbours.ts';

/** Elements of two plans that are the same to a person: id before → id after. */
export type Matched = ReadonlyMap<string, string>;

const nameOf = ({ name }: PlanNode): string => name?.vi ?? '';
/** What a person knows an element by; those without a name by what they are. */
const label = (node: PlanNode): string =>
  isEnd(node) || node.kind === 'start' ? node.kind : nameOf(node) || node.kind;
const roleOf = (node: PlanNode): string => (node.kind === 'task' ? (node.role ?? '') : '');
const sort = (node: PlanNode): string =>
  [isActivity, isGateway, isEnd].findIndex((is) => is(node)) + node.kind;
/** Activities stay themselves when their kind changes, as gateways do; a boundary timer is never anything else. */
const family = (node: PlanNode): string =>
  isActivity(node) || isGateway(node) ? (sort(node)[0] ?? '') : sort(node);

interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
}
const around = (plan: Plan, node: PlanNode): Around => {
  const { before, after } = activitiesAround(plan, node);
  return { before: before.map(label).toSorted(), after: after.map(label).toSorted() };
};
const shared = (a: readonly string[], b: readonly string[]): number =>
  a.filter((each) => b.includes(each)).length;

/**
 * Which elements are the same: by id and name; then by name, kind and role with a neighbour in common, for a diagram that was drawn
 * anew has other ids; then by id alone, as what was renamed; then, without a name, by what stands before and after.
 */
export function matchPlans(before: Plan, after: Plan): Matched {
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  const match = (old: PlanNode, fresh: PlanNode): void => {
    matched.set(old.id, fresh.id);
    taken.add(fresh.id);
  };
  const left = () => Object.values(before.nodes).filter(({ id }) => !matched.has(id));
  const free = () => Object.values(after.nodes).filter(({ id }) => !taken.has(id));
  const byId = (same: (old: PlanNode, fresh: PlanNode) => boolean): void => {
    for (const old of left()) {
      const fresh = findNode(after, old.id);
      if (fresh && !taken.has(fresh.id) && same(old, fresh)) match(old, fresh);
    }
  };
  const byLikeness = (likeness: (old: PlanNode, fresh: PlanNode) => number): void => {
    const pairs = left().flatMap((old) =>
      free().flatMap((fresh) => {
        const worth = likeness(old, fresh);
        return worth > 0 ? [{ old, fresh, worth }] : [];
      }),
    );
    for (const { old, fresh } of pairs.toSorted((a, b) => b.worth - a.worth))
      if (!matched.has(old.id) && !taken.has(fresh.id)) match(old, fresh);
  };

  byId((old, fresh) => old.kind === fresh.kind && nameOf(old) === nameOf(fresh));
  byLikeness((old, fresh) => {
    if (nameOf(old) === '' || nameOf(old) !== nameOf(fresh) || old.kind !== fresh.kind) return 0;
    if (roleOf(old) !== roleOf(fresh)) return 0;
    const [was, is] = [around(before, old), around(after, fresh)];
    return shared(was.before, is.before) + shared(was.after, is.after);
  });
  byId((old, fresh) => family(old) === family(fresh));
  byLikeness((old, fresh) => {
    if (nameOf(old) !== nameOf(fresh) || old.kind !== fresh.kind || isActivity(old)) return 0;
    if (old.kind === 'start') return old.inside === undefined && fresh.inside === undefined ? 1 : 0;
    if (old.kind === 'boundary' && fresh.kind === 'boundary' && matched.get(old.on) !== fresh.on) return 0;
    const [was, is] = [around(before, old), around(after, fresh)];
    return JSON.stringify(was) === JSON.stringify(is) ? 1 : 0;
  });
  return matched;
}
