import type { Answers, Facts } from './answers.ts';
import { holds } from './condition.ts';
import { decidedTime } from './decisions/decided.ts';
import type { Channel, LegalTime, OtherResult, ProcedureDefinition, ProcedureResult } from './definition.ts';

/**
 * The legal time limit for a channel and case; the most particular entry wins (case and condition before the plain
 * one, the first of equals). Undefined when the procedure publishes none: then there is no appointment date. A table `deadline`
 * goes before the list where it names a time.
 * @throws Undecided where the table cannot decide.
 */
export function timeFor(
  definition: ProcedureDefinition,
  channel: Channel,
  caseId?: string,
  answers: Answers = {},
  facts: Facts = {},
): LegalTime | undefined {
  const decided = decidedTime(
    definition,
    channel,
    answers,
    caseId === undefined ? facts : { ...facts, case: caseId },
  );
  if (decided) return decided;
  const weight = (time: LegalTime) => (time.case === undefined ? 0 : 2) + (time.if === undefined ? 0 : 1);
  return definition.time
    .filter(
      (time) =>
        time.channel === channel &&
        (time.case === undefined || time.case === caseId) &&
        holds(time.if, answers, { ...facts, channel }),
    )
    .reduce<LegalTime | undefined>(
      (best, time) => (best === undefined || weight(time) > weight(best) ? time : best),
      undefined,
    );
}

/** Questions whose answers the paper states, in its order; undefined where the definition does not say. */
export const certifiedBy = (
  definition: Pick<ProcedureDefinition, 'result'>,
  result: ProcedureResult | undefined,
): readonly string[] | undefined => result?.certifies ?? definition.result.certifies;

/**
 * Results this dossier may end in, of one kind. Grants: those of `otherResults` whose condition holds, else the
 * procedure's own result, so that there is always one. Refusals and notices may be none.
 */
export function resultsFor(
  definition: ProcedureDefinition,
  kind: OtherResult['kind'],
  answers: Answers,
  facts: Facts = {},
): readonly ProcedureResult[] {
  const found = (definition.otherResults ?? []).filter(
    (other) => other.kind === kind && holds(other.if, answers, facts),
  );
  return kind === 'grant' && found.length === 0 ? [definition.result] : found;
}
