import { dossierPermissions } from '#capabilities/dossiers';
import { holdersOfRoles, type Taken } from '#capabilities/identity';
import { officersWithKey } from '#capabilities/signing';
import type { Ctx } from '#platform/context';

/** Those of a file who shall sign results and have no certificate yet, once for each unit. */
export async function withoutKey(ctx: Ctx, { added, changed }: Taken) {
  const roles = dossierPermissions['dossiers.approve'].roles ?? [];
  const holders = await holdersOfRoles(ctx, [...added, ...changed], roles);
  const named = await officersWithKey(
    ctx,
    holders.map(({ id }) => id),
  );
  return holders.filter(({ id }) => !named.has(id));
}
