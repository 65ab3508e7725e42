import type { Change } from '#capabilities/audit';
import type { UnitDirectory } from '#capabilities/organisations';
import type { UnitId } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import type { AdministrationDeps } from '../core/deps.ts';
import { actionNames } from '../core/words.ts';
import { actorOfOfficer } from '../people/officer.ts';

/** `officer.give-post.refused` → what was tried, and that it was refused. */
export function actionInWords(action: string, locale: Locale): { text: string; refused: boolean } {
  const refused = action.endsWith('.refused');
  const base = refused ? action.slice(0, -'.refused'.length) : action;
  const name = actionNames[base];
  return { text: name ? inLocale(name, locale) : base, refused };
}

/** Names for the identifiers of a journal: it keeps none itself. */
export async function namesFor(
  deps: AdministrationDeps,
  directory: UnitDirectory,
  changes: readonly Change[],
): Promise<(kind: string, id: string) => string> {
  const officers = new Set(
    changes.flatMap(({ actor_kind, actor_id, subject }) => [
      ...(actor_kind === 'officer' && actor_id !== null ? [actor_id] : []),
      ...(subject.startsWith('officer:') ? [subject.slice('officer:'.length)] : []),
    ]),
  );
  const names = new Map<string, string>();
  for (const officer of officers) {
    const actor = await actorOfOfficer(deps, officer);
    if (actor) names.set(officer, actor.name);
  }
  return (kind, id) => {
    if (kind === 'officer') return names.get(id) ?? `cán bộ …${id.slice(-6)}`;
    if (kind === 'unit') return directory.byId(id as UnitId)?.name ?? `đơn vị …${id.slice(-6)}`;
    if (kind === 'calendar') return `ấn bản ${id}`;
    return id;
  };
}

/** Details in one line, identifiers of units by their names. */
export const detailsInWords = (
  details: Readonly<Record<string, unknown>>,
  nameOf: (kind: string, id: string) => string,
): string =>
  Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) =>
      key === 'unit' && typeof value === 'string'
        ? nameOf('unit', value)
        : `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join('; ')
    .slice(0, 300);
