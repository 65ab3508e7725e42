import { z } from 'zod';
import { params, query } from '#platform/db';
import type { BurdenMeasure } from './measure.ts';
import { proposalKinds, proposalStates } from './programme.ts';
import type { CostSheet } from './sheet.ts';

const file = (name: string) => new URL(`./sql/${name}.sql`, import.meta.url);
const object = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

const costSheet = z.object({
  code: z.string(),
  sheet: object<CostSheet>(),
  revision: z.number(),
  measure: object<BurdenMeasure>().nullable(),
  measured_at: z.number().nullable(),
  changed_by: z.string().nullable(),
  changed_at: z.number(),
});
/** The sheet of a procedure as it stands now, with the last measure of real dossiers. */
export type KeptSheet = z.output<typeof costSheet>;
export const findSheet = query({
  file: file('find-sheet'),
  params: params<{ code: string }>(),
  row: costSheet,
});
export const lockSheet = query({
  file: file('lock-sheet'),
  params: params<{ code: string }>(),
  row: costSheet,
});
export const listSheets = query({
  file: file('list-sheets'),
  params: params<{ codes: readonly string[] | null; size: number }>(),
  row: costSheet.extend({ name: z.string() }),
});
export const putSheet = query({
  file: file('put-sheet'),
  params: params<{ code: string; sheet: string; by: string; at: string }>(),
  row: z.object({ revision: z.number() }),
});
export const keepMeasureRow = query({
  file: file('keep-measure'),
  params: params<{ code: string; measure: string; at: string }>(),
  row: z.object({ code: z.string() }),
});

const programme = z.object({
  id: z.string(),
  name: z.string(),
  ground: z.string(),
  cost_goal: z.number(),
  time_goal: z.number(),
  condition_goal: z.number(),
  procedures: z.array(z.string()),
  made_at: z.number(),
});
export type Programme = z.output<typeof programme>;
export const insertProgramme = query({
  file: file('insert-programme'),
  params: params<{
    id: string;
    name: string;
    ground: string;
    cost_goal: number;
    time_goal: number;
    condition_goal: number;
    procedures: readonly string[];
    by: string;
    at: string;
  }>(),
  row: z.object({ id: z.string() }),
});
export const listProgrammes = query({ file: file('list-programmes'), params: params(), row: programme });
export const findProgramme = query({
  file: file('find-programme'),
  params: params<{ id: string }>(),
  row: programme,
});
export const codesOfField = query({
  file: file('codes-of-field'),
  params: params<{ field: string; size: number }>(),
  row: z.object({ code: z.string() }),
});

const proposal = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  programme_id: z.string().nullable(),
  kind: z.enum(proposalKinds),
  into_code: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  before: object<CostSheet>(),
  after: object<CostSheet>().nullable(),
  state: z.enum(proposalStates),
  decision: z.string(),
  effective_from: z.string().nullable(),
  revision: z.number(),
  proposed_by: z.string(),
  proposed_at: z.number(),
  decided_by: z.string().nullable(),
  decided_at: z.number().nullable(),
});
export type Proposal = z.output<typeof proposal>;
export const listProposals = query({
  file: file('list-proposals'),
  params: params<{ code: string | null; programme: string | null; size: number }>(),
  row: proposal,
});
export const findProposal = query({
  file: file('find-proposal'),
  params: params<{ id: string }>(),
  row: proposal,
});
/** In the order they were made, of all these procedures, whichever programme they belong to. */
export const proposalsOf = query({
  file: file('proposals-of'),
  params: params<{ codes: readonly string[] }>(),
  row: proposal,
});
export const lockProposal = query({
  file: file('lock-proposal'),
  params: params<{ id: string }>(),
  row: proposal.omit({ name: true }),
});
export const insertProposal = query({
  file: file('insert-proposal'),
  params: params<{
    id: string;
    code: string;
    programme: string | null;
    kind: string;
    into_code: string | null;
    title: string;
    text: string;
    before: string;
    after: string | null;
    by: string;
    at: string;
  }>(),
  row: z.object({ id: z.string() }),
});
export const moveProposalRow = query({
  file: file('move-proposal'),
  params: params<{
    id: string;
    state: string;
    decision: string;
    effective_from: string | null;
    by: string;
    at: string;
  }>(),
  row: z.object({ revision: z.number() }),
});
