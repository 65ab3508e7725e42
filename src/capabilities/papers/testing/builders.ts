import { asPlainDate, instantAt } from '#kernel/time';
import type { PaperData } from '../data.ts';
import { paperSamples } from '../sample-values.ts';
import type { PaperId, PaperValuesById } from '../values.ts';

export { paperSamples, registerEntries } from '../sample-values.ts';
export { readPaper } from './reader.ts';

/** Data of a paper made on the morning of 25/11/2026, Vietnamese time. */
export const aPaper = <K extends PaperId>(
  id: K,
  changes: Partial<PaperValuesById[K]> = {},
): PaperData<PaperValuesById[K]> => ({
  at: instantAt(asPlainDate('2026-11-25'), 581),
  values: { ...paperSamples[id], ...changes },
});
