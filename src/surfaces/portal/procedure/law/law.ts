import {
  type Announcement,
  type EssentialList,
  type MoveRow,
  type PublishedProcedure,
  type ServiceLevel,
} from '#capabilities/catalogue';
import type { Doors } from '#surfaces/shared';

/** What decisions say of a procedure, for its page. */
export interface ProcedureLaw {
  readonly essential: EssentialList | undefined;
  readonly anywhere: boolean;
  /** A decision took it off the list of filing anywhere. */
  readonly onlyWhereDecided: boolean;
  /** Undefined where it has no form of its own, and so no level. */
  readonly level: ServiceLevel | undefined;
  readonly setApart: readonly { readonly unit: string; readonly level: ServiceLevel }[];
  readonly now: MoveTold | undefined;
  readonly next: MoveTold | undefined;
  readonly announcements: readonly Announcement[];
}
export interface MoveTold
  extends Pick<MoveRow, 'number' | 'issuer' | 'decided_on' | 'kind' | 'from_day' | 'until_day'> {
  readonly toLevel: MoveRow['to_level'];
  /** Name of the unit, where the decision names one. */
  readonly toUnit: string | undefined;
}

export async function lawOf(doors: Doors, published: PublishedProcedure): Promise<ProcedureLaw> {
  const { code, definition, live } = published;
  const [offer, directory, announcements] = await Promise.all([
    doors.catalogue.offer(),
    doors.units.directory(),
    doors.catalogue.announcements(code),
  ]);
  const { now, next } = offer.moves(code);
  const told = (move: MoveRow | undefined): MoveTold | undefined =>
    move && {
      ...move,
      toLevel: move.to_level,
      toUnit: move.to_unit === null ? undefined : directory.byId(move.to_unit)?.name,
    };
  return {
    essential: offer.essential(code),
    // A ministry has one centre: there is nothing to choose.
    anywhere: doors.place.kind === 'province' && offer.anywhere(code, live),
    onlyWhereDecided: offer.anywhereBy(code) !== undefined && !offer.anywhere(code, live),
    level: definition ? offer.serviceLevel(code, definition.online.level) : undefined,
    setApart: definition
      ? offer.setApart(code).map((unit) => ({
          unit: directory.byId(unit)?.name ?? '',
          level: offer.serviceLevel(code, definition.online.level, unit),
        }))
      : [],
    now: told(now),
    next: told(next),
    announcements,
  };
}
