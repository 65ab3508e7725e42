import type { Competence } from '#capabilities/forms';
import type { Level } from '../procedure.ts';

/** A procedure as the list of filing anywhere counts it. */
export interface CountedProcedure {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly Level[];
  readonly decider: Pick<Competence, 'level' | 'department'>;
  /** It may be filed at any centre of the province. */
  readonly anywhere: boolean;
}

export interface Coverage {
  readonly listed: number;
  readonly of: number;
  /** 0–100 with one decimal, rounded down so that 100 % is never said too early; undefined where there is nothing to count. */
  readonly percent: number | undefined;
}

export function coverageOf(procedures: readonly Pick<CountedProcedure, 'anywhere'>[]): Coverage {
  const of = procedures.length;
  const listed = procedures.filter(({ anywhere }) => anywhere).length;
  return { listed, of, percent: of === 0 ? undefined : Math.floor((listed * 1000) / of) / 10 };
}

export interface NamedCoverage extends Coverage {
  readonly name: string;
}

/** Coverage field by field, the widest field first. */
export function coverageByField(procedures: readonly CountedProcedure[]): readonly NamedCoverage[] {
  const fields = Map.groupBy(procedures, ({ field }) => field);
  return [...fields]
    .map(([name, mine]) => ({ name, ...coverageOf(mine) }))
    .sort((a, b) => b.of - a.of || (a.name < b.name ? -1 : 1));
}

/** An authority and the procedures that it decides. */
export interface CountedUnit {
  readonly name: string;
  readonly decides: (procedure: CountedProcedure) => boolean;
}

/** Coverage authority by authority, in the order given; those that decide nothing are left out. */
export const coverageByUnit = (
  procedures: readonly CountedProcedure[],
  units: readonly CountedUnit[],
): readonly NamedCoverage[] =>
  units
    .map(({ name, decides }) => ({ name, ...coverageOf(procedures.filter(decides)) }))
    .filter(({ of }) => of > 0);

/** Công điện 187/CĐ-TTg (2025): every procedure of province and commune is to be filed anywhere. */
export const anywhereGoal = 100;
