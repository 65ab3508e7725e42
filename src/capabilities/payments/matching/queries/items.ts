import { z } from 'zod';
import { asDong } from '#kernel/money';
import { params, query } from '#platform/db';
import { type DifferenceKind, differenceKinds } from '../kinds.ts';
import { day, ok, unit, withId } from './shapes.ts';

const file = (name: string) => new URL(`./${name}.sql`, import.meta.url);

const difference = z.object({
  id: z.string(),
  kind: z.enum(differenceKinds as readonly [DifferenceKind, ...DifferenceKind[]]),
  gateway: z.string(),
  reference: z.string(),
  day,
  unit_id: unit.nullable(),
  kept_by: unit.nullable(),
  home_unit: unit.nullable(),
  dossier_id: z.string().nullable(),
  dossier_code: z.string(),
  session_id: z.string().nullable(),
  charge_id: z.string().nullable(),
  there: z.number().nullable(),
  here: z.number().nullable(),
  details: z.record(z.string(), z.unknown()),
  found_at: z.number(),
  seen_at: z.number(),
  state: z.enum(['open', 'in-hand', 'closed']),
  officer_id: z.string().nullable(),
  officer_name: z.string(),
  marked: z.enum(['refund', 'surplus']).nullable(),
  closed_at: z.number().nullable(),
  closed_how: z.enum(['by-itself', 'by-hand']).nullable(),
  /** Items of the whole list that this one is a page of. */
  whole: z.number(),
});
export type Difference = z.output<typeof difference>;
export const listDifferences = query({
  file: file('differences'),
  params: params<{
    kinds: readonly DifferenceKind[];
    closed: boolean;
    from: string;
    to: string;
    officer: string | null;
    size: number;
    skip: number;
  }>(),
  row: difference,
});
export const findDifference = query({
  file: file('difference'),
  params: params<{ id: string }>(),
  row: difference,
});
export const lockDifference = query({
  file: file('lock-difference'),
  params: params<{ id: string }>(),
  row: difference.pick({
    id: true,
    kind: true,
    reference: true,
    unit_id: true,
    kept_by: true,
    home_unit: true,
    dossier_id: true,
    session_id: true,
    charge_id: true,
    state: true,
  }),
});
export const workOffRow = query({
  file: file('work-off'),
  params: params<{
    id: string;
    state: Difference['state'];
    officer: string;
    officer_name: string;
    marked: 'refund' | 'surplus' | null;
    at: string;
  }>(),
  row: withId,
});
export const addStep = query({
  file: file('add-step'),
  params: params<{
    id: string;
    at: string;
    kind: string;
    actor: string;
    actor_name: string;
    words: string;
  }>(),
  row: z.object({ n: z.number() }),
});
const step = z.object({
  n: z.number(),
  at: z.number(),
  kind: z.enum([
    'found',
    'again',
    'gone',
    'taken',
    'explained',
    'asked',
    'told',
    'marked',
    'assigned',
    'tied',
    'returned',
    'closed',
  ]),
  actor_name: z.string(),
  words: z.string(),
});
export type DifferenceStep = z.output<typeof step>;
export const stepsOf = query({ file: file('steps'), params: params<{ id: string }>(), row: step });
export const askAgainRow = query({
  file: file('ask-again'),
  params: params<{ id: string; now: string }>(),
  row: z.object({ asked: z.boolean() }),
});
export const tellAgainRow = query({
  file: file('tell-again'),
  params: params<{ event: string; at: string; home_unit: string; dossier: string; charge: string }>(),
  row: ok,
});

/** An item whose money is to be given back, with what stands in the books for it and the refund of it. */
const toGiveBack = difference
  .pick({
    id: true,
    kind: true,
    reference: true,
    day: true,
    unit_id: true,
    dossier_code: true,
    details: true,
  })
  .extend({
    amount: z.number().nullable(),
    /** Entry that brought the surplus, while money of it is there. */
    entry: z.string().nullable(),
    refund: z.string().nullable(),
    refund_state: z.enum(['asked', 'approved', 'paid']).nullable(),
  });
export type ToGiveBack = z.output<typeof toGiveBack>;
export const listToGiveBack = query({
  file: file('to-give-back'),
  params: params<{ units: readonly string[] }>(),
  row: toGiveBack,
});
export const closeReturned = query({
  file: file('close-returned'),
  params: params<{ now: string }>(),
  row: z.object({ difference_id: z.string() }),
});

export const linesOfReference = query({
  file: file('lines-of-reference'),
  params: params<{ reference: string; gateway: string }>(),
  row: z.object({
    line: z.number(),
    transaction: z.string(),
    kind: z.enum(['payment', 'refund', 'charge-back']),
    amount: z.number().transform(asDong),
    at: z.number(),
    merchant: z.string(),
    bank: z.string(),
    file: z.string(),
  }),
});
export const entriesAbout = query({
  file: file('entries-of-session'),
  params: params<{ home_unit: string; session: string | null; charge: string | null }>(),
  row: z.object({
    at: z.number(),
    day,
    kind: z.string(),
    debit: z.string(),
    credit: z.string(),
    amount: z.number().transform(asDong),
    evidence: z.string(),
  }),
});
