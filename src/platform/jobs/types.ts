import type { Instant } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Transactor } from '#platform/db';

/** A fact that concerns others, as its command left it. */
export interface OutboxEvent {
  readonly homeUnit: string;
  readonly id: string;
  readonly at: Instant;
  /** Room and fact: `dossier.accepted`. */
  readonly topic: string;
  /** Identifier of what it is about; events of one subject are taken in order. */
  readonly subject: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Reacting {
  /** Acts as the system; its database is the event's own transaction, so commands called with it enlist in it. */
  readonly ctx: Ctx;
  readonly transactor: Transactor;
}

/** "When X, then Y". May be delivered again after a crash elsewhere, so it must bear being repeated. */
export interface Reaction {
  readonly name: string;
  readonly topics: readonly string[] | ((topic: string) => boolean);
  react(event: OutboxEvent, reacting: Reacting): Promise<void>;
}

/** Work that something wakes; what is due it finds out itself, by comparing rows with the clock. */
export interface Job {
  readonly name: string;
  /** A line of cron (minutes, UTC), or a pause between two looks for what cannot wait a minute. */
  readonly wake: { readonly cron: string } | { readonly everyMs: number };
  /** @returns how many things were done. */
  run(ctx: Ctx): Promise<number>;
}

/** Told what became of each event and each job, for the figures of the process. */
export interface Watching {
  /** `again`: it failed and is tried again; `stuck`: it is left to a human. Told after the transaction. */
  event(topic: string, outcome: 'done' | 'again' | 'stuck'): void;
  job(name: string, outcome: 'done' | 'again', ms: number): void;
}

export type CtxFor = (name: string) => Ctx;
