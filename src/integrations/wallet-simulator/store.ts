import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type HolderKey, makeHolderKey, readHolderKey } from '#platform/credentials';

const heldShape = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string(),
  issuer: z.string(),
  labels: z.record(z.string(), z.string()),
  takenAt: z.number(),
});
/** A credential as it was taken, with the issuer's words for it. */
export type Held = z.output<typeof heldShape>;
const fileShape = z.object({ secret: z.string(), held: z.array(heldShape) });

export interface Store {
  readonly holder: HolderKey;
  readonly held: () => readonly Held[];
  add(held: Held): void;
  remove(id: string): void;
}

/** `<dataDir>/wallet-simulator/vi.json`: the key, made at the first start, and what is held. */
export async function openStore(dataDir: string): Promise<Store> {
  const file = path.join(dataDir, 'wallet-simulator', 'vi.json');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const kept = existsSync(file) ? fileShape.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  const holder = kept ? await readHolderKey(kept.secret) : await makeHolderKey();
  let held: readonly Held[] = kept?.held ?? [];
  const keep = (next: readonly Held[]): void => {
    held = next;
    writeFileSync(`${file}.moi`, JSON.stringify({ secret: holder.secret, held }), { mode: 0o600 });
    renameSync(`${file}.moi`, file);
  };
  if (!kept) keep([]);
  return {
    holder,
    held: () => held,
    add: (one) => keep([one, ...held]),
    remove: (id) => keep(held.filter((one) => one.id !== id)),
  };
}
