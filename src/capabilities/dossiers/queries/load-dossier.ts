import { z } from 'zod';
import type { Answers } from '#capabilities/forms';
import { params, query } from '#platform/db';
import type { DossierState } from '../rules/state.ts';

export interface DossierRef {
  readonly homeUnit: string;
  readonly id: string;
}

/** `state` was written by the fold itself, so it is taken as it stands. */
const row = z.object({
  home_unit: z.string(),
  id: z.string(),
  code: z.string(),
  secret: z.string(),
  procedure_code: z.string(),
  procedure_version: z.number(),
  procedure_name: z.string(),
  channel: z.enum(['online', 'direct', 'post']),
  person_id: z.string().nullable(),
  identity_pending: z.boolean(),
  applicant: z.record(z.string(), z.unknown()),
  owner_name: z.string(),
  helper_unit: z.string(),
  state: z.custom<DossierState>((value) => typeof value === 'object' && value !== null),
  seq: z.number(),
  draft_id: z.string().nullable(),
  answers: z.custom<Answers>((value) => typeof value === 'object').nullable(),
});
export type LoadedDossier = z.output<typeof row>;

type Key = { home_unit: string; id: string };
/** For looking. */
export const loadDossier = query({
  file: new URL('./load-dossier.sql', import.meta.url),
  params: params<Key>(),
  row,
});
/** For acting: the row stays locked until the transaction ends. */
export const lockDossier = query({
  file: new URL('./lock-dossier.sql', import.meta.url),
  params: params<Key>(),
  row,
});

export const appendActs = query({
  file: new URL('./append-acts.sql', import.meta.url),
  params: params<Key & { seq: number; change: string }>(),
  row: z.object({ written: z.boolean() }),
});
