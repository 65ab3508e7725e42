import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { publicKeyShape } from './key.ts';
import type { Files } from './zip.ts';

export const unlisted: ReadonlySet<string> = new Set(['manifest.json', 'signature.json']);

/** Size and SHA-256 of every file but itself and its signature, by name; these bytes are what is signed. */
export function manifestOf(files: Files): Uint8Array {
  const listed = [...files.keys()].filter((name) => !unlisted.has(name)).sort();
  const lines = listed.map((name) => {
    const bytes = files.get(name) ?? new Uint8Array();
    return { name, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  });
  return new TextEncoder().encode(canonicalJson({ format: 'motcua-manifest/1', files: lines }));
}

export const signatureShape = z.strictObject({
  algorithm: z.literal('Ed25519'),
  keyId: z.string().max(64),
  publicKey: publicKeyShape,
  signature: z.string().regex(/^[\w-]{86}$/),
});
