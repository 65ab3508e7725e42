import { z } from 'zod';
import { params, query } from '#platform/db';
import { signatures } from '../signatures.ts';

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
      owner_name: string;
      valid_until: string | null;
      token: string;
    }
  >(),
  row: id,
});
export const insertFile = query({
  file: file('insert-file'),
  params: params<Of & { id: string; sha256: string; octets: number; signatures: string; at: number }>(),
  row: id,
});
export const insertEvent = query({
  file: file('insert-event'),
  params: params<
    Of & {
      id: string;
      kind: string;
      ground: string;
      replaced_by: string | null;
      at: number;
      actor: string;
      actor_name: string;
      actor_unit: string;
    }
  >(),
  row: z.object({ seq: z.number() }),
});
export const putEvent = query({
  file: file('put-event'),
  params: params<{
    home_unit: string;
    event: string;
    now: number;
    topic: string;
    subject: string;
    payload: string;
  }>(),
  row: z.object({ ok: z.boolean() }),
});
export const resultByNumber = query({
  file: file('result-by-number'),
  params: params<{ issuer: string; number: string; than: string }>(),
  row: z.object({ id: z.string(), number: z.string(), token: z.string() }),
});
export const results = query({
  file: file('results'),
  params: params<Of & { today: string }>(),
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
    token: z.string(),
    valid_until: z.string().nullable(),
    state,
    ground: z.string().nullable(),
    state_at: z.number().nullable(),
    state_by: z.string().nullable(),
    sha256: z.string().nullable(),
    octets: z.number().nullable(),
    signatures: signatures.nullable(),
  }),
});
export const lookUp = query({
  file: file('look-up'),
  params: params<{ token: string; number: string; sha256: string; today: string }>(),
  row: z.object({
    token: z.string(),
    number: z.string(),
    kind: z.string(),
    title: z.string(),
    outcome,
    issuer_name: z.string(),
    signer_name: z.string(),
    owner_masked: z.string().nullable(),
    issued_at: z.number(),
    valid_until: z.string().nullable(),
    state,
    state_at: z.number().nullable(),
    ground: z.string().nullable(),
    newer_token: z.string().nullable(),
    newer_number: z.string().nullable(),
    sha256: z.string().nullable(),
    octets: z.number().nullable(),
    signatures: signatures.nullable(),
  }),
});
export const linesOf = query({
  file: file('lines-of'),
  params: params<{ token: string }>(),
  row: z.object({ label: z.string() }),
});
export const lineAgrees = query({
  file: file('line-agrees'),
  params: params<{ token: string; label: string; words: string }>(),
  row: z.object({ agrees: z.boolean().nullable() }),
});
export const fileInLog = query({
  file: file('file-in-log'),
  params: params<{ sha256: string }>(),
  row: z.object({ key: z.string(), content: z.string() }),
});
export const shelve = query({
  file: file('place-on-shelf'),
  params: params<Of & { person: string; code: string; now: number }>(),
  row: id,
});
export const shelf = query({
  file: file('shelf'),
  params: params<{ person: string; today: string }>(),
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
    ground: z.string().nullable(),
    token: z.string().nullable(),
    valid_until: z.string().nullable(),
    placed_at: z.number(),
  }),
});
