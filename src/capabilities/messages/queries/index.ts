import { z } from 'zod';
import type { LocalText } from '#kernel/text';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const id = z.object({ id: z.string() });
const localText: z.ZodType<LocalText> = z.custom<LocalText>(
  (value) => typeof value === 'object' && value !== null && 'vi' in value,
);

export const insertNotice = query({
  file: file('insert-notice'),
  params: params<{
    person: string;
    id: string;
    at: number;
    kind: string;
    title: string;
    body: string;
    home_unit: string;
    dossier: string;
    code: string;
    paper: string | null;
    source: string;
  }>(),
  row: id,
});
export const insertDelivery = query({
  file: file('insert-delivery'),
  params: params<{
    id: string;
    person: string | null;
    address: string;
    subject: string;
    body: string;
    kind: string;
    code: string;
    now: number;
    source: string;
  }>(),
  row: id,
});
export const notices = query({
  file: file('notices'),
  params: params<{ person: string; size: number; from: number }>(),
  row: z.object({
    id: z.string(),
    at: z.number(),
    kind: z.string(),
    title: localText,
    body: localText,
    home_unit: z.string().nullable(),
    dossier_id: z.string().nullable(),
    dossier_code: z.string().nullable(),
    paper: z.string().nullable(),
    read_at: z.number().nullable(),
  }),
});
export const unread = query({
  file: file('unread'),
  params: params<{ person: string }>(),
  row: z.object({ unread: z.number() }),
});
export const markNoticesRead = query({
  file: file('mark-read'),
  params: params<{ person: string; ids: readonly string[] | null; now: number }>(),
  row: id,
});
export const leaseDelivery = query({
  file: file('lease-delivery'),
  params: params<{ now: number }>(),
  row: z.object({
    id: z.string(),
    address: z.string(),
    subject: z.string(),
    body: z.string(),
    created_at: z.number(),
    tries: z.number(),
  }),
});
export const deliverySent = query({
  file: file('delivery-sent'),
  params: params<{ id: string; now: number }>(),
  row: id,
});
export const deliveryFailed = query({
  file: file('delivery-failed'),
  params: params<{ id: string; now: number; failure: string; final: boolean; most: number }>(),
  row: z.object({ state: z.string() }),
});
export const notSent = query({
  file: file('not-sent'),
  params: params<{ size: number; now: number }>(),
  row: z.object({
    id: z.string(),
    created_at: z.number(),
    kind: z.string(),
    dossier_code: z.string().nullable(),
    tries: z.number(),
    failure: z.string(),
  }),
});
export const sendOnceMore = query({
  file: file('send-again'),
  params: params<{ id: string; now: number; audit: string; request: string }>(),
  row: z.object({ found: z.boolean() }),
});
export const mailBacklog = query({
  file: file('mail-backlog'),
  params: params<Record<never, never>>(),
  row: z.object({ waiting: z.number(), failed: z.number() }),
});
