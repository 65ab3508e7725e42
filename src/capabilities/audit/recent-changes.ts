import { z } from 'zod';
import { allows } from '#kernel/actor';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { params, query } from '#platform/db';
import { permissions } from './permissions.ts';

const recent = query({
  file: new URL('./queries/recent-changes.sql', import.meta.url),
  params: params<{ rooms: readonly string[]; since: number; action: string | null; size: number }>(),
  row: z.object({
    id: z.string(),
    at: z.number(),
    actor_kind: z.string(),
    actor_id: z.string().nullable(),
    actor_unit: z.string().nullable(),
    action: z.string(),
    subject: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
});
export type Change = z.output<typeof recent.row>;

/** What an administrator answers for. Dossiers and look-ups of persons are journals of their own. */
const rooms = ['unit', 'officer', 'calendar', 'catalogue', 'outbox', 'mail'] as const;

/** Changes of units, people, calendars and procedures and retries of what was stuck, refused attempts among them, newest first. */
export async function recentChanges(
  ctx: Ctx,
  wish: {
    readonly since: Instant /** One action, with its refusals. */;
    readonly action?: string;
    readonly size?: number;
  },
): Promise<Outcome<readonly Change[]>> {
  const { actor } = ctx;
  if (actor.kind !== 'officer' || !allows(actor, permissions['audit.read-changes']))
    return refused({ code: 'not-allowed' });
  const { since, action = null, size = 200 } = wish;
  const rows = await ctx.db.read(
    { ...scopeOf(actor), kind: 'auditor', units: [], everywhere: false },
    (reader) => reader.rows(recent, { rooms, since, action, size }),
  );
  return done(rows);
}
