import { z } from 'zod';
import { params, query } from '#platform/db';
import { dutyKinds, dutyStates } from './duty.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);

const duty = z.object({
  id: z.string(),
  kind: z.enum(dutyKinds),
  name: z.string(),
  ground: z.string(),
  field: z.string(),
  who: z.string(),
  recipient: z.string(),
  frequency: z.string(),
  form: z.string(),
  procedures: z.array(z.string()),
  state: z.enum(dutyStates),
  decision: z.string(),
  cut_from: z.string().nullable(),
  note: z.string(),
  source: z.string(),
  revision: z.number(),
  changed_by: z.string().nullable(),
  changed_at: z.number(),
});
export type Duty = z.output<typeof duty>;

export const listDuties = query({
  file: file('list'),
  params: params<{ kind: string | null; procedure: string | null; state: string | null; size: number }>(),
  row: duty,
});
export const countDuties = query({
  file: file('count'),
  params: params(),
  row: z.object({ kind: z.enum(dutyKinds), state: z.enum(dutyStates), duties: z.number() }),
});
export const findDuty = query({ file: file('find'), params: params<{ id: string }>(), row: duty });
export const lockDuty = query({ file: file('lock'), params: params<{ id: string }>(), row: duty });
export const insertDuty = query({
  file: file('insert'),
  params: params<DutyRow & { id: string; source: string; by: string | null; at: string }>(),
  row: z.object({ id: z.string() }),
});
export const changeDuty = query({
  file: file('change'),
  params: params<DutyRow & { id: string; by: string; at: string }>(),
  row: z.object({ revision: z.number() }),
});
export const moveDuty = query({
  file: file('move'),
  params: params<{
    id: string;
    state: string;
    decision: string;
    cut_from: string | null;
    by: string;
    at: string;
  }>(),
  row: z.object({ revision: z.number() }),
});
export interface DutyRow {
  readonly kind: string;
  readonly name: string;
  readonly ground: string;
  readonly field: string;
  readonly who: string;
  readonly recipient: string;
  readonly frequency: string;
  readonly form: string;
  readonly procedures: readonly string[];
  readonly note: string;
}
