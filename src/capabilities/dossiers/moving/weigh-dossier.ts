import { type Answers, attempt, type ProcedureDefinition } from '#capabilities/forms';
import { localDate } from '#kernel/time';
import type { Ctx } from '#platform/context';
import type { Reader } from '#platform/db';
import { planFor, rulesFor } from '../commands/act-on-dossier.ts';
import type { Applicant } from '../commands/compose-dossier.ts';
import { type LoadedDossier, loadDossier } from '../queries/load-dossier.ts';
import { actsOf, documentsOf } from '../queries/looking.ts';
import { factsOf } from '../rules/filing.ts';
import type { MovedPlan } from '../rules/plan/plan-state.ts';
import type { ProcedureRules } from '../rules/rules-of-procedure.ts';
import type { DossierServices } from '../services.ts';
import { type PromiseKept, promiseAfterMove } from './promise.ts';
import type { MovePlaces } from './queries.ts';
import { roadAfter } from './road.ts';
import { answersUnder, type Filed, type Hindrance, hindrancesOf } from './weigh.ts';

export interface WeighedDossier {
  readonly dossier: LoadedDossier;
  readonly why: readonly Hindrance[];
  readonly promise: PromiseKept;
  /** Where it goes on in the plan of the new version. */
  readonly moved: MovedPlan | undefined;
  /** Everything its rules asked so far, and ask under the new version. */
  readonly was: ProcedureRules;

  readonly is: ProcedureRules;
}

/** Looks at one dossier under another version: can it go over, and what becomes of its promise. */
export async function weighDossier(
  ctx: Ctx,
  services: DossierServices,
  reader: Reader,
  asked: {
    readonly home_unit: string;
    readonly id: string;
    readonly version: number;
    readonly definition: ProcedureDefinition;
    /** Elements that stand in the place of others, by the version they stand in. */
    readonly places: MovePlaces;
  },
  query = loadDossier,
): Promise<WeighedDossier | undefined> {
  const key = { home_unit: asked.home_unit, id: asked.id };
  const dossier = await reader.find(query, key);
  if (!dossier) return undefined;
  const documents = await reader.rows(documentsOf, key);
  const was = await rulesFor(services, dossier);
  const filed = filedIn(dossier, was, documents);
  const { plan: _, units: __, ...line } = was;
  const answers = answersUnder(asked.definition, filed);
  const is: ProcedureRules = {
    ...line,
    definition: asked.definition,
    answers,
    ...(await planFor(services, {
      code: dossier.procedure_code,
      version: asked.version,
      competent: dossier.state.competent,
      answers,
    })),
  };
  const { state, procedure_version: version } = dossier;
  const acts = is.plan && (state.plan ?? state.step) ? await reader.rows(actsOf, key) : [];
  const road = roadAfter({ state, acts, was, is, places: asked.places[version] ?? {} });
  const decider = (definition: ProcedureDefinition, given: Answers) =>
    services.competentUnit(definition, given, dossier.state.receiver, filed.facts);
  const why = hindrancesOf({
    state: dossier.state,
    was: was.definition,
    is: asked.definition,
    road: road.hindered,
    filed,
    competent: {
      was: await decider(was.definition, was.answers),
      is: await decider(asked.definition, answers),
    },
    lists: services.lists,
  });
  // A table of either version may fail to say the legal time: then nothing can be promised by it.
  const promise = attempt(() => promiseAfterMove(dossier.state, was, is, ctx.clock.now()));
  return {
    dossier,
    why: why.length === 0 && !promise.ok ? [{ code: 'tables' }] : why,
    promise: promise.ok ? promise.value : { due: null, counted: null },
    moved: road.moved,
    was,
    is,
  };
}

function filedIn(
  { state, applicant: told }: LoadedDossier,
  { answers }: ProcedureRules,
  documents: readonly { readonly demand: string; readonly replaced_by: string | null }[],
): Filed {
  const applicant = told as Partial<Applicant>;
  const representing = (['other', 'business'] as const).find((each) => each === applicant.representing);
  return {
    answers,
    facts: factsOf(
      state.channel,
      {
        ...(representing ? { representing } : {}),
        ...(applicant.represented ? { represented: applicant.represented } : {}),
      },
      state.submittedAt,
    ),
    day: localDate(state.submittedAt),
    handedIn: documents.filter(({ replaced_by }) => replaced_by === null).map(({ demand }) => demand),
  };
}
