import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { Certificate } from '#platform/certificates';
import { type Ctx, scopeOf } from '#platform/context';
import { judgeToSign, nameKey } from './choose.ts';
import { bearsNumber, type Holder } from './holder.ts';
import { placeOf, providerOf, remoteKey, type SigningParts } from './parts.ts';
import { newestCertificate } from './queries/index.ts';

/** Which key signs for a holder. */
export interface NamedKey {
  readonly store: 'file' | 'token' | 'remote';
  /** The provider, where one keeps it. */
  readonly provider: string | undefined;
  readonly serial: string;
  /** As the certificate has it. */
  readonly name: string;
  readonly until: Instant;
  readonly since: Instant;
}

/** What officers see of their own key, and how they say that a provider keeps it. */
export const openOwnKeys = (parts: SigningParts) => ({
  async named(ctx: Ctx, { kind, id }: Pick<Holder, 'kind' | 'id'>): Promise<NamedKey | undefined> {
    const row = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
      reader.find(newestCertificate, { kind, holder: id }),
    );
    if (!row) return undefined;
    const { store, key, serial, name, valid_to: until, added_at: since } = row;
    const provider =
      store === 'remote' ? (placeOf(parts, key)?.remote.provider ?? key.split('/', 1)[0]) : undefined;
    return { store, provider, serial, name, until, since };
  },

  /**
   * From now on the officer signs with the key that a provider keeps for them: the first that may sign now, and bears their personal
   * number. Refused: `remote-unknown`, `remote-none`, `remote-silent`, `remote-odd`, and as certificates are judged.
   */
  async useRemote(
    ctx: Ctx,
    holder: Extract<Holder, { kind: 'officer' }>,
    { provider, personalNumber }: { readonly provider: string; readonly personalNumber: string },
  ): Promise<Outcome<Certificate>> {
    const remote = providerOf(parts, provider);
    if (!remote) return refused({ code: 'remote-unknown' });
    const found = await remote.credentialsOf({ personalNumber, name: holder.name });
    if (!found.ok) return found;
    let why: Outcome<Certificate> = refused({ code: 'remote-none' });
    for (const credential of found.value.filter(({ consent }) => consent === 'holder')) {
      const judged = await judgeToSign(ctx, parts, holder, credential);
      if (!judged.ok) why = judged;
      // A namesake's key is somebody else's.
      else if (bearsNumber(judged.value, personalNumber)) {
        const where = { store: 'remote', key: remoteKey(provider, credential.id) } as const;
        const named = await nameKey(ctx, holder, where, credential.certificate);
        return named.ok ? done(judged.value) : named;
      }
    }
    return why;
  },
});
