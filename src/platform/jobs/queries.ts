import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
type Key = { home_unit: string; id: string };
type Now = { now: number };
const key = z.object({ home_unit: z.string(), id: z.string() });

export const waitingEvents = query({
  file: file('waiting-events'),
  params: params<Now & { size: number }>(),
  row: key,
});
export const takeEvent = query({
  file: file('take-event'),
  params: params<Key>(),
  row: key.extend({
    at: z.number(),
    topic: z.string(),
    subject: z.string(),
    payload: z.record(z.string(), z.unknown()),
    tries: z.number(),
  }),
});
export const markDone = query({
  file: file('mark-done'),
  params: params<Key & Now>(),
  row: z.object({ id: z.string() }),
});
export const markFailed = query({
  file: file('mark-failed'),
  params: params<Key & Now & { failure: string; most: number }>(),
  row: z.object({ tries: z.number(), parked: z.boolean() }),
});
export const stuckEvents = query({
  file: file('needs-attention'),
  params: params<Now & { size: number }>(),
  row: key.extend({
    at: z.number(),
    topic: z.string(),
    tries: z.number(),
    failure: z.string(),
    attention_at: z.number(),
  }),
});
export const tryAgain = query({
  file: file('try-again'),
  params: params<Key & Now & { audit: string; request: string }>(),
  row: z.object({ found: z.boolean() }),
});
export const backlog = query({
  file: file('backlog'),
  params: params<Now>(),
  row: z.object({ waiting: z.number(), stuck: z.number(), oldest: z.number() }),
});
export const purgeSessions = query({
  file: file('purge-sessions'),
  params: params<Now & { size: number }>(),
  row: z.object({ gone: z.boolean() }),
});
