import type { Actor } from '#kernel/actor';
import type { Clock } from '#kernel/time';
import type { Database } from '#platform/db';
import type { Log } from '#platform/log';
import type { Session, Sessions } from '#platform/sessions';
import type { Asset } from './assets.ts';
import type { PageCtx, Problem, Reply, Route } from './route.ts';

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly assets: ReadonlyMap<string, Asset>;
  readonly db: Database;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly log: Log;
  /** Host names that may stand in the Host header; others are refused (poisoned links). */
  readonly hosts: readonly string[];
  readonly origin: string;
  /** Issuers that a form may end up at. */
  readonly formTargets: readonly string[];
  readonly actorOf: (session: Session | undefined) => Promise<Actor>;
  readonly problemPage: (ctx: PageCtx | undefined, which: Problem, requestId: string) => Reply;
  readonly observe: (route: string, method: string, status: number, ms: number) => void;
  readonly maxInFlight: number;
  /** An upload may be this large, in bytes. */
  readonly maxFileSize: number;
}
