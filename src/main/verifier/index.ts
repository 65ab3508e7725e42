import type { MakeVerifier } from '#surfaces/shared';
import { verifierParts } from './bundle.ts';
import { type Inlined, oneFile } from './one-file.ts';

/** Makes the script and the style sheet of the verifier when they are first asked for, once. */
export function makeVerifier(root: string): MakeVerifier {
  let made: Promise<Inlined> | undefined;
  return async (page) => {
    made ??= verifierParts(root).catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return oneFile(page, await made);
  };
}
