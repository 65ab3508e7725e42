import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const ref = z.object({ id: z.string() });
const code = z.object({ code: z.string() });

/** What a decision does to a procedure. */
export const announcedWhat = ['announce', 'amend', 'abolish'] as const;
const item = z.object({
  code: z.string(),
  what: z.enum(announcedWhat),
  /** The version that carries it out, where it was published here. */
  version: z.number().nullable(),
});
export type AnnouncedItem = z.output<typeof item>;

const announcement = z.object({
  id: z.string(),
  number: z.string(),
  issuer: z.string(),
  about: z.string(),
  decided_on: z.string(),
  effective_on: z.string(),
  /** The day on which it was made public. */
  published_on: z.string().nullable(),
  /** The legal document behind it, and the first day of that. */
  law: z.string(),
  law_effective_on: z.string().nullable(),
  file_sha256: z.string().nullable(),
  file_name: z.string(),
  revision: z.number(),
  entered_at: z.number(),
  items: z.array(item),
});
export type Announcement = z.output<typeof announcement>;

export const listAnnouncements = query({
  file: file('list'),
  params: params<{ from: string; before: string; most: number }>(),
  row: announcement,
});
export const findAnnouncement = query({
  file: file('find'),
  params: params<{ id: string }>(),
  row: announcement,
});
export const announcementsOfCode = query({
  file: file('of-code'),
  params: params<{ code: string }>(),
  row: announcement,
});
export const lockAnnouncement = query({
  file: file('lock'),
  params: params<{ id: string }>(),
  row: z.object({ revision: z.number() }),
});
export const sameAnnouncement = query({
  file: file('same'),
  params: params<{ number: string; issuer: string; decided_on: string }>(),
  row: ref,
});

interface Columns {
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  readonly about: string;
  readonly decided_on: string;
  readonly effective_on: string;
  readonly published_on: string | null;
  readonly law: string;
  readonly law_effective_on: string | null;
  readonly file_sha256: string | null;
}
export const insertAnnouncement = query({
  file: file('insert'),
  params: params<Columns & { file_name: string; by: string | null; at: string }>(),
  row: ref,
});
export const updateAnnouncement = query({
  file: file('update'),
  params: params<Columns & { file_name: string | null }>(),
  row: ref,
});
export const clearItems = query({ file: file('clear-items'), params: params<{ id: string }>(), row: code });
export const putItems = query({
  file: file('put-items'),
  params: params<{ id: string; rows: string }>(),
  row: code,
});
