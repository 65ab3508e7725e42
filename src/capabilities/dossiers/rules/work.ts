import type { WorkflowStep } from '#capabilities/workflow';
import type { UnitId } from '#kernel/ids';
import { type Instant, instantAt } from '#kernel/time';
import { ownTasks } from './plan/fold-plan.ts';
import { clockOf, type DossierState, openFees } from './state.ts';

/** Work lists of DOMAIN §1.4 B17; near due and overdue are looks at the date, across lists. */
export const workLists = [
  'to-accept',
  'newly-accepted',
  'in-process',
  'waiting-supplement',
  'supplement-sent',
  'waiting-payment',
  'paused',
  'withdrawal',
  'waiting-confirmation',
  'to-return',
  'opinions',
] as const;
export type WorkList = (typeof workLists)[number];

export interface WorkRow {
  readonly unit: UnitId;
  readonly list: WorkList;
  /** Sorts by risk: the nearest of the step's and the dossier's own due moment. */
  readonly due_at: Instant;
  readonly officer: string | null;
  readonly role: string | null;
  readonly step_name: string;
  readonly flags: readonly string[];
  readonly waits_for: string;
}

/** End of the promised day where there is no promised minute. */
export const dueMoment = (state: Pick<DossierState, 'due'>): Instant | undefined =>
  state.due?.minute ?? (state.due?.date == null ? undefined : instantAt(state.due.date, 17 * 60));

/** Far future, for dossiers without a promised date: they stand last. */
const noDate: Instant = 4_102_444_800_000;

function mainList(state: DossierState): WorkList | undefined {
  switch (state.stage) {
    case 'submitted':
      return 'to-accept';
    case 'accepted':
      return 'newly-accepted';
    case 'in-process':
      return state.result?.shown && !state.result.confirmed ? 'waiting-confirmation' : 'in-process';
    case 'supplement':
      return state.supplement?.sentAt === undefined ? 'waiting-supplement' : 'supplement-sent';
    case 'financial':
      return 'waiting-payment';
    case 'withdrawal':
      return 'withdrawal';
    case 'paused':
      return 'paused';
    case 'finished':
      return 'to-return';
    default:
      return undefined;
  }
}

function flagsOf(state: DossierState): string[] {
  return [
    ...(state.elsewhere ? ['elsewhere'] : []),
    ...(state.identityPending ? ['identity-pending'] : []),
    ...(openFees(state).length > 0 ? ['fee-owed'] : []),
    ...(state.apology ? ['apologised'] : []),
    ...(state.custody.at(-1)?.takenAt === undefined ? ['in-transit'] : []),
    ...(state.result?.disputed && !state.result.confirmed ? ['draft-disputed'] : []),
    ...(state.opinions.some((opinion) => !opinion.answer) ? ['opinion-open'] : []),
    ...(state.plan?.urgent ? ['urgent'] : []),
  ];
}

/** A result nobody fetches is asked about after a week. */
const fetchWithin = 7 * 86_400_000;

/** What is late when it passes: the answer to a filing, the promise while the clock runs, the person's own time. */
function riskMoment(state: DossierState): Instant {
  if (state.stage === 'submitted') return state.answerBy;
  if (state.stage === 'finished') return (state.finishedAt ?? noDate) + fetchWithin;
  if (state.supplement) return instantAt(state.supplement.until, 17 * 60);
  return clockOf(state) === 'running' ? (dueMoment(state) ?? noDate) : noDate;
}

/** Tasks of a plan beside the leading one: a row for each unit that does not hold the dossier, for all that it has to do. */
function rowsBeside(state: DossierState, flags: readonly string[]): readonly WorkRow[] {
  if (!state.plan || !['accepted', 'in-process'].includes(state.stage)) return [];
  const beside = ownTasks(state).filter(({ unit }) => unit !== state.holder);
  return [...new Set(beside.map(({ unit }) => unit))].map((unit) => {
    const tasks = beside.filter((task) => task.unit === unit);
    const officers = new Set(tasks.map(({ assignee }) => assignee?.id));
    return {
      unit,
      list: 'in-process',
      due_at: Math.min(...tasks.map(({ due }) => due)),
      officer: officers.size === 1 ? (tasks[0]?.assignee?.id ?? null) : null,
      role: null,
      step_name: '',
      flags,
      waits_for: '',
    };
  });
}

/** One unit stands once in a list, with the nearest of its due moments. */
function onePerList(rows: readonly WorkRow[]): readonly WorkRow[] {
  const kept = new Map<string, WorkRow>();
  for (const row of rows) {
    const key = `${row.unit} ${row.list}`;
    const known = kept.get(key);
    kept.set(key, known ? { ...known, due_at: Math.min(known.due_at, row.due_at) } : row);
  }
  return [...kept.values()];
}

/** Who has something to do now: the holder, units with a task beside it, and each unit whose opinion is awaited. */
export function workOf(state: DossierState, step: WorkflowStep | undefined): readonly WorkRow[] {
  const list = mainList(state);
  const flags = flagsOf(state);
  const rows: WorkRow[] = [];
  if (list) {
    const due = riskMoment(state);
    rows.push({
      unit: state.holder,
      list,
      due_at:
        state.stage === 'in-process' && state.stepDue !== undefined ? Math.min(state.stepDue, due) : due,
      officer: state.assignee?.id ?? null,
      role: state.stage === 'submitted' ? 'one-stop-officer' : (step?.role ?? null),
      step_name: step?.name.vi ?? '',
      flags,
      waits_for: state.supplement?.until ?? '',
    });
  }
  for (const opinion of state.opinions) {
    if (opinion.answer || opinion.unit === state.holder || !list) continue;
    rows.push({
      unit: opinion.unit,
      list: 'opinions',
      due_at: opinion.due,
      officer: null,
      role: null,
      step_name: '',
      flags,
      waits_for: '',
    });
  }
  return state.plan ? onePerList([...rows, ...rowsBeside(state, flags)]) : rows;
}
