/** What tables may decide, by the id of the decision. Told in full in docs/reference/decisions.md. */
export const decisionIds = ['fees', 'competence', 'eligibility', 'documents', 'deadline'] as const;
export type DecisionId = (typeof decisionIds)[number];
export const isDecisionId = (id: string): id is DecisionId => (decisionIds as readonly string[]).includes(id);

/** Names beside the answers. An open dossier is asked for its time again and again: what changes with the day is not among those. */
const everything = [
  'today',
  'channel',
  'case',
  'representing',
  'relation',
  'registers',
  'exemptions',
] as const;
export const factsFor: Readonly<Record<DecisionId, readonly string[]>> = {
  fees: everything,
  competence: ['channel', 'case'],
  eligibility: ['today', 'channel'],
  documents: everything,
  deadline: ['channel', 'case'],
};
/** Facts are read by their name, or under `fact` as in the conditions of a form. */
export const factName = 'fact';

export type ColumnType = 'string' | 'number' | 'boolean';
export interface OutputColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
}
const column = (name: string, type: ColumnType, required = false): OutputColumn => ({ name, type, required });

/** Output columns that are understood, by decision. */
export const outputsOf: Readonly<Record<DecisionId, readonly OutputColumn[]>> = {
  fees: [
    column('id', 'string'),
    column('amount', 'number', true),
    column('count', 'number'),
    column('ground', 'string'),
    column('exemption', 'string'),
  ],
  competence: [column('level', 'string', true), column('department', 'string'), column('commune', 'string')],
  eligibility: [column('passes', 'boolean', true), column('reason', 'string')],
  documents: [column('id', 'string', true), column('required', 'boolean')],
  deadline: [
    column('value', 'number', true),
    column('unit', 'string', true),
    column('sameDay', 'boolean'),
    column('ground', 'string'),
  ],
};

export const competenceLevels = [
  'commune',
  'province',
  'commune-police',
  'provincial-police',
  'ministry',
] as const;
export const timeUnits = ['working_day', 'day', 'hour', 'month'] as const;

/** Ids of the pre-check have dashes, which FEEL reads as minus. */
export const replyName = (question: string): string => question.replaceAll('-', '_');
