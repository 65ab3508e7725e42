import type { Competence, CompetenceLevel } from '#capabilities/forms';
import type { UnitId } from '#kernel/ids';

/** Levels to which a decision of a province may move authority. */
export const movableLevels = [
  'commune',
  'province',
  'commune-police',
  'provincial-police',
] as const satisfies readonly CompetenceLevel[];
export type MovableLevel = (typeof movableLevels)[number];

/**
 * A decision that moves authority over procedures (Luật Tổ chức chính quyền địa phương 2025: phân cấp, điều 13; ủy quyền, điều 14)
 * to another level, or to one unit. `moved`: the dossiers open on its first day are decided by the new authority.
 */
export interface MoveRow {
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  readonly decided_on: string;
  readonly kind: 'decentralise' | 'delegate';
  readonly codes: readonly string[];
  readonly to_level: MovableLevel | null;
  readonly to_unit: UnitId | null;
  /** `YYYY-MM-DD`; the first day on which the new authority decides. */
  readonly from_day: string;
  /** First day on which it no longer does. */
  readonly until_day: string | null;
  readonly open_dossiers: 'stay' | 'move';
}

const holdsOn = (move: MoveRow, day: string): boolean =>
  move.from_day <= day && (move.until_day === null || day < move.until_day);

/** The decision by which authority over a procedure stands on a day: of several, the one that began last. */
export const moveOn = (moves: readonly MoveRow[], code: string, day: string): MoveRow | undefined =>
  moves
    .filter((move) => move.codes.includes(code) && holdsOn(move, day))
    .sort((a, b) => (a.from_day < b.from_day || (a.from_day === b.from_day && a.id < b.id) ? -1 : 1))
    .at(-1);

/** The next decision that will change who decides, after a day. */
export const moveAfter = (moves: readonly MoveRow[], code: string, day: string): MoveRow | undefined =>
  moves
    .filter((move) => move.codes.includes(code) && move.from_day > day)
    .sort((a, b) => (a.from_day < b.from_day ? -1 : 1))[0];

/**
 * Who decides under a decision: the place that the answers name stays, the department named by the version only where the level does.
 */
export function competenceUnder(competence: Competence, move: MoveRow | undefined): Competence {
  if (!move?.to_level || move.to_level === competence.level) return competence;
  const { by } = competence;
  return { level: move.to_level, ...(by === undefined ? {} : { by }) };
}
