import { contentOfVersion, type DraftContent } from '#capabilities/catalogue';
import type { MovePlaces } from '#capabilities/dossiers';
import { type PlaceToChoose, placesToChoose } from '#capabilities/workflow';
import type { PageCtx } from '#platform/http';
import type { Fields } from '../../core/fields.ts';
import { diagramOf, readDiagram } from '../../diagram/diagram.ts';

/** Elements of one older version that the new one does not have. */
export interface PlacesOfVersion {
  readonly version: number;
  readonly places: readonly PlaceToChoose[];
}

/** Name of the control that says where those at an element go on: `_noi-1-tham-tra`. */
export const placeField = (version: number, element: string): string => `_noi-${version}-${element}`;

/** What was chosen on the page, by version; an element left empty goes nowhere. */
export function chosenPlaces(fields: Fields): MovePlaces {
  const chosen: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(fields)) {
    const parts = /^_noi-(\d{1,6})-(.+)$/s.exec(name);
    if (!parts || typeof value !== 'string' || value === '') continue;
    const [, version = '', element = ''] = parts;
    chosen[version] = { ...chosen[version], [element]: value };
  }
  return chosen;
}

/** For each version that holds open work: what a person has to place. Dossiers on lines of steps keep their step, or stay. */
export async function placesBetween(
  ctx: PageCtx,
  code: string,
  target: number,
  versions: readonly number[],
): Promise<readonly PlacesOfVersion[]> {
  const after = await contentOfVersion(ctx, code, target);
  const is = after && (await readDiagram(await diagramOf(after)));
  if (!is?.ok || !is.value.branching) return [];
  const found: PlacesOfVersion[] = [];
  for (const version of versions) {
    const was = await planOf(await contentOfVersion(ctx, code, version));
    const places = was ? placesToChoose(was, is.value.plan) : [];
    if (places.length > 0) found.push({ version, places });
  }
  return found;
}

async function planOf(content: DraftContent | undefined) {
  const read = content && (await readDiagram(await diagramOf(content)));
  return read?.ok ? read.value.plan : undefined;
}
