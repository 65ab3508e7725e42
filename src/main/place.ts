import type { Units } from '#capabilities/organisations';
import type { Place } from '#surfaces/shared';

const withoutKind = (name: string): string => name.replace(/^(Tỉnh|Thành phố)\s+/iu, '');

/** The place this instance serves, by the unit that runs it: a province by its name on the map, a ministry by its own. */
export async function placeOf(units: Units): Promise<Pick<Place, 'kind' | 'name' | 'seat'>> {
  const head = (await units.directory()).head();
  // The last part of an address is the province or city.
  if (head?.kind === 'ministry')
    return { kind: 'ministry', name: head.name, seat: withoutKind(head.address.split(', ').at(-1) ?? '') };
  const code = head?.adminCode ?? '';
  const name = (await units.areas()).provinceByCode(code)?.fullName ?? head?.shortName ?? 'Việt Nam';
  return { kind: 'province', name, seat: withoutKind(name) };
}
