import { z } from 'zod';
import { type ListingRow, listedOn } from '../lists/listing.ts';

/** Which list names the service first: the 25 of Quyết định 06/QĐ-TTg, or the 28 that Quyết định 422/QĐ-TTg adds to make 53. */
export type EssentialList = '25' | '53';

const text = z.object({ vi: z.string().min(1), en: z.string().min(1) });

/** The lists as they ship: services by their names, with the procedures of the national list that carry them out. */
export const essentialShape = z.object({
  about: z.string(),
  lists: z.array(
    z.object({
      id: z.enum(['25', '53']),
      decision: z.string(),
      date: z.string(),
      /** How many services the decision names altogether. */
      services: z.number().int(),
    }),
  ),
  services: z.array(
    z.object({
      list: z.enum(['25', '53']),
      name: text,
      /** Codes of the national list; none where the service is another system's. */
      codes: z.array(z.string()),
    }),
  ),
});
export type EssentialServices = z.output<typeof essentialShape>;
export const noEssentialServices: EssentialServices = { about: '', lists: [], services: [] };

/** On which list a procedure stands on a day: a decision entered here goes before what ships. The 25 are part of the 53. */
export function essentialOn(
  shipped: EssentialServices,
  rows: readonly ListingRow[],
  code: string,
  day: string,
): EssentialList | undefined {
  const ships = (list: EssentialList) =>
    shipped.services.some((service) => service.list === list && service.codes.includes(code));
  if (listedOn(rows, 'essential-25', code, day) ?? ships('25')) return '25';
  if (listedOn(rows, 'essential-53', code, day) ?? ships('53')) return '53';
  return undefined;
}

export interface EssentialCount {
  readonly list: EssentialList;
  /** Services that the decision names. */
  readonly named: number;
  /** Of them: services whose name this instance holds. */
  readonly known: number;
  /** Procedures here that carry them out, and those of them that are filed online. */
  readonly procedures: number;
  readonly online: number;
}

/** How far the essential services are there; the 53 hold the 25. */
export function countEssential(
  shipped: EssentialServices,
  procedures: readonly { readonly list: EssentialList; readonly online: boolean }[],
): readonly EssentialCount[] {
  return shipped.lists.map(({ id, services: named }) => {
    const within = (list: EssentialList) => id === '53' || list === '25';
    const mine = procedures.filter(({ list }) => within(list));
    return {
      list: id,
      named,
      known: shipped.services.filter(({ list }) => within(list)).length,
      procedures: mine.length,
      online: mine.filter(({ online }) => online).length,
    };
  });
}
