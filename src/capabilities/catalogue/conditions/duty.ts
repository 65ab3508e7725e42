import { z } from 'zod';
import { cleanText } from '#kernel/text';
import { procedureCodePattern } from '../procedure.ts';

/** A condition for running a line of business, or a report that people or enterprises owe the administration. */
export const dutyKinds = ['condition', 'report'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** How often a report is owed; a condition holds all the time and has none. */
const frequencies = ['once', 'month', 'quarter', 'half-year', 'year', 'event'] as const;
export type Frequency = (typeof frequencies)[number];
const text = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most));
const needed = (most: number) => z.string().transform(cleanText).pipe(z.string().min(1).max(most));

const common = {
  name: needed(300),
  /** Instrument with article. */
  ground: needed(300),
  /** Line of business, or field of administration. */
  field: needed(200),
  /** Who must meet it or report. */
  who: needed(300),
  procedures: z.array(z.string().regex(procedureCodePattern)).max(30),
  note: text(1000).default(''),
};

export const dutyShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('condition') }),
  z.strictObject({
    ...common,
    kind: z.literal('report'),
    /** Who receives the report. */
    recipient: needed(200),
    frequency: z.enum(frequencies),
    form: z.enum(['electronic', 'paper', 'both']),
  }),
]);
/** What an administrator writes of a condition or a report. */
export type DutyContent = z.output<typeof dutyShape>;

export const dutyStates = ['in-force', 'proposed', 'cut'] as const;
export type DutyState = (typeof dutyStates)[number];

/** Proposed to be cut, then cut by a decision from a day on; a proposal may be taken back. */
export const dutyMoves: Readonly<Record<DutyState, readonly DutyState[]>> = {
  'in-force': ['proposed'],
  proposed: ['in-force', 'cut'],
  cut: [],
};
