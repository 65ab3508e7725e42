import { stepOfPlan, type WorkflowStep } from '#capabilities/workflow';
import { allows, type OfficerActor, type OfficerRole } from '#kernel/actor';
import type { OfficerId, UnitId } from '#kernel/ids';
import type { Instant } from '#kernel/time';
import { dossierPermissions } from '../permissions.ts';
import { ownTasks } from '../rules/plan/fold-plan.ts';
import { type ProcedureRules, stepOf } from '../rules/rules-of-procedure.ts';
import { type DossierState, openFees } from '../rules/state.ts';

/** A desk on which a tried dossier lies at a moment: whoever holds this role in this unit sees it, and may act on it. */
export interface TriedDesk {
  /** Names it in an address: the task of a plan, or the role. */
  readonly id: string;
  readonly role: OfficerRole;
  readonly unit: UnitId;
  readonly step: WorkflowStep | undefined;
  /** Task of a plan, where several are open side by side. */
  readonly task?: string;
  /** When the work of this desk is due. */
  readonly due?: Instant | undefined;
}

/** Every desk at which somebody is asked to do something now, the leading one first; never empty, for an ended dossier lies somewhere too. */
export function desksAt(rules: ProcedureRules, state: DossierState): readonly [TriedDesk, ...TriedDesk[]] {
  const { steps } = rules.definition.workflow;
  const atStep = (step: WorkflowStep | undefined, unit: UnitId, due?: Instant): TriedDesk => ({
    id: step?.role ?? 'one-stop-officer',
    role: step?.role ?? 'one-stop-officer',
    unit,
    step,
    due,
  });
  if (state.acceptedAt === undefined) {
    const open = state.stage === 'submitted' ? state.answerBy : undefined;
    return [atStep(steps.find(({ does }) => does === 'receive') ?? steps[0], state.receiver, open)];
  }
  if (state.stage === 'finished' || state.stage === 'returned') return afterResult(rules, state, atStep);
  const { plan } = rules;
  const asked = (state.plan?.tasks ?? []).filter((task) => task.opinion !== undefined);
  const tasks = plan ? [...ownTasks(state), ...asked] : [];
  const [first, ...others] = tasks.flatMap(({ id, node, unit, due }): TriedDesk[] => {
    const step = plan && stepOfPlan(plan, node);
    return step ? [{ id, role: step.role, unit, step, task: id, due }] : [];
  });
  if (first) return [first, ...others];
  // While a plan waits for a timer, a message or another dossier it lies with whoever works it up.
  const waits = steps.find(({ does }) => does === 'appraise') ?? steps[0];
  return [atStep(stepOf(rules, state) ?? waits, state.holder, state.stepDue)];
}

/** The result lies at the desk that hands it over; what is owed may have to be taken by another one. */
function afterResult(
  { definition }: ProcedureRules,
  state: DossierState,
  atStep: (step: WorkflowStep | undefined, unit: UnitId) => TriedDesk,
): readonly [TriedDesk, ...TriedDesk[]] {
  const desk = atStep(
    definition.workflow.steps.find(({ does }) => does === 'return'),
    state.receiver,
  );
  const owed = state.stage === 'finished' && openFees(state).length > 0;
  if (!owed || allows(deskOfficer(desk), dossierPermissions['dossiers.take-fee'])) return [desk];
  return [desk, { id: 'fee-desk', role: 'fee-desk', unit: state.receiver, step: undefined }];
}

/** Somebody with this role in this unit and no other; drafts and signatures of a run are other people's. */
export const deskOfficer = ({ role, unit }: Pick<TriedDesk, 'role' | 'unit'>, name = ''): OfficerActor => ({
  kind: 'officer',
  officer: '00000000-0000-8000-8000-000000000109' as OfficerId,
  name,
  posts: [{ unit, role }],
  readableUnits: [unit],
  everywhere: false,
});
