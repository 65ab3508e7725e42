import { z } from 'zod';
import { params, query } from '#platform/db';
import type { DeclaredContent } from '../content.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const id = z.object({ id: z.string() });
type Of = { person: string; declaration: string };

const declaration = z.object({
  id: z.string(),
  draft_id: z.string(),
  receiver_unit: z.string(),
  body_hash: z.string(),
  content: z.custom<DeclaredContent>(),
  version: z.number(),
  others: z.number(),
  made_at: z.number(),
});
const signer = z.object({
  id: z.string(),
  applicant: z.boolean(),
  name: z.string(),
  personal_number: z.string(),
  email: z.string(),
  asked_at: z.number(),
  until: z.number(),
  signed_at: z.number().nullable(),
  declined_at: z.number().nullable(),
  reason: z.string(),
  withdrawn_at: z.number().nullable(),
  certificate: z.string(),
  serial: z.string(),
});
export type SignerRow = z.output<typeof signer>;

export const newest = query({
  file: file('newest'),
  params: params<{ person: string; draft: string }>(),
  row: declaration,
});
export const byId = query({
  file: file('by-id'),
  params: params<{ id: string }>(),
  row: declaration.extend({ person_id: z.string(), signed: z.instanceof(Buffer), newest: z.boolean() }),
});
export const signers = query({ file: file('signers'), params: params<Of>(), row: signer });
export const insertDeclaration = query({
  file: file('insert-declaration'),
  params: params<{
    person: string;
    id: string;
    draft: string;
    receiver: string;
    hash: string;
    content: string;
    signed: Buffer;
    others: number;
    at: number;
  }>(),
  row: id,
});
export const insertSigner = query({
  file: file('insert-signer'),
  params: params<
    Of & {
      id: string;
      applicant: boolean;
      name: string;
      number: string;
      email: string;
      at: number;
      until: number;
    }
  >(),
  row: id,
});
export const withdrawSigner = query({
  file: file('withdraw-signer'),
  params: params<Of & { id: string; at: number }>(),
  row: id,
});
export const decline = query({
  file: file('decline'),
  params: params<{ id: string; reason: string; at: number }>(),
  row: z.object({ id: z.string(), declaration_id: z.string(), receiver_unit: z.string() }),
});
export const putConsent = query({
  file: file('put-consent'),
  params: params<
    Of & { state: string; by: string; signer: string; kept: string; until: number; now: number }
  >(),
  row: z.object({ state: z.string() }),
});
export const takeConsent = query({
  file: file('take-consent'),
  params: params<{ state: string; by: string }>(),
  row: z.object({
    person_id: z.string(),
    declaration_id: z.string(),
    signer_id: z.string(),
    kept: z.unknown(),
    until: z.number(),
  }),
});
export const keepSigned = query({
  file: file('keep-signed'),
  params: params<{ person: string; id: string; version: number; signed: Buffer }>(),
  row: z.object({ version: z.number() }),
});
export const markSigned = query({
  file: file('mark-signed'),
  params: params<Of & { id: string; at: number; certificate: string; serial: string }>(),
  row: id,
});
export const askedOfMe = query({
  file: file('asked-of-me'),
  params: params<Record<never, never>>(),
  row: z.object({
    id: z.string(),
    declaration: z.string(),
    name: z.string(),
    asked_at: z.number(),
    until: z.number(),
    signed_at: z.number().nullable(),
    declined_at: z.number().nullable(),
    content: z.custom<DeclaredContent>(),
    draft_id: z.string(),
    outdated: z.boolean(),
  }),
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
export const answer = query({
  file: file('answer'),
  params: params<{ declaration: string; signer: string }>(),
  row: z.object({
    name: z.string(),
    reason: z.string(),
    signed: z.boolean(),
    content: z.custom<DeclaredContent>(),
    draft_id: z.string(),
    person_id: z.string(),
  }),
});
export const invitation = query({
  file: file('invitation'),
  params: params<{ declaration: string; signer: string }>(),
  row: z.object({
    name: z.string(),
    email: z.string(),
    until: z.number(),
    content: z.custom<DeclaredContent>(),
  }),
});
