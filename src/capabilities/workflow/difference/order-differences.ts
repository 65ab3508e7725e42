import { flowOf, nodeOf, type PlanNode } from '../plan/plan.ts';
import type { Comparing, PlanDifference, Side } from './comparing.ts';
import { isActivity, isEnd, isGateway, onward } from './neighbours.ts';
import { conditionInWords, elementInWords, isDefault, words } from './plan-words.ts';

/** What follows what otherwise, and ways out of gateways that came, went or have another condition. */
export function orderDifferences(comparing: Comparing): readonly PlanDifference[] {
  return [...comparing.matched].flatMap(([key, id]) => {
    const [old, fresh] = [nodeOf(comparing.before, key), nodeOf(comparing.after, id)];
    if (isEnd(old) || comparing.lifted.has(key)) return [];
    if (isGateway(old) && isGateway(fresh))
      return comparing.splits(key) ? wayDifferences(comparing, old, fresh) : [];
    return nextDifference(comparing, old, fresh);
  });
}

function nextDifference(comparing: Comparing, old: PlanNode, fresh: PlanNode): readonly PlanDifference[] {
  if (old.kind === 'start' && old.inside !== undefined) return [];
  // What follows a block follows the last in it.
  if (old.kind === 'scope' && fresh.kind === 'scope') return [];
  const was = comparing.next('before', onward(comparing.before, old));
  const is = comparing.next('after', onward(comparing.after, fresh));
  if (was.keys === is.keys || was.told || is.told) return [];
  return [
    {
      change: 'changed',
      at: fresh.id,
      what: elementInWords(comparing.after, fresh),
      part: 'next',
      before: comparing.inWords(was.nodes),
      after: comparing.inWords(is.nodes),
    },
  ];
}

interface Way {
  readonly flow: string;
  readonly feel: string;
  readonly leads: ReturnType<Comparing['next']>;
}

function waysOf(comparing: Comparing, side: Side, node: PlanNode): readonly Way[] {
  return node.out.map((flow) => ({
    flow,
    feel: isDefault(node, flow) ? '' : (flowOf(comparing[side], flow).if ?? ''),
    leads: comparing.nextOfFlow(side, flow),
  }));
}

/** Ways that are the same: by flow and something else, then by where they lead, then by what is left. */
function pairWays(was: readonly Way[], is: readonly Way[]): readonly (readonly [Way, Way])[] {
  const pairs: (readonly [Way, Way])[] = [];
  const left = new Set(was);
  const free = new Set(is);
  const leads = (a: Way, b: Way) => a.leads.keys === b.leads.keys;
  const alike: readonly ((a: Way, b: Way) => boolean)[] = [
    (a, b) => a.flow === b.flow && leads(a, b),
    (a, b) => a.feel === b.feel && leads(a, b),
    leads,
    (a, b) => a.flow === b.flow,
    (a, b) => a.feel !== '' && a.feel === b.feel,
  ];
  for (const same of alike)
    for (const a of left)
      for (const b of free)
        if (left.has(a) && same(a, b)) {
          pairs.push([a, b]);
          left.delete(a);
          free.delete(b);
        }
  return pairs.toSorted(([, a], [, b]) => is.indexOf(a) - is.indexOf(b));
}

