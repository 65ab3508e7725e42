import {
  type ProcedureDefinition,
  type ReadyDecisions,
  readyDecisions,
  withDecisions,
} from '#capabilities/forms';
import { type FeelWorker, openFeelWorker } from '#capabilities/rules';
import type { DraftContent } from './content.ts';

export interface DraftTables {
  /** A thread for decision tables that nobody has approved yet. */
  readonly tables: FeelWorker;
  /** The definition of a draft together with its tables, as dossiers would be judged by it. */
  definitionOf(content: DraftContent): Promise<ProcedureDefinition>;
}

/** What a file may take to read and make ready before it is let onto the serving thread: a table of 400 rows takes some 50 ms. */
const mostMs = 100;
const mostKept = 20;

/**
 * Tables of drafts are read and judged in a thread that is ended when it takes too long. Only what has passed there, and quickly,
 * is made ready here too; anything else is a broken table that decides nothing.
 */
export function draftTables(tables: FeelWorker = openFeelWorker({ limitMs: 1500, queue: 20 })): DraftTables {
  const kept = new Map<string, Promise<ReadyDecisions>>();
  return {
    tables,
    async definitionOf({ definition, decisions }) {
      if (decisions === undefined) return definition;
      let ready = kept.get(decisions);
      if (!ready) {
        if (kept.size >= mostKept) kept.clear();
        ready = judged(tables, decisions);
        kept.set(decisions, ready);
      }
      const found = await ready;
      // A thread that was busy or ended says nothing about the file.
      if ('broken' in found && /^(closed|too-)/.test(found.broken.code)) kept.delete(decisions);
      return withDecisions(definition, found);
    },
  };
}

async function judged(tables: FeelWorker, xml: string): Promise<ReadyDecisions> {
  let best = Number.POSITIVE_INFINITY;
  // The first look of a fresh thread pays for the thread.
  for (let turn = 0; turn < 2 && best > mostMs; turn += 1) {
    const look = await tables.look(xml);
    if (!look.ok) return { broken: look.refusal };
    const [problem] = look.value.problems;
    if (problem) return { broken: problem };
    best = Math.min(best, look.value.ms);
  }
  return best > mostMs ? { broken: { code: 'dmn-too-costly' } } : readyDecisions(xml);
}
