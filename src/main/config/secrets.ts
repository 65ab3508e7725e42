import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const shape = z.object({
  /** Binds the token in a form to its session; hex. */
  csrfKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Secrets of this system at the two simulated providers of DEMO. */
  vneidClientSecret: z.string().min(16),
  officerClientSecret: z.string().min(16),
  /** Shared with the simulated payment platform of DEMO. */
  paymentSecret: z.string().min(16),
  /** Who knows it may have certificates issued by the demo's authority. */
  authoritySecret: z.string().min(16),
  /** Shared with the simulated provider of remote signing of DEMO. */
  remoteSigningSecret: z.string().min(16),
  /** Locks the keys of officers and agencies that are kept in files. */
  keyPassphrase: z.string().min(16),
});
export type ProductSecrets = z.output<typeof shape>;

const fresh = () => randomBytes(32).toString('hex');

/** Made at the first start; later starts read them, so that sessions and forms outlive a restart. */
export function productSecrets(dataDir: string): ProductSecrets {
  const file = path.join(dataDir, 'secrets', 'product.json');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const made: ProductSecrets = {
      csrfKey: fresh(),
      vneidClientSecret: fresh(),
      officerClientSecret: fresh(),
      paymentSecret: fresh(),
      authoritySecret: fresh(),
      remoteSigningSecret: fresh(),
      keyPassphrase: fresh(),
    };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  // Made by an earlier version, which had no payments or no signatures.
  const lacking = (
    ['paymentSecret', 'authoritySecret', 'remoteSigningSecret', 'keyPassphrase'] as const
  ).filter((name) => kept[name] === undefined);
  if (kept['csrfKey'] !== undefined && lacking.length > 0) {
    for (const name of lacking) kept[name] = fresh();
    writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
  }
  const read = shape.safeParse(kept);
  if (!read.success)
    throw new Error(
      `The secrets in ${file} cannot be read. Put back its copy, or delete it: everybody must then sign in again.`,
    );
  return read.data;
}
