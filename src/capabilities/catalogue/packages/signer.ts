import { record } from '#capabilities/audit';
import { done, type Outcome, refused } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import type { Ctx } from '#platform/context';
import { json, type Reader, systemScope } from '#platform/db';
import { keyId, type PackageKey, type PublicKey } from './key.ts';
import * as sql from './queries.ts';

/** What this instance thinks of who signed a package: made here, by somebody it was told to trust, or by anybody. */
export interface Signer {
  readonly standing: 'own' | 'known' | 'unknown';
  readonly id: string;
  /** As an administrator named a known one. */
  readonly name?: string;
}

export async function signerHere(reader: Reader, own: PackageKey, id: string): Promise<Signer> {
  if (id === own.id) return { standing: 'own', id };
  const known = await reader.find(sql.findKnownKey, { id });
  return known ? { standing: 'known', id, name: known.name } : { standing: 'unknown', id };
}

/** Packages of this key are taken from now on. Only at the machine itself: who may say this may publish anything. */
export async function trustKey(ctx: Ctx, publicKey: PublicKey, name: string): Promise<Outcome<string>> {
  if (ctx.actor.kind !== 'system') return refused({ code: 'not-yours' });
  const said = cleanText(name).slice(0, 200);
  if (said === '') return refused({ code: 'name-missing', field: 'name' });
  const id = keyId(publicKey);
  return ctx.db.transact(systemScope, async (transactor) => {
    await transactor.get(sql.putKnownKey, {
      id,
      public_key: json(publicKey),
      name: said,
      at: new Date(ctx.clock.now()).toISOString(),
    });
    await record(transactor, ctx, {
      action: 'catalogue.trust-key',
      subject: `key:${id}`,
      details: { name: said },
    });
    return done(id);
  });
}
