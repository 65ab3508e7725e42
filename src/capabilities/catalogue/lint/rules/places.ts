import type { ProcedureDefinition } from '#capabilities/forms';
import { type Finding, found } from '../finding.ts';
import type { LintWorld } from '../world.ts';

/** A ministry has no territory: there the one question is whether anybody decides at all. */
const everywhere = [{ code: '', name: '' }];

/** Places whose people would find nobody competent. */
export function placeFindings(definition: ProcedureDefinition, world: LintWorld): readonly Finding[] {
  const places = world.communes.length > 0 ? world.communes : everywhere;
  const without = places.filter((place) => !world.decides(definition.competence, place.code));
  if (without.length === 0) return [];
  if (without.length === places.length) return [found('decider-missing', 'competence')];
  const names = without
    .slice(0, 3)
    .map((commune) => commune.name)
    .join(', ');
  return [found('unit-missing', 'competence', { count: without.length, names })];
}
