import type { DesignServices, ProcedureDraft } from '#capabilities/catalogue';
import {
  type Answers,
  expandDefinition,
  type Facts,
  inventAnswers,
  type ProcedureDefinition,
} from '#capabilities/forms';
import type { PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { readingToday } from '../core/reading.ts';

export interface Invented {
  /** As dossiers are judged by it. */
  readonly definition: ProcedureDefinition;
  readonly answers: Answers;
  readonly facts: Facts;
}

/** Answers of an invented person who files online today. @param round another one, other answers. */
export async function invented(
  ctx: PageCtx,
  doors: Doors,
  services: Pick<DesignServices, 'definitionOf'>,
  { draft, round }: { readonly draft: ProcedureDraft; readonly round: number },
): Promise<Invented> {
  const definition = expandDefinition(await services.definitionOf(draft.content));
  const reading = readingToday(ctx, doors);
  const answers = inventAnswers(definition.form, reading, round * 7919 + 1);
  return { definition, answers, facts: { ...reading.facts, today: reading.today } };
}
