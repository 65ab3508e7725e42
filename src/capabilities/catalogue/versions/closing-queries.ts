import { z } from 'zod';
import { params, query } from '#platform/db';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);

const request = z.object({
  code: z.string(),
  from_day: z.string(),
  replaced_by: z.string().nullable(),
  reason: z.string(),
  asked_by: z.string(),
  asked_at: z.number(),
});
export type ClosingRequest = z.output<typeof request>;

export const findRequest = query({
  file: file('find-closing-request'),
  params: params<{ code: string }>(),
  row: request,
});
export const listRequests = query({ file: file('list-closing-requests'), params: params(), row: request });
export const putRequest = query({
  file: file('put-closing-request'),
  params: params<{
    code: string;
    from_day: string;
    replaced_by: string | null;
    reason: string;
    by: string;
    at: string;
  }>(),
  row: z.object({ code: z.string() }),
});
export const dropRequest = query({
  file: file('drop-closing-request'),
  params: params<{ code: string }>(),
  row: z.object({ code: z.string() }),
});

const closing = z.object({ from_day: z.string(), replaced_by: z.string().nullable() });
export type StandingClosing = z.output<typeof closing>;
export const findClosing = query({
  file: file('find-closing'),
  params: params<{ code: string }>(),
  row: closing,
});
