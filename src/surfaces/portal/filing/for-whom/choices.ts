import type { ProcedureDefinition } from '#capabilities/forms';

export type Representing = 'self' | 'other' | 'business';

const businesses = ['household-business', 'enterprise', 'organisation'] as const;

/** For whom this procedure lets a person file. */
export const representingChoices = ({
  subjects,
  representation,
}: ProcedureDefinition): readonly Representing[] => [
  'self',
  ...(representation.allowed ? (['other'] as const) : []),
  ...(businesses.some((kind) => subjects.includes(kind)) ? (['business'] as const) : []),
];
