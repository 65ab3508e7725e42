import { z } from 'zod';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { actorId, type Ctx } from '#platform/context';
import { json, params, query, type Transactor } from '#platform/db';

/** One line of the journal. It names things by their identifiers and holds no names, numbers or contents of persons. */
export interface AuditEntry {
  /** Room and verb: `dossier.accept`, `officer.give-post`. */
  readonly action: string;
  /** What it was done to: a dossier code, `officer:<id>`, `unit:<id>`. */
  readonly subject: string;
  /** The unit the actor acted for; without it the only unit of the actor, if there is just one. */
  readonly unit?: UnitId;
  readonly homeUnit?: UnitId;
  readonly details?: Readonly<Record<string, unknown>>;
}

const recordEntry = query({
  file: new URL('./queries/record.sql', import.meta.url),
  params: params<{
    id: string;
    now: number;
    kind: string;
    actor: string | null;
    unit: string | null;
    action: string;
    subject: string;
    home_unit: string | null;
    details: string;
    request: string;
  }>(),
  row: z.object({ ok: z.boolean() }),
});

/** Writes the entry inside the transaction of the act itself: one never stands without the other. */
export async function record(
  transactor: Transactor,
  ctx: Pick<Ctx, 'clock' | 'actor' | 'requestId'>,
  entry: AuditEntry,
): Promise<void> {
  const now = ctx.clock.now();
  await transactor.get(recordEntry, {
    id: uuidv7(now),
    now,
    kind: ctx.actor.kind,
    actor: actorId(ctx.actor),
    unit: entry.unit ?? onlyUnitOf(ctx.actor),
    action: entry.action,
    subject: entry.subject,
    home_unit: entry.homeUnit ?? null,
    details: json(entry.details ?? {}),
    request: ctx.requestId,
  });
}

const recordEntries = query({
  file: new URL('./queries/record-all.sql', import.meta.url),
  params: params<{ now: number; kind: string; actor: string | null; request: string; rows: string }>(),
  row: z.object({ ok: z.boolean().nullable() }),
});

/** Many entries of one act in one statement, each a line of its own. */
export async function recordAll(
  transactor: Transactor,
  ctx: Pick<Ctx, 'clock' | 'actor' | 'requestId'>,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const now = ctx.clock.now();
  const rows = entries.map(({ action, subject, unit, homeUnit, details }) => ({
    id: uuidv7(now),
    action,
    subject,
    unit: unit ?? onlyUnitOf(ctx.actor),
    home_unit: homeUnit ?? null,
    details: details ?? {},
  }));
  await transactor.get(recordEntries, {
    now,
    kind: ctx.actor.kind,
    actor: actorId(ctx.actor),
    request: ctx.requestId,
    rows: json(rows),
  });
}

function onlyUnitOf(actor: Ctx['actor']): UnitId | null {
  if (actor.kind !== 'officer') return null;
  const units = new Set(actor.posts.map((post) => post.unit));
  const [first] = units;
  return units.size === 1 && first !== undefined ? first : null;
}
