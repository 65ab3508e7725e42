import { asDeclared } from '../feel/temporal.ts';
import { isContext } from '../feel/values.ts';
import { type ModdleElement, many, nameOf, word } from './parts.ts';

/** Reads values as the item definitions of a file declare them. */
export interface Types {
  /** A value of that type with nothing in it: tells FEEL which names with spaces there are. */
  readonly shape: (type: string | undefined) => unknown;
  /** The value as declared: text as a date, one as a list of one and back; a value of another type is null. */
  readonly conform: (value: unknown, type: string | undefined) => unknown;
}

/** Definitions may name each other in a circle; nobody nests deeper. */
const deepest = 6;
const basic: Readonly<Record<string, string>> = { string: 'string', number: 'number', boolean: 'boolean' };
const bare = (type: string | undefined): string | undefined => type?.replace(/^[\w.-]+:/, '');

export function typesOf(definitions: ModdleElement): Types {
  const items = new Map(many(definitions, 'itemDefinition').map((item) => [nameOf(item), item]));

  function shape(item: ModdleElement | undefined, depth: number): unknown {
    if (!item || depth > deepest) return null;
    const parts = many(item, 'itemComponent');
    const whole =
      parts.length > 0
        ? Object.fromEntries(parts.map((part) => [nameOf(part), shape(part, depth + 1)]))
        : shape(items.get(bare(word(item, 'typeRef')) ?? ''), depth + 1);
    return item['isCollection'] === true ? [whole] : whole;
  }

  function conformItem(value: unknown, item: ModdleElement, depth: number): unknown {
    if (value === null || depth > deepest) return value;
    const parts = many(item, 'itemComponent');
    const each = (one: unknown): unknown => {
      if (parts.length === 0) return conform(one, word(item, 'typeRef'), depth + 1);
      if (!isContext(one)) return null;
      return {
        ...one,
        ...Object.fromEntries(
          parts.map((part) => [nameOf(part), conformItem(one[nameOf(part)] ?? null, part, depth + 1)]),
        ),
      };
    };
    if (item['isCollection'] === true) return (Array.isArray(value) ? value : [value]).map(each);
    return each(Array.isArray(value) && value.length === 1 ? value[0] : value);
  }

  function conform(value: unknown, type: string | undefined, depth: number): unknown {
    const name = bare(type);
    if (name === undefined || value === null || value === undefined) return value ?? null;
    const item = items.get(name);
    if (item) return conformItem(value, item, depth);
    const wanted = Object.hasOwn(basic, name) ? basic[name] : undefined;
    if (wanted === undefined) return asDeclared(value, name);
    const single = Array.isArray(value) && value.length === 1 ? value[0] : value;
    return typeof single === wanted ? single : null;
  }

  return {
    shape: (type) => shape(items.get(bare(type) ?? ''), 0),
    conform: (value, type) => conform(value, type, 0),
  };
}
