import { record } from '#capabilities/audit';
import { allows } from '#kernel/actor';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Ctx, scopeOf } from '#platform/context';
import { cataloguePermissions } from '../permissions.ts';
import type { DesignServices } from '../ports.ts';
import { contentOfRow } from '../versions/content-of-row.ts';
import { inForce, keepPackage, wholeVersion } from '../versions/queries.ts';
import { packProcedure } from './pack.ts';

export interface ExportedProcedure {
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** The package of a version, the one in force when silent: the bytes it was published with, or made now and kept. */
export async function exportProcedure(
  ctx: Ctx,
  services: Pick<DesignServices, 'key'>,
  asked: { readonly code: string; readonly version?: number },
): Promise<Outcome<ExportedProcedure>> {
  if (!allows(ctx.actor, cataloguePermissions['catalogue.design'])) return refused({ code: 'not-yours' });
  const { code } = asked;
  return ctx.db.transact<Outcome<ExportedProcedure>>(scopeOf(ctx.actor), async (transactor) => {
    const version = asked.version ?? (await transactor.find(inForce, { code }))?.version;
    const row = version === undefined ? undefined : await transactor.find(wholeVersion, { code, version });
    if (!row) return refused({ code: version === undefined ? 'procedure-unknown' : 'version-unknown' });
    await record(transactor, ctx, {
      action: 'catalogue.export',
      subject: `procedure:${code}`,
      details: { version: row.version },
    });
    if (row.package) return done({ version: row.version, bytes: row.package });
    const content = contentOfRow(row);
    if (!content) return refused({ code: 'no-own-form' });
    // What the first seed planted may bear another number than its row.
    const definition = { ...content.definition, code, version: row.version };
    const bytes = packProcedure({ ...content, definition }, services.key);
    await transactor.get(keepPackage, { code, version: row.version, package: bytes });
    return done({ version: row.version, bytes });
  });
}
