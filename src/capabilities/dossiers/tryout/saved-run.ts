import { z } from 'zod';
import { buildCalendar, officeHours, type WorkingCalendar } from '#capabilities/calendar';
import {
  type Answers,
  type CodeLists,
  expandDefinition,
  type ProcedureDefinition,
} from '#capabilities/forms';
import type { Plan } from '#capabilities/workflow';
import type { DraftFacts } from '../queries/drafts.ts';
import { roads } from './moves.ts';
import { endOf, endShape, type RunEnd } from './run-end.ts';
import { type Tried, tryOut } from './try-out.ts';

const object = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

/**
 * A try-out that was kept as a check: who filed what, when and how it went, and how it ended. It holds all that it needs, so
 * that it ends alike on every machine that has the same code lists.
 */
export const savedRunShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.string().min(1).max(200),
  persona: z.strictObject({
    name: z.string().min(1).max(200),
    channel: z.enum(['online', 'direct', 'post']),
    facts: object<DraftFacts>().optional(),
    answers: object<Answers>(),
    papers: z.array(z.string().max(100)).max(100).optional(),
  }),
  road: z.enum(roads),
  /** How much of each step's budget officers take. */
  pace: z.number().positive().max(10),
  elsewhere: z.boolean(),
  startAt: z.int().min(0).max(4_102_444_800_000),
  end: endShape,
});
export type SavedRun = z.output<typeof savedRunShape>;

/** More would make lint slow; a run takes a few milliseconds. */
export const mostRuns = 40;

let kept: WorkingCalendar | undefined;
/**
 * Office hours without holidays. Saved runs reckon by it, wherever and whenever they run: the days off of an instance are no part of
 * a procedure, and next year's decree must not break its checks.
 */
export const runCalendar = (): WorkingCalendar => {
  kept ??= buildCalendar({ hours: officeHours, days: [], version: 'tried/office' });
  return kept;
};

/** What a saved run is run on. */
export interface RunOn {
  readonly definition: ProcedureDefinition;
  readonly lists: CodeLists;
  /** Where the diagram is more than a line of steps. */
  readonly plan?: Plan | undefined;
}

/** Runs it once more. */
export function runAgain(
  run: Omit<SavedRun, 'end' | 'id' | 'name'>,
  { definition, lists, plan }: RunOn,
): { readonly tried: Tried; readonly end: RunEnd } {
  const { name, channel, answers, facts, papers } = run.persona;
  const tried = tryOut({
    definition: expandDefinition(definition),
    calendar: runCalendar(),
    lists,
    persona: {
      name,
      channel,
      answers,
      ...(facts === undefined ? {} : { facts }),
      ...(papers === undefined ? {} : { papers }),
    },
    road: run.road,
    pace: run.pace,
    elsewhere: run.elsewhere,
    startAt: run.startAt,
    ...(plan ? { plan } : {}),
  });
  return { tried, end: endOf(tried) };
}

/**
 * How it ends now; undefined where its answers are none that a form could have brought. A package may come from anybody, and the
 * rules below read only what was read by a form before: what they throw at is the run's fault, not theirs.
 */
export function endNow(run: SavedRun, on: RunOn): RunEnd | undefined {
  try {
    return runAgain(run, on).end;
  } catch {
    return undefined;
  }
}

/** The saved runs of a draft or package; undefined in the place of what is none. */
export const readRuns = (runs: readonly unknown[] = []): readonly (SavedRun | undefined)[] =>
  runs.map((candidate) => {
    const parsed = savedRunShape.safeParse(candidate);
    return parsed.success ? parsed.data : undefined;
  });
