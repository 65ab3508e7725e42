import { partFindings } from '../lint/rules/parts.ts';
import type { PublishedProcedure } from '../store/queries.ts';

/** Whether what is public of a procedure has the seven mandatory parts (NĐ 63/2010/NĐ-CP, điều 8 khoản 2). */
export function hasAllParts({
  definition,
  national,
}: Pick<PublishedProcedure, 'definition' | 'national'>): boolean {
  if (definition) return !partFindings(definition).some(({ code }) => code === 'part-missing');
  return (
    national.nameOrigin !== 'made' &&
    national.steps !== '' &&
    national.channels.length > 0 &&
    national.channels.some(({ time }) => time !== undefined) &&
    national.cases.some(({ documents }) => documents.some(({ group }) => group !== 'note')) &&
    national.subjects.length > 0 &&
    national.agency !== ''
  );
}
