import type { UnitDirectory } from '#capabilities/organisations';
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
const provincial = new Set<OfficerRole>(['monitor', 'inspector']);

/** Whether a post reads every dossier of the province. */
export function seesEverywhere(role: OfficerRole, unit: UnitId, directory: UnitDirectory): boolean {
  const kind = directory.byId(unit)?.kind;
  return provincial.has(role) && (kind === 'province' || kind === 'provincial-centre');
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
