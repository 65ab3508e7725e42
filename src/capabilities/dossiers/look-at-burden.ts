import { z } from 'zod';
import { type BurdenMeasure, type Counted, cataloguePermissions } from '#capabilities/catalogue';
import type { ProcedureDefinition } from '#capabilities/forms';
import { allows } from '#kernel/actor';
import type { Ctx } from '#platform/context';
import { json, params, query } from '#platform/db';
import { draftKeptFor } from './commands/drafts.ts';

const file = (name: string) => new URL(`./queries/${name}.sql`, import.meta.url);
const dossiersOfYear = query({
  file: file('burden'),
  params: params<{ code: string; since: string; recent: string }>(),
  row: z.object({
    version: z.number(),
    dossiers: z.number(),
    online_recent: z.number(),
    recent: z.number(),
    questions: z.number(),
    documents: z.number(),
    supplements: z.number(),
    supplemented: z.number(),
  }),
});
const leftDrafts = query({
  file: file('left-drafts'),
  params: params<{ code: string; version: number; pages: string; idle: string; now: string }>(),
  row: z.object({ page: z.number(), drafts: z.number() }),
});

const filed = query({
  file: file('filed'),
  params: params<{ since: string }>(),
  row: z.object({ code: z.string(), dossiers: z.number(), online: z.number() }),
});

const year = 365 * 86_400_000;
/** Whoever has not come back for a week is counted as gone. */
const idleFor = 7 * 86_400_000;

/**
 * What dossiers of all units asked of people within a year, and where unfinished drafts were left, as sums: no answer and no
 * name leaves the database. Drafts are counted for the version of `definition`, for its pages.
 */
export async function burdenOf(
  ctx: Ctx,
  definition: ProcedureDefinition,
): Promise<BurdenMeasure | undefined> {
  if (!allows(ctx.actor, cataloguePermissions['catalogue.design'])) return undefined;
  const now = ctx.clock.now();
  const iso = (at: number) => new Date(at).toISOString();
  const { code, version, form } = definition;
  const pages = form.pages.map(({ id, questions }) => ({ id, questions: questions.map((each) => each.id) }));
  const [rows, left] = await Promise.all([
    ctx.db.direct.rows(dossiersOfYear, { code, since: iso(now - year), recent: iso(now - draftKeptFor) }),
    ctx.db.direct.rows(leftDrafts, {
      code,
      version,
      pages: json(pages),
      idle: iso(now - idleFor),
      now: iso(now),
    }),
  ]);
  type Sum = Exclude<keyof (typeof rows)[number], 'version'>;
  const sum = (key: Sum): number => rows.reduce((total, row) => total + row[key], 0);
  const recent = sum('recent');
  return {
    dossiers: sum('dossiers'),
    onlineRecent: sum('online_recent'),
    onlineShare: recent === 0 ? 0 : Math.round((sum('online_recent') * 100) / recent),
    questions: sum('questions'),
    documents: sum('documents'),
    supplements: sum('supplements'),
    supplemented: sum('supplemented'),
    left: form.pages.map(({ id, title }, at) => ({
      page: id,
      title: title.vi,
      drafts: left.find(({ page }) => page === at)?.drafts ?? 0,
    })),
    leftAtStart: left.find(({ page }) => page === -1)?.drafts ?? 0,
  };
}

/** How often each procedure was filed within a year, over all units: one reading for many first sheets. */
export async function filedOfYear(ctx: Ctx): Promise<ReadonlyMap<string, Counted>> {
  if (!allows(ctx.actor, cataloguePermissions['catalogue.design'])) return new Map();
  const since = new Date(ctx.clock.now() - year).toISOString();
  const rows = await ctx.db.direct.rows(filed, { since });
  return new Map(
    rows.map(({ code, dossiers, online }) => [
      code,
      { dossiers, onlineShare: Math.round((online * 100) / dossiers) },
    ]),
  );
}
