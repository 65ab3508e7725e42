/** Background work: the dispatcher of the outbox, jobs that something wakes, and what needs a human. */
export {
  attentionPermissions,
  listStuckEvents,
  retryStuckEvent,
  type StuckEvent,
} from './attention.ts';
export { outboxBacklog } from './backlog.ts';
export { drainOutbox } from './dispatch.ts';
export { migrateJobs } from './engine.ts';
export { purgeSessionsJob } from './purge-sessions.ts';
export type { CtxFor, Job, OutboxEvent, Reacting, Reaction, Watching } from './types.ts';
export { startWorker } from './worker.ts';
