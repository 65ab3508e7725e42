import type { Difference } from '../difference/difference.ts';
import type { NationalProcedure } from '../procedure.ts';
import { recordDifferences } from './record-differences.ts';

/** A procedure that is held here, with the record it was last known by. */
export interface HeldProcedure {
  readonly code: string;
  readonly national: NationalProcedure;
  /** It has a form of its own. */
  readonly live: boolean;
  /** No longer offered here. */
  readonly closed: boolean;
}

export interface NationalChange {
  readonly code: string;
  readonly change: 'new' | 'changed' | 'gone';
  readonly name: string;
  readonly live: boolean;
  /** The newer record; absent where it is gone. */
  readonly record?: NationalProcedure;
  readonly differences: readonly Difference[];
}
export interface Comparison {
  readonly changes: readonly NationalChange[];
  readonly same: number;
}

/** Made here from a definition, so no national list can have dropped it. */
const isOurOwn = ({ national }: HeldProcedure): boolean => national.provenance.how === 'definition';

/** Whether anything is known of it beyond its line in the list. */
const isDetailed = ({ steps, conditions, cases }: NationalProcedure): boolean =>
  steps !== '' || conditions !== '' || cases.some(({ documents }) => documents.length > 0);

/** A line names one time for all its channels; a detail may know more, and says the same. */
const timesAgree = (line: NationalProcedure, detail: NationalProcedure): boolean =>
  line.channels.every(
    ({ channel, time, unit }) =>
      time === undefined ||
      detail.channels.some((each) => each.channel === channel && each.time === time && each.unit === unit),
  );

/**
 * A list may be handed in without its details. What it does not tell is not dropped: it stays as it is held; a time that the line
 * tells otherwise is a difference.
 */
function withHeldDetail(line: NationalProcedure, held: NationalProcedure): NationalProcedure {
  if (isDetailed(line) || !isDetailed(held)) return line;
  const { steps, conditions, cases } = held;
  return {
    ...line,
    steps,
    conditions,
    cases,
    ...(timesAgree(line, held) && { channels: held.channels }),
  };
}

/** A newer list beside what is held: every procedure of either side is new, changed, gone or the same. */
export function compareNational(
  held: readonly HeldProcedure[],
  newer: readonly NationalProcedure[],
): Comparison {
  const known = new Map(held.map((each) => [each.code, each]));
  const listed = new Set(newer.map(({ code }) => code));
  let same = 0;
  const found = newer.flatMap((line): NationalChange[] => {
    const before = known.get(line.code);
    const record = before ? withHeldDetail(line, before.national) : line;
    const common = { code: record.code, name: record.name, live: before?.live ?? false, record };
    if (!before) return [{ ...common, change: 'new', differences: [] }];
    const differences = recordDifferences(before.national, record);
    if (differences.length > 0) return [{ ...common, change: 'changed', differences }];
    same += 1;
    return [];
  });
  const gone = held
    .filter((each) => !listed.has(each.code) && !each.closed && !isOurOwn(each))
    .map(
      ({ code, national, live }): NationalChange => ({
        code,
        change: 'gone',
        name: national.name,
        live,
        differences: [],
      }),
    );
  return { changes: [...found, ...gone], same };
}
