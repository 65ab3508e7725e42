import {
  attempt,
  type Budget,
  type Channel,
  caseOf,
  holds,
  type LegalTime,
  type ProcedureDefinition,
  timeFor,
} from '#capabilities/forms';
import type { Explored } from '../explore/explore.ts';
import { type Finding, found } from '../finding.ts';

/** A working day has eight hours; five days in seven, and twenty in a month, are the fewest that are worked. */
const hoursOf: Readonly<Record<LegalTime['unit'], number>> = {
  hour: 1,
  working_day: 8,
  day: (8 * 5) / 7,
  month: 8 * 20,
};
const budgetHours = (budget: Budget): number => budget.value * hoursOf[budget.unit];

/**
 * Where the steps together may take longer than the law gives, by channel and case. Handing over the result is not
 * counted: it waits for the citizen, after the dossier is finished.
 */
export function timeFindings(definition: ProcedureDefinition, { walks }: Explored): readonly Finding[] {
  const worst = new Map<string, Finding>();
  const channels = [...new Set(definition.time.map((time) => time.channel))];
  for (const { answers, facts } of walks)
    for (const channel of channels) {
      const here = { ...facts, channel };
      const chosen = caseOf(definition, answers, here);
      // A table that fails here is told by the check of the tables.
      const reckoned = attempt(() => timeFor(definition, channel, chosen, answers, here));
      const time = reckoned.ok ? reckoned.value : undefined;
      if (time === undefined) continue;
      const limit = Math.floor(time.value * hoursOf[time.unit] * 10) / 10;
      const planned = definition.workflow.steps
        .filter((step) => step.does !== 'return' && !step.beside && holds(step.if, answers, here))
        .reduce((sum, step) => sum + budgetHours(step.budget), 0);
      const key = `${channel} ${chosen ?? ''} ${limit}`;
      if (planned > limit && planned > Number(worst.get(key)?.details['planned'] ?? 0))
        worst.set(
          key,
          found('time-over-legal', 'workflow.steps', { ...about(channel, chosen), planned, limit }),
        );
    }
  return [...worst.values()];
}

const about = (channel: Channel, chosen: string | undefined): Readonly<Record<string, string>> =>
  chosen === undefined ? { channel } : { channel, case: chosen };
