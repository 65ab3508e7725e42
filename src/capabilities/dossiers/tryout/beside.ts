import type { WorkingCalendar } from '#capabilities/calendar';
import { budgetMinutes, stepOfPlan } from '#capabilities/workflow';
import type { Instant } from '#kernel/time';
import { papersPassed } from '../rules/plan/passed-papers.ts';
import type { OpenTask, PlanStep } from '../rules/plan/plan-state.ts';
import { isPlanned, type PlannedRules } from '../rules/plan/walk-plan.ts';
import { workingMinutesAfter } from '../rules/rules-of-procedure.ts';
import { atStep, type Move, type Road } from './moves.ts';
import type { Stage } from './stage.ts';

interface Pace {
  readonly calendar: WorkingCalendar;
  readonly pace: number;
  readonly road: Road;
}
type Due = Move & { readonly at: Instant };

const minute = 60_000;

/**
 * What happens next in a plan: everything that is open goes on at the same time, and what is ready first comes first. Undefined while
 * the dossier is not at work, or when nothing is open.
 */
export function planMove(stage: Stage, asked: Pace): Move | undefined {
  const { rules, state } = stage;
  if (!isPlanned(rules) || !state.plan || !['accepted', 'in-process', 'finished'].includes(state.stage))
    return undefined;
  const { tasks, calls, timers, messages } = state.plan;
  const alone = tasks.length === 1 && calls.length === 0;
  const moves: Due[] = [
    ...tasks.flatMap((task) => {
      const does = stepOfPlan(rules.plan, task.node)?.does;
      // The result leaves the house when nobody else is at work, and is handed over at the desk.
      return does === 'return' || (does === 'issue' && !alone)
        ? []
        : (ofTask(stage, rules, task, asked) ?? []);
    }),
    ...timers.map(({ due }): Due => ({ intent: 'fire-timer', input: {}, by: 'machine', at: due })),
    ...messages.map(
      ({ message }): Due => ({
        intent: 'receive-message',
        input: { message, note: '' },
        by: 'worker',
        at: stage.now + 60 * minute,
      }),
    ),
    ...calls.map(({ id, node, dossier }): Due => {
      if (dossier)
        return {
          intent: 'end-call',
          input: { dossier: dossier.id, outcome: 'granted' },
          by: 'machine',
          at: workingMinutesAfter(asked.calendar, stage.now, 480),
        };
      const opened = { homeUnit: calledUnit, id: `${calledId}${id.padStart(4, '0')}`, code: `THU-${id}` };
      return {
        intent: 'open-call',
        input: { call: id, dossier: opened, papers: passedAt(stage, rules, node) },
        by: 'machine',
        at: stage.now + minute,
      };
    }),
  ];
  return moves.toSorted((a, b) => a.at - b.at)[0];
}

/** Papers that the call takes along; what the called procedure asks for is not known here. */
const passedAt = ({ papers }: Stage, { plan, definition }: PlannedRules, node: string) =>
  papersPassed(plan, { node }, { here: definition, there: undefined, held: papers }).map(
    ({ paper, demand, title }) => ({ demand, title, sha256: paper.sha256 }),
  );

const calledUnit = '00000000-0000-8000-8000-000000000001';
const calledId = '00000000-0000-8000-8000-00000003';

/** One task: as long after it began as its time and the pace say. */
function ofTask(
  stage: Stage,
  rules: PlannedRules,
  task: OpenTask,
  { calendar, pace, road }: Pace,
): Due | undefined {
  const step = stepOfPlan(rules.plan, task.node);
  if (!step) return undefined;
  const minutes = Math.max(1, Math.round(budgetMinutes(step.budget) * pace));
  const ready = workingMinutesAfter(calendar, begunAt(stage, task), minutes);
  const at = Math.max(ready, stage.now + minute);
  if (task.opinion)
    return {
      intent: 'give-opinion',
      input: { id: task.opinion.id, text: 'Không có ý kiến khác', agrees: road !== 'refused' },
      by: 'worker',
      at,
    };
  const move = atStep(stage.state, step, road);
  if (!move) return undefined;
  const input = move.intent === 'finish-step' ? { ...(move.input as object), task: task.id } : move.input;
  return {
    ...move,
    input,
    at: move.minutes === undefined ? at : Math.max(at, stage.now + move.minutes * minute),
  };
}

const begunAt = ({ told, now }: Stage, { id }: OpenTask): Instant =>
  told.findLast(({ act }) => (act.payload as { plan?: PlanStep }).plan?.tasks?.some((task) => task.id === id))
    ?.act.at ?? now;
