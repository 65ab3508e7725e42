import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
type Key = { home_unit: string; id: string };
const id = z.object({ id: z.string() });

const attachment = z.object({ sha256: z.string(), name: z.string(), size: z.number(), kind: z.string() });

export const messagesOf = query({
  file: file('messages'),
  params: params<Key>(),
  row: z.object({
    id: z.string(),
    at: z.number(),
    from_kind: z.enum(['citizen', 'officer']),
    author_name: z.string(),
    unit_id: z.string().nullable(),
    body: z.string(),
    files: z.array(attachment),
  }),
});
export const insertMessage = query({
  file: file('insert-message'),
  params: params<
    Key & {
      message: string;
      at: string;
      from_kind: string;
      author: string;
      author_name: string;
      unit: string | null;
      body: string;
      files: string;
    }
  >(),
  row: id,
});
export const notesOf = query({
  file: file('notes'),
  params: params<Key>(),
  row: z.object({
    id: z.string(),
    at: z.number(),
    officer_name: z.string(),
    unit_id: z.string(),
    body: z.string(),
  }),
});
export const insertNote = query({
  file: file('insert-note'),
  params: params<
    Key & { note: string; at: string; officer: string; officer_name: string; unit: string; body: string }
  >(),
  row: id,
});
export const readingsOf = query({
  file: file('readings'),
  params: params<Key>(),
  row: z.object({ at: z.number(), officer_name: z.string(), unit_name: z.string(), purpose: z.string() }),
});
export const insertReading = query({
  file: file('insert-reading'),
  params: params<
    Key & {
      reading: string;
      at: string;
      officer: string;
      officer_name: string;
      unit: string;
      unit_name: string;
      purpose: string;
      since: string;
    }
  >(),
  row: id,
});
export const othersPresent = query({
  file: file('presence'),
  params: params<Key & { officer: string; officer_name: string; now: string; since: string }>(),
  row: z.object({ officer_name: z.string() }),
});
export const saveFilter = query({
  file: file('save-filter'),
  params: params<{ officer: string; id: string; name: string; filter: string }>(),
  row: id,
});
export const deleteFilter = query({
  file: file('delete-filter'),
  params: params<{ officer: string; id: string }>(),
  row: id,
});
/** Leaves a fact for the reactions, in the transaction of what caused it. */
export const putEvent = query({
  file: file('put-event'),
  params: params<{
    home_unit: string;
    event: string;
    at: string;
    topic: string;
    subject: string;
    payload: string;
  }>(),
  row: z.object({ ok: z.boolean() }),
});
