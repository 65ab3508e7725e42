import { z } from 'zod';
import type { Answers, PostedFields } from '#capabilities/forms';
import { params, query, sharedQuery } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);

/** How the result comes back, chosen with the receiving centre. */
export interface DeliveryWish {
  readonly way?: 'counter' | 'post' | 'electronic';
  readonly address?: string;
}
/** What is known beside the answers, told by the person before the form. */
export interface DraftFacts {
  readonly representing?: 'self' | 'other' | 'business';
  readonly represented?: { readonly name: string; readonly number?: string; readonly relation?: string };
  readonly case?: string;
  readonly eligibility?: Readonly<Record<string, string>>;
  readonly contact?: { readonly phone?: string; readonly email?: string };
  /** Taken over to another version by a decision (moving/), and why. */
  readonly moved?: { readonly to: number; readonly reason: string };
}

export const draftRow = z.object({
  n: z.number(),
  person_id: z.string(),
  id: z.string(),
  procedure_code: z.string(),
  procedure_version: z.number(),
  channel: z.enum(['online', 'direct', 'post']),
  facts: z.custom<DraftFacts>(),
  answers: z.custom<Answers>(),
  typed: z.custom<Record<string, PostedFields>>(),
  receiver_unit: z.string().nullable(),
  delivery: z.custom<DeliveryWish>(),
  revision: z.number(),
  updated_at: z.number(),
  expires_at: z.number(),
  home_unit: z.string().nullable(),
  dossier_id: z.string().nullable(),
  dossier_code: z.string().nullable(),
  body_hash: z.string().nullable(),
  altered: z.array(z.unknown()).nullable(),
  files: z.array(
    z.object({
      id: z.string(),
      demand: z.string(),
      sha256: z.string(),
      name: z.string(),
      size: z.number(),
      kind: z.string(),
    }),
  ),
});
export type Draft = Omit<z.output<typeof draftRow>, 'n'>;
type Key = { person: string; id: string };

export const findDraft = sharedQuery({ file: file('find-draft'), each: params<Key>(), row: draftRow });
export const listDrafts = query({
  file: file('list-drafts'),
  params: params<{ person: string }>(),
  row: z.object({
    id: z.string(),
    procedure_code: z.string(),
    procedure_version: z.number(),
    updated_at: z.number(),
    expires_at: z.number(),
  }),
});
const revision = z.object({ revision: z.number() });
export const insertDraft = query({
  file: file('insert-draft'),
  params: params<
    Key & {
      code: string;
      version: number;
      channel: string;
      facts: string;
      answers: string;
      now: string;
      expires: string;
    }
  >(),
  row: revision,
});
export const saveDraft = query({
  file: file('save-draft'),
  params: params<
    Key & {
      clear: readonly string[];
      set: string;
      typed: string;
      facts: string;
      receiver: string | null;
      delivery: string;
      unless_sent: string | null;
      now: string;
      expires: string;
    }
  >(),
  row: revision,
});
/** A draft that was submitted already keeps what is typed later beside what was submitted. */
export const keepAltered = query({
  file: file('keep-altered'),
  params: params<Key & { body: string }>(),
  row: z.object({ id: z.string() }),
});
export const deleteDraft = query({
  file: file('delete-draft'),
  params: params<Key>(),
  row: z.object({ id: z.string() }),
});
export const insertDraftFile = query({
  file: file('insert-draft-file'),
  params: params<
    Key & {
      file_id: string;
      demand: string;
      sha256: string;
      name: string;
      size: number;
      kind: string;
      now: string;
    }
  >(),
  row: revision,
});
export const deleteDraftFile = query({
  file: file('delete-draft-file'),
  params: params<Key & { file_id: string; now: string }>(),
  row: revision,
});
export const adoptDrafts = query({
  file: file('adopt-drafts'),
  params: params<{ guest: string; person: string }>(),
  row: z.object({ id: z.string() }),
});
