import type { ProcedureDefinition } from '#capabilities/forms';
import { type Finding, found } from '../finding.ts';
import type { LintWorld } from '../world.ts';

/** Places of the province whose people would find nobody competent. */
export function placeFindings(definition: ProcedureDefinition, world: LintWorld): readonly Finding[] {
  const without = world.communes.filter((commune) => !world.decides(definition.competence, commune.code));
  if (without.length === 0) return [];
  const names = without
    .slice(0, 3)
    .map((commune) => commune.name)
    .join(', ');
  return [found('unit-missing', 'competence', { count: without.length, names })];
}
