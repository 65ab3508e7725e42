import type { Item } from './item.ts';

type Node = Readonly<Record<string, unknown>> | readonly unknown[];
export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const inside = (node: unknown, key: string): unknown =>
  isNode(node) && Object.hasOwn(node, key) ? (node as Readonly<Record<string, unknown>>)[key] : undefined;

/** What stands at `budget.value`, `refuseIf.0.if`; undefined when the way there is not built. */
export const itemAt = (item: unknown, path: string): unknown => path.split('.').reduce(inside, item);

/** The item with another value there; undefined takes the key away, and what became empty by it. */
export function withItemAt(item: Item, path: string, value: unknown): Item {
  return (put(item, path.split('.'), value) ?? {}) as Item;
}

function put(node: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const next = rest.length === 0 ? value : put(inside(node, key), rest, value);
  if (/^\d+$/.test(key)) {
    const list = Array.isArray(node) ? (node as readonly unknown[]) : [];
    const changed =
      next === undefined ? list.toSpliced(Number(key), 1) : list.toSpliced(Number(key), 1, next);
    return changed.length === 0 ? undefined : changed;
  }
  const { [key]: _, ...others } = isNode(node) ? (node as Readonly<Record<string, unknown>>) : {};
  if (next === undefined) return Object.keys(others).length === 0 ? undefined : others;
  // In its old place, so that a saved file differs only where something was changed.
  return isNode(node) && Object.hasOwn(node, key) ? { ...node, [key]: next } : { ...others, [key]: next };
}
