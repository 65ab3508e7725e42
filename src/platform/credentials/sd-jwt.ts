import { done, type Outcome, refused } from '#kernel/outcome';
import { fromBase64url, fromUtf8, sha256 } from './bytes.ts';
import { isObject, type JsonObject, strictJson } from './strict-json.ts';

const longest = 300_000;
const mostDisclosures = 300;
const odd = refused({ code: 'credential-odd' });
const oddDisclosure = refused({ code: 'disclosure-odd' });

/** The parts of an SD-JWT in its compact form (RFC 9901 §4). */
export interface SdJwtParts {
  readonly jwt: string;
  readonly disclosures: readonly string[];
  /** The token by which the holder shows it. */
  readonly binding: string | undefined;
  /** All before the binding: what it is bound to. */
  readonly shown: string;
}

export function splitSdJwt(text: string): Outcome<SdJwtParts> {
  if (text.length > longest) return odd;
  const [jwt = '', ...rest] = text.split('~');
  const binding = rest.pop();
  if (jwt === '' || binding === undefined || rest.length > mostDisclosures || rest.includes('')) return odd;
  const shown = text.slice(0, text.length - binding.length);
  return done({ jwt, disclosures: rest, binding: binding === '' ? undefined : binding, shown });
}

type Disclosure =
  | readonly [salt: string, name: string, value: unknown]
  | readonly [salt: string, value: unknown];

function readDisclosure(text: string): Disclosure | undefined {
  const bytes = fromBase64url(text);
  const value = strictJson((bytes && fromUtf8(bytes)) ?? '');
  if (!Array.isArray(value) || typeof value[0] !== 'string') return undefined;
  if (value.length === 2) return value as unknown as Disclosure;
  const good = value.length === 3 && typeof value[1] === 'string' && value[1] !== '_sd' && value[1] !== '...';
  return good ? (value as unknown as Disclosure) : undefined;
}

export interface Uncovered {
  readonly claims: JsonObject;
  /** Names at the top that came out of a disclosure. */
  readonly disclosed: readonly string[];
  /** Digests for which nothing was shown. */
  readonly hidden: number;
}

class Odd extends Error {}
const fault = (): never => {
  throw new Odd();
};

/**
 * Puts disclosures where their digests stand (RFC 9901 §7.1): each digest once, each disclosure used, no name twice. What
 * is not shown is left out.
 */
export async function uncover(
  payload: JsonObject,
  disclosures: readonly string[],
): Promise<Outcome<Uncovered>> {
  const { _sd_alg: algorithm = 'sha-256', ...body } = payload;
  if (algorithm !== 'sha-256') return oddDisclosure;
  const waiting = new Map<string, Disclosure>();
  for (const text of disclosures) {
    const read = readDisclosure(text);
    if (!read) return oddDisclosure;
    waiting.set(await sha256(text), read);
  }
  if (waiting.size !== disclosures.length) return oddDisclosure;
  const seen = new Set<string>();
  let hidden = 0;
  const take = (digest: unknown, length: 2 | 3): Disclosure | undefined => {
    if (typeof digest !== 'string' || seen.has(digest)) return fault();
    seen.add(digest);
    const found = waiting.get(digest);
    if (found && found.length !== length) fault();
    if (!found) hidden += 1;
    waiting.delete(digest);
    return found;
  };
  const objectOf = (value: JsonObject): JsonObject => {
    const { _sd: digests = [], ...plain } = value;
    if (!Array.isArray(digests) || Object.hasOwn(plain, '...')) return fault();
    const shown = digests.flatMap((digest) => {
      const [, name, inner] = take(digest, 3) ?? [];
      return name === undefined ? [] : [[name as string, valueOf(inner)] as const];
    });
    const pairs = [
      ...Object.entries(plain).map(([name, inner]) => [name, valueOf(inner)] as const),
      ...shown,
    ];
    if (new Set(pairs.map(([name]) => name)).size !== pairs.length) fault();
    return Object.fromEntries(pairs);
  };
  const listOf = (list: readonly unknown[]): readonly unknown[] =>
    list.flatMap((item) => {
      if (!isObject(item) || !Object.hasOwn(item, '...')) return [valueOf(item)];
      if (Object.keys(item).length !== 1) return fault();
      const found = take(item['...'], 2);
      return found ? [valueOf(found[1])] : [];
    });
  const valueOf = (value: unknown): unknown =>
    Array.isArray(value) ? listOf(value) : isObject(value) ? objectOf(value) : value;
  try {
    const claims = objectOf(body);
    if (waiting.size > 0) return oddDisclosure;
    const disclosed = Object.keys(claims).filter((name) => !Object.hasOwn(body, name));
    return done({ claims, disclosed, hidden });
  } catch (error) {
    if (error instanceof Odd) return oddDisclosure;
    throw error;
  }
}
