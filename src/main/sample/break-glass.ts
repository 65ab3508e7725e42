import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { makeBreakGlassSecret } from '#capabilities/identity';

const kept = z.object({ email: z.string(), password: z.string(), uri: z.string(), secret: z.string() });

/**
 * Password and one-time codes of the break-glass account are made at the first start into the data folder: only
 * whoever may read that folder learns them. An interrupted planting finds them again.
 * @returns what stands in the officer's row.
 */
export async function breakGlassSecret(dataDir: string, email: string): Promise<string> {
  const folder = path.join(dataDir, 'secrets');
  const file = path.join(folder, 'break-glass.json');
  if (existsSync(file)) return kept.parse(JSON.parse(readFileSync(file, 'utf8'))).secret;
  const password = randomBytes(12).toString('base64url');
  const { secret, uri } = await makeBreakGlassSecret(password, email);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ email, password, uri, secret }), { mode: 0o600 });
  return secret;
}
