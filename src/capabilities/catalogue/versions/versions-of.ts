import type { z } from 'zod';
import { type Ctx, scopeOf } from '#platform/context';
import type { DraftContent } from '../drafts/content.ts';
import { designerOf } from '../drafts/draft.ts';
import type { DesignServices } from '../ports.ts';
import { contentOfRow } from './content-of-row.ts';
import { listVersions, wholeVersion } from './queries.ts';

export interface VersionInfo extends z.output<typeof listVersions.row> {
  readonly standing: 'waiting' | 'in-force' | 'replaced';
  /** Unfinished work that stays on this version. */
  readonly open: { readonly drafts: number; readonly dossiers: number };
}

/** All versions of a procedure, newest first, with the work that leans on each. */
export async function versionsOf(
  ctx: Ctx,
  services: Pick<DesignServices, 'openWork'>,
  code: string,
): Promise<readonly VersionInfo[]> {
  if (!designerOf(ctx)) return [];
  const [rows, work] = await Promise.all([
    ctx.db.read(scopeOf(ctx.actor), (reader) => reader.rows(listVersions, { code })),
    services.openWork(ctx, code),
  ]);
  return rows.map((row) => {
    const { drafts = 0, dossiers = 0 } = work.find(({ version }) => version === row.version) ?? {};
    const standing =
      row.waits_until !== null ? 'waiting' : row.replaced_at === null ? 'in-force' : 'replaced';
    return { ...row, standing, open: { drafts, dossiers } };
  });
}

/** What a published version consists of; undefined where it uses the generic form or was never published. */
export async function contentOfVersion(
  ctx: Ctx,
  code: string,
  version: number,
): Promise<DraftContent | undefined> {
  if (!designerOf(ctx)) return undefined;
  const row = await ctx.db.read(scopeOf(ctx.actor), (reader) => reader.find(wholeVersion, { code, version }));
  return row && contentOfRow(row);
}
