import type { Unit, UnitDirectory } from '#capabilities/organisations';
import { foldText } from '#kernel/text';

const radians = Math.PI / 180;

/** Square of a distance on the flat: near enough inside one province, and only compared. */
function apart(a: Unit, b: Unit): number {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return Number.POSITIVE_INFINITY;
  const x = (b.lon - a.lon) * Math.cos(((a.lat + b.lat) / 2) * radians);
  return x * x + (b.lat - a.lat) ** 2;
}

/** Centres nearest to a commune: its own first, then by distance, those of unknown place last. */
export function nearestCentres(
  directory: UnitDirectory,
  commune: string | undefined,
  most = 4,
): readonly Unit[] {
  const centres = directory.centres();
  const own = centres.find((centre) => centre.kind === 'commune-centre' && centre.adminCode === commune);
  if (!own) return centres.slice(0, most);
  const others = centres.filter((centre) => centre !== own);
  // Sorting keeps the order of equals, so centres without a place stay in order of name.
  const sorted = others
    .map((centre) => ({ centre, far: apart(own, centre) }))
    .sort((a, b) => (a.far === b.far ? 0 : a.far - b.far));
  return [own, ...sorted.map(({ centre }) => centre)].slice(0, most);
}

/** Centres whose name or address holds the words, accents or not. */
export function findCentres(directory: UnitDirectory, words: string, most = 12): readonly Unit[] {
  const wanted = foldText(words).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  return directory
    .centres()
    .filter((centre) => {
      const text = foldText(`${centre.name} ${centre.address}`);
      return wanted.every((word) => text.includes(word));
    })
    .slice(0, most);
}
