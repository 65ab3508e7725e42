import { type Draft, type DraftFacts, factsOf, findDraft } from '#capabilities/dossiers';
import {
  type Answers,
  attempt,
  type DocumentDemand,
  type Facts,
  missingDocuments,
  type ProcedureDefinition,
  type ReadingContext,
  reachableAnswers,
  requiredDocuments,
} from '#capabilities/forms';
import { isUuid } from '#kernel/ids';
import { localDate } from '#kernel/time';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { type Known, knownOf } from './known.ts';
import { type Road, roadOf } from './road.ts';

/** A draft with everything its pages ask: the pinned form, the answers that count, and how far the person is. */
export interface OpenFiling {
  readonly draft: Draft;
  readonly definition: ProcedureDefinition;
  readonly facts: Facts;
  /** Answers of questions that can be reached; others wait in the draft in case the person changes back. */
  readonly answers: Answers;
  readonly demands: readonly DocumentDemand[];
  readonly missing: readonly DocumentDemand[];
  readonly known: Known;
  readonly reading: ReadingContext;
  readonly road: Road;
}

/** Undefined when there is no such draft for whoever asks: drafts of others do not exist. */
export async function openFiling(ctx: PageCtx, doors: Doors, id: string): Promise<OpenFiling | undefined> {
  if (!isUuid(id)) return undefined;
  const [draft, known] = await Promise.all([findDraft(ctx, id), knownOf(ctx, doors.services.lists)]);
  return draft && viewOfDraft(ctx, doors, draft, known);
}

async function viewOfDraft(ctx: PageCtx, doors: Doors, draft: Draft, known: Known): Promise<OpenFiling> {
  const definition = await doors.services.procedure(draft.procedure_code, draft.procedure_version);
  const now = ctx.clock.now();
  const facts = factsOf(draft.channel, draft.facts, now);
  const answers = reachableAnswers(definition.form, draft.answers, facts);
  // A failing table is told on the check page; until then the way stays open.
  const asked = attempt(() => requiredDocuments(definition, answers, facts));
  const demands = asked.ok ? asked.value : [];
  const given = draft.files.map((file) => file.demand);
  const missing = missingDocuments(demands, given).filter((demand) => demand.group === 'submit');
  const reading: ReadingContext = { today: localDate(now), lists: doors.services.lists, facts };
  return {
    draft,
    definition,
    facts,
    answers,
    demands,
    missing,
    known,
    reading,
    road: roadOf({ draft, definition, facts, answers, missing: missing.length }),
  };
}

export const representingOf = (facts: DraftFacts): NonNullable<DraftFacts['representing']> =>
  facts.representing ?? 'self';