function wayDifferences(comparing: Comparing, old: PlanNode, fresh: PlanNode): readonly PlanDifference[] {
  const [was, is] = [waysOf(comparing, 'before', old), waysOf(comparing, 'after', fresh)];
  const pairs = pairWays(was, is);
  const gateway = elementInWords(comparing.after, fresh);
  const named = ({ leads }: Way) => {
    const to = comparing.inWords(leads.nodes);
    return words(`${gateway.vi}, nhánh tới ${to.vi}`, `${gateway.en}, way to ${to.en}`);
  };
  const gone = was.filter((way) => !pairs.some(([a]) => a === way));
  const came = is.filter((way) => !pairs.some(([, b]) => b === way));
  return [
    ...gone.map(
      (way): PlanDifference => ({
        change: 'removed',
        at: way.flow,
        what: named(way),
        before: conditionInWords(comparing.before, old, way.flow),
      }),
    ),
    ...came.map(
      (way): PlanDifference => ({
        change: 'added',
        at: way.flow,
        what: named(way),
        after: conditionInWords(comparing.after, fresh, way.flow),
      }),
    ),
    ...pairs.flatMap(([a, b]): readonly PlanDifference[] => {
      const about = { change: 'changed', at: b.flow, what: named(b) } as const;
      const other = isDefault(old, a.flow) || isDefault(fresh, b.flow);
      return [
        ...(a.feel === b.feel || other
          ? []
          : [{ ...about, part: 'if' as const, before: a.feel, after: b.feel }]),
        ...(a.leads.keys === b.leads.keys || a.leads.told || b.leads.told
          ? []
          : [
              {
                ...about,
                part: 'next' as const,
                before: comparing.inWords(a.leads.nodes),
                after: comparing.inWords(b.leads.nodes),
              },
            ]),
      ];
    }),
    ...defaultDifference(comparing, { old, fresh, pairs }),
    ...turnDifference(comparing, { old, fresh, pairs }),
  ];
}

interface Gateway {
  readonly old: PlanNode;
  readonly fresh: PlanNode;
  readonly pairs: readonly (readonly [Way, Way])[];
}

/** Another way is taken when no condition holds; a way that came or went is told as that. */
function defaultDifference(comparing: Comparing, { old, fresh, pairs }: Gateway): readonly PlanDifference[] {
  const was = pairs.find(([way]) => isDefault(old, way.flow));
  const is = pairs.find(([, way]) => isDefault(fresh, way.flow));
  if (was === is) return [];
  return [
    {
      change: 'changed',
      at: fresh.id,
      what: elementInWords(comparing.after, fresh),
      part: 'default',
      ...(was && { before: comparing.inWords(was[0].leads.nodes) }),
      ...(is && { after: comparing.inWords(is[1].leads.nodes) }),
    },
  ];
}

/** Of several conditions that hold, a choice of one takes the first: their order is a rule too. */
function turnDifference(comparing: Comparing, { old, fresh, pairs }: Gateway): readonly PlanDifference[] {
  if (old.kind !== 'exclusive' || fresh.kind !== 'exclusive') return [];
  const asked = pairs.filter(([a, b]) => a.feel !== '' && b.feel !== '');
  const inOrder = asked.toSorted(([a], [b]) => old.out.indexOf(a.flow) - old.out.indexOf(b.flow));
  if (inOrder.every((pair, at) => pair === asked[at])) return [];
  const said = (ways: readonly Way[]) =>
    comparing.inWords(ways.flatMap(({ leads }) => leads.nodes.slice(0, 1)));
  return [
    {
      change: 'changed',
      at: fresh.id,
      what: elementInWords(comparing.after, fresh),
      part: 'turn',
      before: said(inOrder.map(([way]) => way)),
      after: said(asked.map(([, way]) => way)),
    },
  ];
}

const mostLifted = 12;
const mostTried = 60;

/**
 * Elements that only stand elsewhere: taken out of both plans, fewer things follow otherwise. The one that explains most is lifted
 * first, as long as it explains more than itself.
 */
export function liftMoved(comparing: Comparing): Comparing {
  let now = comparing;
  let told = orderDifferences(now);
  while (told.length > 1 && now.lifted.size < mostLifted) {
    const tried = [...now.matched]
      .filter(([key]) => isActivity(nodeOf(now.before, key)) && !now.lifted.has(key))
      .filter(([, id]) => now.matched.size <= mostTried || told.some(({ at }) => at === id))
      .slice(0, mostTried)
      .map(([key]) => {
        const without = now.lifting(key);
        return { without, told: orderDifferences(without) };
      })
      .toSorted((a, b) => a.told.length - b.told.length);
    const [best] = tried;
    if (!best || best.told.length > told.length - 2) break;
    now = best.without;
    told = best.told;
  }
  return now;
}
