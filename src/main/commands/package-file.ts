import { readFileSync, statSync } from 'node:fs';
import { packageLimits } from '#capabilities/catalogue';
import { Refused } from '../refused.ts';
import { refusedPackage } from './with-packages.ts';

/** A package from a file; not one byte more than one may have is read. */
export function packageBytes(file: string): Uint8Array {
  try {
    if (statSync(file).size <= packageLimits.packed) return readFileSync(file);
  } catch (error) {
    throw new Refused(`${file} cannot be read: ${(error as Error).message}`);
  }
  throw refusedPackage(file, { code: 'package-too-large' });
}
