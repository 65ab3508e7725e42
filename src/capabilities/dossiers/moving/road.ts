import { feelOf, type ProcedureDefinition } from '#capabilities/forms';
import { compileFeel } from '#capabilities/rules';
import { compilePlan, linePlan, type Places, type Plan } from '#capabilities/workflow';
import type { Act } from '../rules/acts.ts';
import { planAfterMove } from '../rules/plan/move-plan.ts';
import type { MovedPlan } from '../rules/plan/plan-state.ts';
import { isPlanned } from '../rules/plan/walk-plan.ts';
import type { ProcedureRules } from '../rules/rules-of-procedure.ts';
import type { DossierState } from '../rules/state.ts';
import type { Hindrance } from './weigh.ts';

/** Whether it can stand in the other workflow, and where. */
export interface RoadAfter {
  readonly hindered: readonly Hindrance[];
  /** Its place in the plan of the new version; absent on a line, where its step is the same. */
  readonly moved?: MovedPlan;
}
const stays: RoadAfter = { hindered: [] };

/**
 * Where a dossier goes on under another version. On a line the step is there too, done by the same people for the same purpose; in a
 * plan everything open is, under its own id or at the element chosen for it.
 */
export function roadAfter(about: {
  readonly state: DossierState;
  readonly acts: readonly Act[];
  readonly was: ProcedureRules;
  readonly is: ProcedureRules;
  readonly places: Places;
}): RoadAfter {
  const { state, acts, was, is, places } = about;
  if (state.step === undefined && state.plan === undefined) return stays;
  if (!isPlanned(is)) return state.plan ? hinderedBy('step', openIn(state, was)) : onLine(state, was, is);
  const plan = was.plan ?? planOfLine(was.definition);
  if (!plan) return hinderedBy('step', openIn(state, was));
  const moved = planAfterMove({ state, acts, was: plan, is, places });
  if (moved.ok) return { hindered: [], moved: moved.value };
  const { code, names } = moved.refusal;
  return hinderedBy(code === 'not-there' ? 'step' : 'together', names);
}

const hinderedBy = (code: Hindrance['code'], names: Hindrance['names'] = []): RoadAfter => ({
  hindered: [names.length > 0 ? { code, names } : { code }],
});

function onLine({ step }: DossierState, was: ProcedureRules, is: ProcedureRules): RoadAfter {
  const [before, after] = [was, is].map(({ definition }) =>
    definition.workflow.steps.find(({ id }) => id === step),
  );
  const same =
    before !== undefined &&
    after !== undefined &&
    before.does === after.does &&
    before.place === after.place &&
    before.role === after.role;
  return same ? stays : hinderedBy('step', before ? [before.name] : []);
}

/** Names of the steps that are open. */
function openIn({ step, plan }: DossierState, { definition }: ProcedureRules): Hindrance['names'] {
  const open = new Set(plan ? plan.tasks.map(({ node }) => node) : [step]);
  return definition.workflow.steps.flatMap(({ id, name }) => (open.has(id) ? [name] : []));
}

const drawn = new WeakMap<ProcedureDefinition, Plan | undefined>();

/** A line of steps as the plan it would be. */
function planOfLine(definition: ProcedureDefinition): Plan | undefined {
  if (drawn.has(definition)) return drawn.get(definition);
  const line = linePlan(definition.workflow.steps, { feelOf });
  const compiled = compilePlan(line, { compile: (text) => compileFeel(text) });
  const plan = compiled.ok ? compiled.value : undefined;
  drawn.set(definition, plan);
  return plan;
}
