import { randomBytes } from 'node:crypto';
import { type Ctx, scopeOf } from '#platform/context';
import type { Transactor } from '#platform/db';
import { entryOf } from './entry.ts';
import { addLeaves, type Head, keepHead, type LoggedRow, lockHead, nextPage } from './queries/index.ts';
import { growTree } from './tree.ts';

/** Rows taken over in one transaction. */
export const most = 5000;
const saltBytes = 16;

/**
 * Makes leaves of what was committed since the last time, each row once, whatever the order of commits was. One worker at
 * a time; the others find the head locked and go.
 * @returns how many leaves were added.
 */
export function takeOver(ctx: Ctx): Promise<number> {
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const head = await transactor.find(lockHead, {});
    if (!head) return 0;
    const { seen, taking, at_place, at_xact, at_key } = head;
    const rows = await transactor.rows(nextPage, { seen, taking, at_place, at_xact, at_key, most });
    // Nothing new between the snapshots: nothing is written, so that a quiet night writes nothing.
    if (rows.length === 0 && head.fresh) return 0;
    await append(ctx, transactor, head.size, rows);
    await transactor.get(keepHead, next(head, rows));
    return rows.length;
  });
}

async function append(
  ctx: Ctx,
  transactor: Transactor,
  size: number,
  rows: readonly LoggedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const chance = randomBytes(saltBytes * rows.length);
  const salts = rows.map((_, n) => chance.subarray(n * saltBytes, (n + 1) * saltBytes));
  const entries = rows.map(({ source, digest }, n) => entryOf(source, salts[n] ?? chance, digest));
  await transactor.rows(addLeaves, {
    first: size,
    sources: rows.map(({ source }) => source),
    keys: rows.map(({ key }) => key),
    xacts: rows.map(({ xact }) => xact),
    salts,
    entries,
    at: new Date(ctx.clock.now()).toISOString(),
  });
  await growTree(transactor, size, entries);
}

/** A page that is not full was the last one between the two snapshots. */
function next(head: Head, rows: readonly LoggedRow[]) {
  const size = head.size + rows.length;
  const last = rows.at(-1);
  if (rows.length < most || !last)
    return { size, seen: head.taking, taking: null, at_place: 0, at_xact: '0', at_key: '' };
  const { seen, taking } = head;
  return { size, seen, taking, at_place: last.place, at_xact: last.xact, at_key: last.key };
}
