import { z } from 'zod';
import { params, query } from '#platform/db';
import type { DossierState } from '../rules/state.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);
const stage = z.custom<DossierState['stage']>((value) => typeof value === 'string');
/** An officer's scope, for functions that enter it themselves and so answer in one round trip. */
export type Asker = { asker: string; readable: readonly string[]; everywhere: boolean };

export const workRows = query({
  file: file('work-list'),
  params: params<
    Asker & {
      units: readonly string[];
      lists: readonly string[];
      officer: string | null;
      unassigned: boolean;
      procedure: string | null;
      channel: string | null;
      flag: string | null;
      due_before: string | null;
      due_from: string | null;
      size: number;
      skip: number;
    }
  >(),
  row: z.object({
    home_unit: z.string(),
    dossier_id: z.string(),
    unit_id: z.string(),
    list: z.string(),
    due_at: z.number(),
    officer_id: z.string().nullable(),
    role: z.string().nullable(),
    code: z.string(),
    procedure_code: z.string(),
    procedure_name: z.string(),
    owner_name: z.string(),
    channel: z.string(),
    step_name: z.string(),
    submitted_at: z.number(),
    due_date: z.string().nullable(),
    clock: z.string(),
    flags: z.array(z.string()),
    waits_for: z.string(),
  }),
});

export const deskNumbers = query({
  file: file('desk-numbers'),
  params: params<Asker & { units: readonly string[]; now: string; soon: string; most: number }>(),
  row: z.object({
    counts: z.array(z.object({ list: z.string(), count: z.number(), overdue: z.number(), soon: z.number() })),
    mine: z.number(),
    filters: z.array(
      z.object({ id: z.string(), name: z.string(), filter: z.record(z.string(), z.string()) }),
    ),
  }),
});

export const proceduresInLists = query({
  file: file('procedures-at-work'),
  params: params<
    Asker & { units: readonly string[]; lists: readonly string[]; officer: string | null; most: number }
  >(),
  row: z.object({ code: z.string(), name: z.string() }),
});

export const foundForOffice = query({
  file: file('search-office'),
  params: params<Asker & { patterns: readonly string[]; size: number }>(),
  row: z.object({
    home_unit: z.string(),
    id: z.string(),
    code: z.string(),
    procedure_name: z.string(),
    owner_name: z.string(),
    stage,
    status: z.number(),
    submitted_at: z.number(),
    due_date: z.string().nullable(),
    holder_unit: z.string(),
  }),
});
