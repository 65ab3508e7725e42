const deepest = 16;
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

export type JsonObject = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The value of a JSON text; nothing when it is none, too deep, or an object has a name twice: two readers would take
 * different values for it (RFC 8725 §2.4, RFC 7515 §4).
 */
export function strictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const names = open.at(-1);
      const name = JSON.parse(last) as string;
      if (names?.has(name)) return undefined;
      names?.add(name);
    }
    if (open.length > deepest) return undefined;
    last = token;
  }
  return value;
}

export function strictObject(text: string | undefined): JsonObject | undefined {
  const value = text === undefined ? undefined : strictJson(text);
  return isObject(value) ? value : undefined;
}
