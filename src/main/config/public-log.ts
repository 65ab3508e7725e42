import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { makeKey, readSigner, readVerifier, type Signer } from '#platform/tlog';

/** A witness as the settings name it. */
export interface NamedWitness {
  readonly url: string;
  /** `<name>+<number>+<key>` */
  readonly verifier: string;
}
export type KeptKey = Signer & { readonly text: string; readonly secret: string };

/** What everybody may know of the log's keys, kept beside the secrets so that it outlives them. */
const known = z.object({
  current: z.string(),
  retired: z.array(z.object({ key: z.string(), until: z.number().int().nonnegative() })),
  /** Notes of all changes, oldest first. */
  changes: z.array(z.string()),
});
export type KnownKeys = z.output<typeof known>;

export interface LogKeyFiles {
  readonly signer: KeptKey;
  /** Signs too, from a rotation until the old key is retired. */
  readonly before: KeptKey | undefined;
  readonly known: KnownKeys;
}

const fileOf = (dataDir: string) => path.join(dataDir, 'secrets', 'public-log-key');
const beforeOf = (dataDir: string) => `${fileOf(dataDir)}.before`;
const knownOf = (dataDir: string) => path.join(dataDir, 'public-log-keys.json');

function writeWhole(file: string, text: string, mode: number): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.part`, text, { mode, flush: true });
  renameSync(`${file}.part`, file);
}

/** What is known of the keys so far; nothing before the first start. */
export const knownLogKeys = (dataDir: string): KnownKeys | undefined =>
  existsSync(knownOf(dataDir)) ? known.parse(JSON.parse(readFileSync(knownOf(dataDir), 'utf8'))) : undefined;

export const keepKnownLogKeys = (dataDir: string, keys: KnownKeys): void =>
  writeWhole(knownOf(dataDir), `${JSON.stringify(keys, null, 2)}\n`, 0o644);

/** The secret that is there, or nothing when it is gone or cannot be read. */
export const findLogKey = (dataDir: string): KeptKey | undefined => secretIn(fileOf(dataDir));
export const findLogKeyOfBefore = (dataDir: string): KeptKey | undefined => secretIn(beforeOf(dataDir));
const secretIn = (file: string): KeptKey | undefined =>
  existsSync(file) ? readSigner(readFileSync(file, 'utf8')) : undefined;

/** The next key takes the place of the current one, which signs beside it where it is still there. */
export function putLogKey(dataDir: string, secret: string): void {
  if (findLogKey(dataDir)) renameSync(fileOf(dataDir), beforeOf(dataDir));
  writeWhole(fileOf(dataDir), secret, 0o600);
}
export const dropLogKeyOfBefore = (dataDir: string): void => rmSync(beforeOf(dataDir), { force: true });

/**
 * The keys with which this instance signs its public log, the first made at the first start. Their name, the address of the log
 * as it was then, stays with them: witnesses and everybody who holds a proof know the log by it.
 */
export function keptLogKeys(dataDir: string, origin: string): LogKeyFiles {
  const file = fileOf(dataDir);
  const keys = knownLogKeys(dataDir);
  if (!existsSync(file) && !keys)
    writeWhole(file, makeKey(`${new URL(origin).host}/nhat-ky`, 1).secret, 0o600);
  // A change that was cut off before it was written down is taken back.
  if (
    keys &&
    findLogKey(dataDir)?.text !== keys.current &&
    findLogKeyOfBefore(dataDir)?.text === keys.current
  )
    renameSync(beforeOf(dataDir), file);
  const signer = findLogKey(dataDir);
  if (!signer || (keys && keys.current !== signer.text))
    throw new Error(
      `The key in ${file} is gone, cannot be read, or is another one. Put back its copy: with another key no proof given so far would hold. If there is no copy, see "motcua help log-key".`,
    );
  const first = { current: signer.text, retired: [], changes: [] };
  if (!keys) keepKnownLogKeys(dataDir, first);
  return { signer, before: findLogKeyOfBefore(dataDir), known: keys ?? first };
}

/** `<address> <key>`, parted by commas; nothing when one of them is written otherwise. */
export function readWitnesses(text: string): readonly NamedWitness[] | undefined {
  const named = text.split(',').map((each) => {
    const [url = '', verifier = '', ...more] = each.trim().split(/\s+/);
    const good = URL.canParse(url) && /^https?:/.test(url) && readVerifier(verifier)?.type === 4;
    return good && more.length === 0 ? { url: url.replace(/\/+$/, ''), verifier } : undefined;
  });
  return named.every((each) => each !== undefined) ? named : undefined;
}

/** How many of so many witnesses must have signed: more than half. */
export const leastOf = (witnesses: number): number => (witnesses === 0 ? 0 : Math.floor(witnesses / 2) + 1);
