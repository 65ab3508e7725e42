import type { Competence } from '#capabilities/forms';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { competenceUnder, type MoveRow, moveAfter, moveOn } from '../decentralisation/decentralisation.ts';
import { type EssentialList, type EssentialServices, essentialOn } from '../essential/essential.ts';
import { type ListingRow, listedOn, listingOn } from '../lists/listing.ts';
import { type LevelRow, levelAt, type ServiceLevel, unitsSetApart } from '../scope/service-level.ts';

/** All decisions about procedures in the order of their days, as they were read together. */
export interface OfferRows {
  readonly levels: readonly LevelRow[];
  readonly listings: readonly ListingRow[];
  readonly moves: readonly MoveRow[];
  readonly closings: readonly {
    readonly code: string;
    readonly from_day: string;
    readonly replaced_by: string | null;
  }[];
}

type Published = 'full' | 'partial' | 'none';

/** What the decisions make of the catalogue on one day: who decides, how far online, where it may be filed. */
export interface Offer {
  readonly day: string;
  /** At an authority; without one, where nothing particular was decided. */
  serviceLevel(code: string, published: Published, unit?: UnitId): ServiceLevel;
  /** Authorities where the level differs from the general one by a decision of their own. */
  setApart(code: string): readonly UnitId[];
  /** Competence as the decisions in force leave it; `unit` where they name one. */
  authority(code: string, published: Competence): { readonly competence: Competence; readonly unit?: UnitId };
  /** The decision that moved authority, in force today, and the next one to come. */
  moves(code: string): { readonly now: MoveRow | undefined; readonly next: MoveRow | undefined };
  /** Whether any centre receives it. Without a decision: whatever has a form of its own, for its version says who decides. */
  anywhere(code: string, live: boolean): boolean;
  /** The decision that put it on the list or took it off. */
  anywhereBy(code: string): Pick<ListingRow, 'decision' | 'from_day'> | undefined;
  essential(code: string): EssentialList | undefined;
  /** Codes on a list of essential services; the 53 hold the 25. */
  essentialCodes(list: EssentialList): ReadonlySet<string>;
  /** Why it cannot be filed so; undefined when it can. */
  whyNotFiled(filing: FilingAsked): Refusal | undefined;
}

export interface FilingAsked {
  readonly code: string;
  readonly published: Published;
  readonly channel: 'online' | 'direct' | 'post';
  readonly competent: UnitId;
  /** Filed outside the place of the unit that decides. */
  readonly elsewhere: boolean;
}

export function offerOn(rows: OfferRows, shipped: EssentialServices, day: string): Offer {
  const levels = Map.groupBy(rows.levels, ({ code }) => code);
  const of = (code: string) => levels.get(code) ?? [];
  const listings = Map.groupBy(rows.listings, ({ code }) => code);
  const listed = (code: string) => listings.get(code) ?? [];
  const serviceLevel = (code: string, published: Published, unit?: UnitId) =>
    levelAt(of(code), unit ?? null, day, published);
  const essential = (code: string) => essentialOn(shipped, listed(code), code, day);
  return {
    day,
    serviceLevel,
    setApart: (code) => unitsSetApart(of(code), day),
    authority(code, published) {
      const move = moveOn(rows.moves, code, day);
      return {
        competence: competenceUnder(published, move),
        ...(move?.to_unit ? { unit: move.to_unit } : {}),
      };
    },
    moves: (code) => ({ now: moveOn(rows.moves, code, day), next: moveAfter(rows.moves, code, day) }),
    anywhere: (code, live) => listedOn(listed(code), 'anywhere', code, day) ?? live,
    anywhereBy: (code) => listingOn(listed(code), 'anywhere', code, day),
    essential,
    essentialCodes(list) {
      const codes = [...shipped.services.flatMap((service) => service.codes), ...listings.keys()];
      return new Set(
        codes.filter((code) => {
          const found = essential(code);
          return found !== undefined && (list === '53' || found === '25');
        }),
      );
    },
    whyNotFiled({ code, published, channel, competent, elsewhere }) {
      const closing = rows.closings.find((each) => each.code === code && each.from_day <= day);
      if (closing) {
        const { from_day: from, replaced_by } = closing;
        return {
          code: 'procedure-closed',
          details: { from, ...(replaced_by === null ? {} : { replacedBy: replaced_by }) },
        };
      }
      const level = serviceLevel(code, published, competent);
      if (level === 'not-handled') return { code: 'not-handled-there' };
      if (channel === 'online' && level === 'none' && published !== 'none')
        return { code: 'not-online-there' };
      // A procedure without a decision about it is received wherever its form is.
      if (elsewhere && listedOn(listed(code), 'anywhere', code, day) === false)
        return { code: 'only-where-decided' };
      return undefined;
    },
  };
}
