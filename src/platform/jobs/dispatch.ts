import type { Clock } from '#kernel/time';
import { type Database, DatabaseUnavailable, systemScope } from '#platform/db';
import { describeError, type Log } from '#platform/log';
import { enlist } from './enlist.ts';
import { markDone, markFailed, takeEvent, waitingEvents } from './queries.ts';
import type { CtxFor, OutboxEvent, Reaction, Watching } from './types.ts';

/** After so many failed tries an event is left to a human. */
export const mostTries = 8;
const batch = 100;

export interface Dispatching {
  readonly db: Database;
  readonly ctxFor: CtxFor;
  readonly reactions: readonly Reaction[];
  readonly clock: Clock;
  readonly log: Log;
  /** Events of different subjects handled side by side. Each holds one connection, and commands may ask for one more. */
  readonly lanes?: number;
  readonly watching?: Watching;
}

const concerns = ({ topics }: Reaction, topic: string): boolean =>
  typeof topics === 'function' ? topics(topic) : topics.includes(topic);

type Key = { home_unit: string; id: string };

/** Takes one batch of waiting events, the oldest first. @returns how many were finished, and how many failed. */
export async function dispatchOnce(dispatching: Dispatching): Promise<{ done: number; failed: number }> {
  const { db, clock, lanes = 2 } = dispatching;
  const heads = await db.read(systemScope, (reader) =>
    reader.rows(waitingEvents, { now: clock.now(), size: batch }),
  );
  const counts = { done: 0, failed: 0 };
  const queue = heads.values();
  const lane = async () => {
    for (const key of queue) {
      const outcome = await handle(dispatching, key);
      if (outcome !== 'taken') counts[outcome]++;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return counts;
}

/** Until nothing more is due: for the seed and for tests. */
export async function drainOutbox(dispatching: Dispatching): Promise<number> {
  let all = 0;
  for (;;) {
    const { done, failed } = await dispatchOnce(dispatching);
    all += done;
    if (done === 0 && failed === 0) return all;
  }
}

async function handle(dispatching: Dispatching, key: Key): Promise<'done' | 'failed' | 'taken'> {
  const running = { reaction: '', topic: '' };
  try {
    const outcome = await inOneTransaction(dispatching, key, running);
    if (outcome === 'done') dispatching.watching?.event(running.topic, 'done');
    return outcome;
  } catch (error) {
    // The database's absence is not the event's fault: no try is counted, the loop comes back.
    if (error instanceof DatabaseUnavailable) throw error;
    const parked = await leaveFailure(dispatching, key, running.reaction, error);
    dispatching.watching?.event(running.topic, parked ? 'stuck' : 'again');
    return 'failed';
  }
}

/** All reactions and the mark "done" stand or fall together: exactly once for everything in the database. */
function inOneTransaction(
  { db, ctxFor, reactions, clock }: Dispatching,
  key: Key,
  running: { reaction: string; topic: string },
): Promise<'done' | 'taken'> {
  return db.transact(systemScope, async (transactor) => {
    const row = await transactor.find(takeEvent, key);
    if (!row) return 'taken'; // another worker has it, or has finished it
    const event: OutboxEvent = {
      homeUnit: row.home_unit,
      id: row.id,
      at: row.at,
      topic: row.topic,
      subject: row.subject,
      payload: row.payload,
    };
    running.topic = event.topic;
    for (const reaction of reactions) {
      if (!concerns(reaction, event.topic)) continue;
      running.reaction = reaction.name;
      const ctx = { ...ctxFor(reaction.name), db: enlist(db, transactor) };
      await reaction.react(event, { ctx, transactor });
    }
    await transactor.get(markDone, { ...key, now: clock.now() });
    return 'done';
  });
}

async function leaveFailure(
  { db, clock, log }: Dispatching,
  key: Key,
  reaction: string,
  error: unknown,
): Promise<boolean> {
  const { type, code, message } = describeError(error);
  const failure = [reaction, type, code, String(message).slice(0, 300)].filter(Boolean).join(' · ');
  const left = await db.transact(systemScope, (transactor) =>
    transactor.find(markFailed, { ...key, now: clock.now(), failure, most: mostTries }),
  );
  const fields = { event: key.id, reaction, tries: left?.tries, error };
  if (left?.parked) log.error(fields, 'an event needs attention');
  else log.warn(fields, 'an event failed and is tried again');
  return left?.parked ?? false;
}
