import type { UnitDirectory, UnitKind } from '#capabilities/organisations';
import type { OfficerRole, Post } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';

export interface OfficerCard {
  readonly officer: OfficerId;
  readonly name: string;
  readonly posts: readonly Post[];
}

/** They keep the system or count; neither needs to read a dossier. */
const withoutDossiers = new Set<OfficerRole>(['system-administrator', 'statistician']);
const supervising = new Set<OfficerRole>(['centre-manager', 'monitor', 'inspector', 'unit-leader']);
const overAll = new Set<OfficerRole>(['monitor', 'inspector']);
const overAllUnits = new Set<UnitKind | undefined>([
  'province',
  'provincial-centre',
  'ministry',
  'ministry-centre',
]);

/** Whether a post reads every dossier of the province or the ministry. */
export function seesEverywhere(role: OfficerRole, unit: UnitId, directory: UnitDirectory): boolean {
  return overAll.has(role) && overAllUnits.has(directory.byId(unit)?.kind);
}

/** The units whose dossiers the posts let somebody read, closed predecessors included. */
export function reachOf(
  posts: readonly Post[],
  directory: UnitDirectory,
): { readonly readableUnits: readonly UnitId[]; readonly everywhere: boolean } {
  const readable = new Set<UnitId>();
  let everywhere = false;
  for (const { role, unit } of posts) {
    if (withoutDossiers.has(role)) continue;
    const units = supervising.has(role) ? directory.below(unit) : directory.withFormer(unit);
    for (const each of units) readable.add(each);
    everywhere ||= seesEverywhere(role, unit, directory);
  }
  return { readableUnits: [...readable], everywhere };
}
