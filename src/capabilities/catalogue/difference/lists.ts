import { isDeepStrictEqual } from 'node:util';
import type { LocalText } from '#kernel/text';
import type { Difference, DifferenceKind } from './difference.ts';

type Thing = Readonly<Record<string, unknown>>;

/** A thing in a list, with what keeps it itself while it changes. */
export interface Item {
  readonly id: string;
  readonly name: LocalText;
  readonly thing: Thing;
  /** Title of what it stands in; another one means that it moved. */
  readonly home?: { readonly id: string; readonly title: LocalText };
}

export interface ListRules {
  readonly kind: DifferenceKind;
  /** Path of the list: `form.questions`. */
  readonly at: string;
  /** Kinds of properties that are not the kind of the list. */
  readonly kinds?: Readonly<Record<string, DifferenceKind>>;
  /** Properties that are compared elsewhere, or say where and not what. */
  readonly aside?: readonly string[];
}

const given = (key: 'before' | 'after', value: unknown) => (value === undefined ? {} : { [key]: value });

/** What differs between two things of one name, property by property. */
export function propertiesOf(
  before: Thing,
  after: Thing,
  about: ListRules & { readonly what: LocalText },
): Difference[] {
  const { kind, kinds = {}, aside = [], at, what } = about;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !aside.includes(key),
  );
  return keys
    .filter((key) => !isDeepStrictEqual(before[key], after[key]))
    .map((key) => ({
      kind: kinds[key] ?? kind,
      change: 'changed',
      at: `${at}.${key}`,
      what,
      part: key,
      ...given('before', before[key]),
      ...given('after', after[key]),
    }));
}

/** Two states of a list: added, removed, changed, and the fewest moves that explain the new order. */
export function listDifferences(
  before: readonly Item[],
  after: readonly Item[],
  rules: ListRules,
): Difference[] {
  const { kind, at } = rules;
  const now = new Map(after.map((item) => [item.id, item]));
  const then = new Map(before.map((item) => [item.id, item]));
  const renamed = renamings(before, after, rules);
  const fresh = new Set([...renamed.values()].map(({ id }) => id));
  const found: Difference[] = [];
  for (const item of before) {
    const same = renamed.get(item.id);
    if (same)
      found.push({
        kind,
        change: 'changed',
        at: `${at}.${same.id}.id`,
        what: same.name,
        part: 'id',
        before: item.id,
        after: same.id,
      });
    else if (!now.has(item.id))
      found.push({ kind, change: 'removed', at: `${at}.${item.id}`, what: item.name });
  }
  const moved = movedItems(before, after, renamed);
  for (const [index, item] of after.entries()) {
    const old = then.get(item.id);
    if (!old) {
      if (!fresh.has(item.id)) found.push({ kind, change: 'added', at: `${at}.${item.id}`, what: item.name });
      continue;
    }
    const where = { kind, change: 'moved' as const, at: `${at}.${item.id}`, what: item.name };
    if (old.home?.id !== item.home?.id)
      found.push({ ...where, before: old.home?.title, after: item.home?.title });
    else if (moved.has(item.id)) found.push({ ...where, before: before.indexOf(old) + 1, after: index + 1 });
    found.push(...propertiesOf(old.thing, item.thing, { ...rules, at: `${at}.${item.id}`, what: item.name }));
  }
  return found;
}

/** Things that went and came with everything but the id the same: old id → the thing under its new one. */
function renamings(
  before: readonly Item[],
  after: readonly Item[],
  { aside = [] }: ListRules,
): ReadonlyMap<string, Item> {
  const bare = ({ thing }: Item) =>
    Object.fromEntries(Object.entries(thing).filter(([key]) => key !== 'id' && !aside.includes(key)));
  const old = new Set(before.map(({ id }) => id));
  const now = new Set(after.map(({ id }) => id));
  const came = after.filter(({ id }) => !old.has(id));
  const renamed = new Map<string, Item>();
  for (const item of before) {
    if (now.has(item.id)) continue;
    const at = came.findIndex((each) => isDeepStrictEqual(bare(each), bare(item)));
    const [same] = at < 0 ? [] : came.splice(at, 1);
    if (same) renamed.set(item.id, same);
  }
  return renamed;
}

/** Those that do not lie on a longest run of things that kept their order, among things that stayed in their home. */
function movedItems(
  before: readonly Item[],
  after: readonly Item[],
  renamed: ReadonlyMap<string, Item>,
): ReadonlySet<string> {
  const rank = new Map(before.map((item, at) => [renamed.get(item.id)?.id ?? item.id, { item, at }]));
  const stayed = after.flatMap(({ id, home }) => {
    const old = rank.get(id);
    return old && old.item.home?.id === home?.id ? [{ id, at: old.at }] : [];
  });
  const kept = longestRun(stayed.map(({ at }) => at));
  return new Set(stayed.filter((_, index) => !kept.has(index)).map(({ id }) => id));
}

/** Indexes of one longest increasing run. */
export function longestRun(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []; // index of the smallest end of a run of each length
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let length = tails.findIndex((tail) => (values[tail] ?? 0) >= value);
    if (length < 0) length = tails.length;
    previous[index] = tails[length - 1] ?? -1;
    tails[length] = index;
  }
  const run = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.add(at);
  return run;
}
