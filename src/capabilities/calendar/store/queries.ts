import { z } from 'zod';
import { params, query } from '#platform/db';
import { editionContent } from './content.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const edition = z.object({
  id: z.number(),
  content: editionContent,
  note: z.string(),
  made_at: z.number(),
});

export const findCurrent = query({
  file: file('current-edition'),
  params: params<Record<never, never>>(),
  row: edition,
});
export const findEdition = query({ file: file('edition'), params: params<{ id: number }>(), row: edition });
export const listEditions = query({
  file: file('editions'),
  params: params<Record<never, never>>(),
  row: z.object({ id: z.number(), note: z.string(), made_by: z.string().nullable(), made_at: z.number() }),
});
export const addEdition = query({
  file: file('add-edition'),
  params: params<{ id: number; content: string; note: string; made_by: string | null; now: number }>(),
  row: z.object({ id: z.number() }),
});
export const recordAudit = query({
  file: file('record-audit'),
  params: params<{
    id: string;
    now: number;
    kind: string;
    actor: string | null;
    unit: string | null;
    action: string;
    subject: string;
    details: string;
    request: string;
  }>(),
  row: z.object({ ok: z.boolean() }),
});
