import { z } from 'zod';
import type { AnswerInWords, Answers } from '#capabilities/forms';
import { params, query, sharedQuery } from '#platform/db';
import type { Act } from '../rules/acts.ts';
import type { DossierState } from '../rules/state.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
type Key = { home_unit: string; id: string };
const state = z.custom<DossierState>((value) => typeof value === 'object' && value !== null);
const stage = z.custom<DossierState['stage']>((value) => typeof value === 'string');

const actRow = z
  .object({
    seq: z.number(),
    kind: z.string(),
    at: z.number(),
    actor_kind: z.string(),
    actor_id: z.string().nullable(),
    actor_name: z.string(),
    actor_unit: z.string().nullable(),
    payload: z.unknown(),
  })
  .transform(
    (row) =>
      ({
        seq: row.seq,
        kind: row.kind,
        at: row.at,
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        actorName: row.actor_name,
        actorUnit: row.actor_unit,
        payload: row.payload,
      }) as Act,
  );
export const actsOf = query({ file: file('acts'), params: params<Key>(), row: actRow });

export const documentsOf = query({
  file: file('documents'),
  params: params<Key>(),
  row: z.object({
    id: z.string(),
    demand: z.string(),
    title: z.string(),
    sha256: z.string().nullable(),
    file_name: z.string().nullable(),
    size: z.number().nullable(),
    kind: z.string().nullable(),
    source: z.string(),
    originals: z.number(),
    copies: z.number(),
    seq: z.number(),
    added_at: z.number(),
    replaced_by: z.string().nullable(),
    checked: z.string().nullable(),
    note: z.string(),
  }),
});

export const formsOf = query({
  file: file('forms'),
  params: params<Key>(),
  row: z.object({
    seq: z.number(),
    answers: z.custom<Answers>(),
    words: z.custom<readonly AnswerInWords[]>(),
  }),
});

export const locateByCode = query({
  file: file('locate'),
  params: params<{ code: string }>(),
  row: z.object({ home_unit: z.string(), id: z.string() }),
});

/** Times inside come as ISO text, for the function answers in JSON. */
const time = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : Date.parse(text)));
export const trackByCode = sharedQuery({
  file: file('track'),
  each: params<{ code: string; secret: string }>(),
  row: z.object({
    n: z.number(),
    found: z.object({
      homeUnit: z.string(),
      id: z.string(),
      code: z.string(),
      procedureCode: z.string(),
      procedureVersion: z.number(),
      procedureName: z.string(),
      channel: z.enum(['online', 'direct', 'post']),
      ownerName: z.string(),
      holderUnit: z.string(),
      competentUnit: z.string(),
      helperUnit: z.string(),
      identityPending: z.boolean(),
      state,
      acts: z.array(
        z.object({
          seq: z.number(),
          kind: z.custom<Act['kind']>((value) => typeof value === 'string'),
          at: time,
          actorKind: z.string(),
          actorName: z.string(),
          actorUnit: z.string().nullable(),
          payload: z.unknown(),
        }),
      ),
      readings: z.object({ count: z.number(), last: time }),
    }),
  }),
});

export const dossiersOfPerson = query({
  file: file('my-dossiers'),
  params: params<{ person: string }>(),
  row: z.object({
    home_unit: z.string(),
    id: z.string(),
    code: z.string(),
    procedure_code: z.string(),
    procedure_name: z.string(),
    owner_name: z.string(),
    stage,
    status: z.number(),
    submitted_at: z.number(),
    due_date: z.string().nullable(),
    due_minute: z.number().nullable(),
    state,
  }),
});

/** Every dossier with its stored fold, a page at a time, for refolding. */
export const allDossiers = query({
  file: file('all-dossiers'),
  params: params<Key & { size: number }>(),
  row: z.object({
    home_unit: z.string(),
    id: z.string(),
    code: z.string(),
    state,
    seq: z.number(),
    stage,
    status: z.number(),
    money: z.string(),
    delivery: z.string(),
    clock: z.string(),
    holder_unit: z.string(),
    seen_by: z.array(z.string()),
    step: z.string().nullable(),
    due_date: z.string().nullable(),
    due_minute: z.number().nullable(),
    accepted_at: z.number().nullable(),
    step_due: z.number().nullable(),
    assignee: z.string().nullable(),
    finished_at: z.number().nullable(),
    returned_at: z.number().nullable(),
    identity_pending: z.boolean(),
    procedure_code: z.string(),
    procedure_version: z.number(),
  }),
});
