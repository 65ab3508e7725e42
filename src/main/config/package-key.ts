import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newPackageKey, openPackageKey, type PrivateKey } from '#capabilities/catalogue';

/**
 * The Ed25519 key with which this instance signs packages of procedures, made when first asked for. Other instances know it by
 * its public part, so it is never replaced by itself.
 */
export function keptPackageKey(dataDir: string): PrivateKey {
  const file = path.join(dataDir, 'secrets', 'package-key.json');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(newPackageKey()), { mode: 0o600, flag: 'wx' });
  }
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as PrivateKey;
    openPackageKey(kept);
    return kept;
  } catch {
    throw new Error(
      `The key in ${file} cannot be read. Put back its copy, or delete it: other instances must then be told to trust the new one.`,
    );
  }
}
