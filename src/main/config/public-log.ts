import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeKey, readSigner, readVerifier, type Signer } from '#platform/tlog';

/** A witness as the settings name it. */
export interface NamedWitness {
  readonly url: string;
  /** `<name>+<number>+<key>` */
  readonly verifier: string;
}

/**
 * The key with which this instance signs its public log, made at the first start. Its name, the address of the log as it was then,
 * stays with it: witnesses and everybody who holds a proof know the log by it.
 */
export function keptLogKey(
  dataDir: string,
  origin: string,
): Signer & { readonly text: string; readonly secret: string } {
  const file = path.join(dataDir, 'secrets', 'public-log-key');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const { secret } = makeKey(`${new URL(origin).host}/nhat-ky`, 1);
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  }
  const signer = readSigner(readFileSync(file, 'utf8'));
  if (!signer)
    throw new Error(
      `The key in ${file} cannot be read. Put back its copy: with another key this would be another log, and no proof given so far would hold.`,
    );
  return signer;
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
