import { createPrivateKey } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type DigestSigner, type KeyPair, readKeyPair, signerOf } from '#platform/certificates';
import type { KeyStore } from '#ports/signing';

export interface FileKeys extends KeyStore {
  readonly kind: 'file';
  /** Keeps a key with its certificate; one of the same name is replaced. */
  keep(key: string, pair: KeyPair, certificate: Uint8Array, chain: readonly Uint8Array[]): Promise<void>;
}

const der = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const shape = z.object({ key: z.string(), certificate: der, chain: z.array(der).max(8) });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
/** Names become names of files: nothing that leads elsewhere. */
const isName = (key: string) => /^[a-z0-9][a-z0-9-]{0,99}$/.test(key);

/**
 * Keys of officers and agencies in a folder: one file each, the private half encrypted (PKCS#8, AES-256) with a
 * passphrase that is kept elsewhere. An opened key stays in memory, for opening takes longer than a hundred signatures.
 */
export function openFileKeys(options: { readonly folder: string; readonly passphrase: string }): FileKeys {
  const { folder, passphrase } = options;
  const opened = new Map<string, DigestSigner>();
  const fileOf = (key: string) => path.join(folder, `${key}.json`);
  return {
    kind: 'file',
    async signer(key) {
      const known = opened.get(key);
      if (known) return done(known);
      if (!isName(key)) return refused({ code: 'key-missing' });
      const read = await readOne(fileOf(key), passphrase);
      if (read.ok) opened.set(key, read.value);
      return read;
    },
    async keep(key, pair, certificate, chain) {
      if (!isName(key)) throw new Error('A key is named by small letters, digits and hyphens');
      const secret = createPrivateKey(pair.pem()).export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase,
      });
      const text = JSON.stringify({
        key: secret,
        certificate: base64(certificate),
        chain: chain.map(base64),
      });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(fileOf(key), text);
      opened.set(key, signerOf(pair, certificate, chain));
    },
  };
}

async function readOne(file: string, passphrase: string): Promise<Outcome<DigestSigner>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return refused({ code: missing ? 'key-missing' : 'key-store-unavailable' });
  }
  try {
    const { key, certificate, chain } = shape.parse(JSON.parse(text));
    const secret = createPrivateKey({ key, passphrase }).export({ type: 'pkcs8', format: 'der' });
    const pair = readKeyPair(secret);
    return pair.ok ? done(signerOf(pair.value, certificate, chain)) : refused({ code: 'key-locked' });
  } catch {
    return refused({ code: 'key-locked' });
  }
}

/** Whole or not at all, even when the process ends in the middle. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.new`;
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}
