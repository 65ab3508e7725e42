import { sampleDefinition } from '#builders/forms';
import type { DraftContent } from '../drafts/content.ts';
import { canonicalJson } from '../packages/canonical-json.ts';
import { filesOf } from '../packages/files.ts';
import { openPackageKey, type PackageKey, signBytes } from '../packages/key.ts';
import { manifestOf } from '../packages/manifest.ts';
import { zip } from '../packages/zip.ts';

/** Keys that tests share; `d` is the seed of a key that signs nothing else. */
const kept = [
  {
    kty: 'OKP',
    crv: 'Ed25519',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  },
  {
    kty: 'OKP',
    crv: 'Ed25519',
    x: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
    d: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
  },
];
/** The keys of RFC 8032, section 7.1, tests 1 and 2. */
export const aPackageKey = (n: 0 | 1 = 0): PackageKey => openPackageKey(kept[n]);

export const aContent = (code = '1.004873', more: Omit<DraftContent, 'definition'> = {}): DraftContent => ({
  definition: sampleDefinition(code),
  ...more,
});

/** A package, listed and signed as it should be, in which one file is another one. */
export function aPackageWith(name: string, content: Uint8Array, key = aPackageKey()): Uint8Array {
  const files = new Map([...filesOf(aContent()), [name, content]]);
  const manifest = manifestOf(files);
  const { id: keyId, publicKey } = key;
  const signature = canonicalJson({
    algorithm: 'Ed25519',
    keyId,
    publicKey,
    signature: signBytes(key, manifest),
  });
  return zip(
    new Map([...files, ['manifest.json', manifest], ['signature.json', new TextEncoder().encode(signature)]]),
  );
}
