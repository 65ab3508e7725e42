import type { UnitId } from '#kernel/ids';
import type { PlainDate } from '#kernel/time';

export const unitKinds = [
  'province',
  'provincial-centre',
  'department',
  'provincial-police',
  'commune-committee',
  'commune-centre',
  'commune-police',
  'ministry',
  'ministry-centre',
  'ministry-department',
] as const;
export type UnitKind = (typeof unitKinds)[number];
export type NewUnitKind = Exclude<UnitKind, 'province' | 'ministry'>;

/** Kinds that a unit added later may have: those of the place that runs the instance, of which there is one head. */
export const kindsBelow = (head: UnitKind | undefined): readonly NewUnitKind[] =>
  unitKinds.filter(
    (kind): kind is NewUnitKind =>
      kind !== 'province' && kind !== 'ministry' && kind.startsWith('ministry-') === (head === 'ministry'),
  );

/** A unit of the administration, or a former name of one (then closed, with the living unit as its successor). */
export interface Unit {
  readonly id: UnitId;
  /** Stable word for settings and samples; a former name's key ends in `~` and the day it ended. */
  readonly key: string;
  /** Agency identifier (Quyết định 20/2020/QĐ-TTg), e.g. `H01.105`; begins the codes of its dossiers. */
  readonly code: string;
  readonly codeInferred: boolean;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parent: UnitId | null;
  /** Code of the province (2 digits) or commune (5 digits) it serves; none in a ministry. */
  readonly adminCode: string | null;
  readonly address: string;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Key of its opening hours in the calendar, e.g. `office`. */
  readonly hours: string;
  readonly validFrom: PlainDate;
  /** First day on which it no longer stands. */
  readonly validTo: PlainDate | null;
  readonly successor: UnitId | null;
  readonly version: number;
}

export const standsOn = (unit: Unit, day: PlainDate): boolean =>
  unit.validFrom <= day && (unit.validTo === null || unit.validTo > day);
