import type { DraftContent } from '../drafts/content.ts';
import { canonicalJson } from './canonical-json.ts';
import { filesOf, type PackageFormat } from './files.ts';
import { type PackageKey, signBytes } from './key.ts';
import { manifestOf } from './manifest.ts';
import { zip } from './zip.ts';

/**
 * One procedure version as a signed package. Code, version and date of effect are those of the definition; the same content and
 * key give the same bytes (Ed25519 draws no chance).
 */
export function packProcedure(content: DraftContent, key: PackageKey, format?: PackageFormat): Uint8Array {
  const files = filesOf(content, format);
  const manifest = manifestOf(files);
  const signature = canonicalJson({
    algorithm: 'Ed25519',
    keyId: key.id,
    publicKey: key.publicKey,
    signature: signBytes(key, manifest),
  });
  return zip(
    new Map([...files, ['manifest.json', manifest], ['signature.json', new TextEncoder().encode(signature)]]),
  );
}
