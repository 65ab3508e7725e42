import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface SimulatorKeys {
  readonly jwks: { readonly keys: JWK[] };
  readonly cookieKey: string;
  /** Base for the one-time codes of the demo officers. */
  readonly codeKey: string;
}

/** Made at the first start and kept, so that a restart does not sign everybody out. */
export async function keysIn(dataDir: string, name: string): Promise<SimulatorKeys> {
  const file = path.join(dataDir, 'identity-simulator', `${name}.json`);
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
    const jwk = {
      ...(await exportJWK(privateKey)),
      alg: 'RS256',
      use: 'sig',
      kid: randomBytes(6).toString('hex'),
    };
    const keys: SimulatorKeys = {
      jwks: { keys: [jwk] },
      cookieKey: randomBytes(24).toString('hex'),
      codeKey: randomBytes(20).toString('hex'),
    };
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as SimulatorKeys;
}
