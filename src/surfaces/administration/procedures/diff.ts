/** Paths whose value differs between two definitions: added, gone or changed. */
export interface Difference {
  readonly at: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

type Json = unknown;
const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists of things with an id are compared by it, so that one put in between is one difference. */
function keyed(value: Json): Readonly<Record<string, Json>> | undefined {
  if (isObject(value)) return value;
  if (!Array.isArray(value)) return undefined;
  const ids = value.map((each) =>
    isObject(each) && typeof each['id'] === 'string' ? each['id'] : undefined,
  );
  const named = ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
  return Object.fromEntries(value.map((each, i) => [named ? (ids[i] ?? '') : String(i + 1), each]));
}

export function differences(before: Json, after: Json, at = ''): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const a = keyed(before);
  const b = keyed(after);
  if (!a || !b) return [{ at, kind: 'changed' }];
  const path = (key: string) => (at === '' ? key : `${at}.${key}`);
  const found = [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key): readonly Difference[] => {
    if (!Object.hasOwn(a, key)) return [{ at: path(key), kind: 'added' }];
    if (!Object.hasOwn(b, key)) return [{ at: path(key), kind: 'removed' }];
    return differences(a[key], b[key], path(key));
  });
  // The same parts in another order.
  return found.length > 0 ? found : [{ at, kind: 'changed' }];
}
