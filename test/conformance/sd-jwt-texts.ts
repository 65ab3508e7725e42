import { judgeBinding } from '../../src/platform/credentials/binding.ts';
import { sha256 } from '../../src/platform/credentials/bytes.ts';
import { keyOfJwk, type PublicJwk, verifiesEs256 } from '../../src/platform/credentials/es256.ts';
import { publicJwk, readJws } from '../../src/platform/credentials/jws.ts';
import { splitSdJwt, uncover } from '../../src/platform/credentials/sd-jwt.ts';
import { type StatusBits, unpackStatuses } from '../../src/platform/credentials/status-list.ts';

export type Miss = string;
export interface Part {
  readonly what: string;
  readonly all: number;
  readonly misses: readonly Miss[];
}

/** Lines without their margin; the texts of RFCs have no more than that around an example. */
const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

/** Runs of lines that are letters of tokens only, joined. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  let open = '';
  for (const line of [...linesOf(text), '']) {
    if (/^[\w\-.~]{2,}$/.test(line)) open += line;
    else {
      tokens.push(open);
      open = '';
    }
  }
  return [...new Set(tokens.filter((token) => /^eyJ[\w-]+\.[\w-]+\.[\w-]+~/.test(token)))];
}

async function part<T>(
  what: string,
  cases: readonly T[],
  judge: (one: T) => Promise<Miss | undefined>,
): Promise<Part> {
  const judged = await Promise.all(cases.map(judge));
  return { what, all: cases.length, misses: judged.filter((miss) => miss !== undefined) };
}

export async function examplesOf(text: string): Promise<readonly Part[]> {
  const listed = /SHA-256 Hash: ([\w-]{43})\s+\*\s+Disclosure:\s+([\w\-\s]+?)\s+\*\s+Contents:/g;
  const disclosures = [...text.matchAll(listed)].map(([, digest = '', body = '']) => ({
    digest,
    disclosure: body.replaceAll(/\s/g, ''),
  }));
  const key = publicJwk.parse(
    JSON.parse(
      /Used in the Examples[\s\S]*?(\{[\s\S]*?\})/.exec(
        text.slice(text.lastIndexOf('Key Used in the Examples') - 10),
      )?.[1] ?? '',
    ),
  );
  const tokens = tokensOf(text);
  return [
    await part('disclosures and their digests', disclosures, async ({ digest, disclosure }) =>
      (await sha256(disclosure)) === digest ? undefined : disclosure,
    ),
    await part('issued and presented SD-JWTs', tokens, (token) => judgeToken(token, key)),
    await part(
      'key bindings',
      tokens.filter((token) => !token.endsWith('~')),
      (token) => judgeBound(token),
    ),
  ];
}

async function opened(token: string) {
  const split = splitSdJwt(token);
  if (!split.ok) return undefined;
  const jws = ['example+sd-jwt', 'dc+sd-jwt']
    .map((type) => readJws(split.value.jwt, type, 'odd'))
    .find(({ ok }) => ok);
  return jws?.ok ? { split: split.value, jws: jws.value } : undefined;
}

async function judgeToken(token: string, issuer: PublicJwk): Promise<Miss | undefined> {
  const read = await opened(token);
  const key = await keyOfJwk(issuer);
  if (!read || !key || !(await verifiesEs256(key, read.jws.signed, read.jws.signature)))
    return token.slice(0, 200);
  const uncovered = await uncover(read.jws.payload, read.split.disclosures);
  return uncovered.ok ? undefined : `${uncovered.refusal.code}: ${token.slice(0, 200)}`;
}

async function judgeBound(token: string): Promise<Miss | undefined> {
  const read = await opened(token);
  const cnf = read?.jws.payload['cnf'] as { readonly jwk: PublicJwk } | undefined;
  if (!read || !cnf) return token.slice(0, 200);
  const { binding = '', shown } = read.split;
  const judged = await judgeBinding(binding, shown, { key: cnf.jwk, at: Date.UTC(2030, 0, 1) });
  return judged.ok ? undefined : judged.refusal.code;
}

interface Vector {
  readonly bits: StatusBits;
  readonly list: string;
  readonly told: ReadonlyMap<number, number>;
}

export async function vectorsOf(text: string): Promise<readonly Part[]> {
  const found: Vector[] = [];
  const told = new Map<number, number>();
  const pattern = /status\[(\d+)\]\s*= 0b([01]+)|"bits": ([1248]),\s+"lst": "([\w\-\s]+)"/g;
  for (const [, index, status = '', bits, list = ''] of text
    .slice(text.lastIndexOf('2^20 entries'))
    .matchAll(pattern)) {
    if (index !== undefined) told.set(Number(index), Number.parseInt(status, 2));
    else {
      found.push({ bits: Number(bits) as StatusBits, list: list.replaceAll(/\s/g, ''), told: new Map(told) });
      told.clear();
    }
  }
  return Promise.all(
    found.map(({ bits, list, told: statuses }) => {
      const unpacked = unpackStatuses(list, bits);
      const all = Array.from({ length: 2 ** 20 + 1 }, (_, index) => index);
      return part(`statuses of ${bits} bit, each of 2^20 places and the end`, all, async (index) => {
        const wanted = index === 2 ** 20 ? undefined : (statuses.get(index) ?? 0);
        return (await unpacked)?.(index) === wanted ? undefined : `status ${index} of ${bits} bit`;
      });
    }),
  );
}
