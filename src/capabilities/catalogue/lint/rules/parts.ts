import type { ProcedureDefinition } from '#capabilities/forms';
import { type Finding, found } from '../finding.ts';

const given = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/**
 * The seven parts that a published procedure must have (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2): name, order, manner,
 * dossier, time limit, subjects, agency. The number of sets
 * stands in the counts of the papers.
 */
const parts: Readonly<Record<string, (definition: ProcedureDefinition) => boolean>> = {
  name: ({ name }) => given(name.vi),
  order: ({ workflow }) => workflow.steps.length > 0,
  manner: ({ time, online }) => time.length > 0 || online.level !== 'none',
  dossier: ({ documents }) => documents.some((each) => each.group !== 'note'),
  time: ({ time }) => time.length > 0,
  subjects: ({ subjects }) => subjects.some(given),
  agency: ({ competence }) => given(competence.level),
};

const placeOfPart: Readonly<Record<string, string>> = {
  order: 'workflow.steps',
  manner: 'time',
  dossier: 'documents',
  agency: 'competence',
};

export function partFindings(definition: ProcedureDefinition): readonly Finding[] {
  const missing = Object.entries(parts).flatMap(([part, has]) =>
    has(definition) ? [] : [found('part-missing', placeOfPart[part] ?? part, { part })],
  );
  return definition.basis.some(given) ? missing : [...missing, found('basis-missing', 'basis')];
}
