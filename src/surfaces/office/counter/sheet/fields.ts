import type { PostedFields } from '#capabilities/forms';

/** The one text of a field; the last when it was sent several times. */
export function textOf(fields: PostedFields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : (value?.at(-1) ?? '');
}

export function textsOf(fields: PostedFields, name: string): readonly string[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? [value] : (value ?? []);
}

/** A multipart form gives one text per name, so each tick of a list has a name of its own: `question~value`. */
export const tickName = (name: string, value: string): string => `${name}~${value}`;

/** Puts the ticks of lists together again under the name of their question. */
export function gatherTicks(fields: PostedFields): PostedFields {
  const gathered: Record<string, string | readonly string[] | undefined> = {};
  for (const [name, value] of Object.entries(fields)) {
    const at = name.indexOf('~');
    if (at < 0) gathered[name] = value;
    else gathered[name.slice(0, at)] = [...textsOf(gathered, name.slice(0, at)), name.slice(at + 1)];
  }
  return gathered;
}
