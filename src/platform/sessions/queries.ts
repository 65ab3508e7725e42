import { z } from 'zod';
import { params, query, sharedQuery } from '#platform/db';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const ok = z.object({ ok: z.boolean() });
type Hash = { hash: Buffer };

export const findSession = sharedQuery({
  file: file('find'),
  each: params<{ /** In hexadecimal digits. */ hash: string; now: number }>(),
  row: z.object({
    n: z.number(),
    kind: z.enum(['visitor', 'citizen', 'officer']),
    subject: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    created_at: z.number(),
    seen_at: z.number(),
    idle_until: z.number(),
    ends_at: z.number(),
  }),
});

export const startSession = query({
  file: file('start'),
  params: params<
    Hash & {
      kind: string;
      subject: string | null;
      data: string;
      now: number;
      idle_until: number;
      ends_at: number;
      agent: string;
    }
  >(),
  row: ok,
});
export const touchSession = sharedQuery({
  file: file('touch'),
  each: params<{ /** In hexadecimal digits. */ hash: string; now: number; idle_until: number }>(),
  row: z.object({ n: z.number(), ok: z.boolean() }),
});
export const changeSession = query({
  file: file('change'),
  params: params<Hash & { data: string }>(),
  row: ok,
});
export const finishSession = query({ file: file('finish'), params: params<Hash>(), row: ok });
export const finishAllSessions = query({
  file: file('finish-all'),
  params: params<{ subjects: readonly string[] }>(),
  row: ok,
});
export const listSessions = query({
  file: file('list'),
  params: params<{ subject: string; now: number }>(),
  row: z.object({ id: z.string(), created_at: z.number(), seen_at: z.number(), agent: z.string() }),
});
