import { compileFeel, holdsFeel } from '#capabilities/rules';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly kids: Tag[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name: string) =>
    name ? (entities[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );

/** A reader for the files of the suite only: well-formed, without namespaces that matter. */
function readXml(xml: string): Tag {
  const root: Tag = { name: '', attributes: {}, kids: [], text: '' };
  const open = [root];
  const tokens =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
  for (const [, cdata, closing, name, attributes, empty, text] of xml.matchAll(tokens)) {
    const top = open.at(-1) ?? root;
    if (cdata !== undefined || text !== undefined) top.text += cdata ?? decoded(text ?? '');
    else if (closing) open.pop();
    else if (name) {
      const pairs = [...(attributes ?? '').matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
      const found = Object.fromEntries(pairs.map(([, key = '', a, b]) => [key, decoded(a ?? b ?? '')]));
      const tag = { name: name.replace(/^.*:/, ''), attributes: found, kids: [], text: '' };
      top.kids.push(tag);
      if (!empty) open.push(tag);
    }
  }
  return root;
}

const inside = (tag: Tag | undefined, name: string): Tag[] =>
  tag?.kids.filter((kid) => kid.name === name) ?? [];

function valueIn(tag: Tag): unknown {
  const list = inside(tag, 'list')[0];
  if (list) return inside(list, 'item').map(valueIn);
  const components = inside(tag, 'component');
  if (components.length > 0)
    return Object.fromEntries(components.map((one) => [one.attributes['name'] ?? '', valueIn(one)]));
  const value = inside(tag, 'value')[0];
  if (!value || value.attributes['xsi:nil'] === 'true') return null;
  const type = (value.attributes['xsi:type'] ?? 'string').replace(/^.*:/, '');
  if (/^(decimal|double|integer|int|long|float)$/.test(type)) return Number(value.text);
  return type === 'boolean' ? value.text.trim() === 'true' : value.text;
}

export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: readonly { readonly name: string; readonly value: unknown }[];
}

/** The cases of one file of the suite, with the name of the model they ask. */
export function casesIn(xml: string): { model: string; cases: Case[] } {
  const suite = inside(readXml(xml), 'testCases')[0];
  const cases = inside(suite, 'testCase').map((one) => ({
    id: one.attributes['id'] ?? '',
    kind: one.attributes['type'] ?? 'decision',
    inputs: Object.fromEntries(
      inside(one, 'inputNode').map((input) => [input.attributes['name'] ?? '', valueIn(input)]),
    ),
    expected: inside(one, 'resultNode').map((result) => ({
      name: result.attributes['name'] ?? '',
      value: inside(result, 'expected').map(valueIn)[0] ?? null,
    })),
  }));
  return { model: inside(suite, 'modelName')[0]?.text.trim() ?? '', cases };
}

/** Dates and durations may be written in several ways: `P1Y` is `P12M`. */
function sameMoment(a: string, b: string): boolean {
  if (!/^(-?P|-?\d{4,}-|\d\d:)/.test(a) || !/^[-\w:./+@]+$/.test(a + b)) return false;
  const same = compileFeel(`@"${a}" = @"${b}"`);
  return same.ok && holdsFeel(same.value, {});
}

/** Whether a value is the expected one; numbers to nine digits, as their binary form allows. */
export function alike(found: unknown, expected: unknown): boolean {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  if (typeof found === 'string' && typeof expected === 'string')
    return found === expected || sameMoment(found, expected);
  if (Array.isArray(found) && Array.isArray(expected))
    return found.length === expected.length && found.every((one, at) => alike(one, expected[at]));
  if (typeof found === 'object' && found !== null && typeof expected === 'object' && expected !== null) {
    const [a, b] = [Object.entries(found), Object.entries(expected)];
    return a.length === b.length && a.every(([key, one]) => alike(one, new Map(b).get(key) ?? null));
  }
  return found === expected;
}
