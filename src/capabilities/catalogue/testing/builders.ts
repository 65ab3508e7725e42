import { sampleDefinition } from '#builders/forms';
import type { DraftContent } from '../drafts/content.ts';
import { openPackageKey, type PackageKey } from '../packages/key.ts';

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
