import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const id = z.object({ id: z.string() });
type Of = { home_unit: string; dossier: string };

/** Whether a paper may still be relied on. */
const state = z.enum(['valid', 'replaced', 'revoked', 'expired']);
const outcome = z.enum(['granted', 'refused']);

export const insertResult = query({
  file: file('insert-result'),
  params: params<
    Of & {
      id: string;
      number: string;
      kind: string;
      title: string;
      outcome: string;
      issuer: string;
      issuer_name: string;
      signer_name: string;
      at: number;
      content: string;
    }
  >(),
  row: id,
});
export const results = query({
  file: file('results'),
  params: params<Of>(),
  row: z.object({
    id: z.string(),
    number: z.string(),
    kind: z.string(),
    title: z.string(),
    outcome,
    issuer_unit: z.string(),
    issuer_name: z.string(),
    signer_name: z.string(),
    issued_at: z.number(),
    content: z.record(z.string(), z.string()),
    state,
  }),
});
export const shelve = query({
  file: file('place-on-shelf'),
  params: params<Of & { person: string; code: string; now: number }>(),
  row: id,
});
export const shelf = query({
  file: file('shelf'),
  params: params<{ person: string }>(),
  row: z.object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    number: z.string(),
    issuer_name: z.string(),
    issued_at: z.number(),
    home_unit: z.string(),
    dossier_id: z.string(),
    dossier_code: z.string(),
    state,
    placed_at: z.number(),
  }),
});
