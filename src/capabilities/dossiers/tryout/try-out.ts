import type { WorkingCalendar } from '#capabilities/calendar';
import type { Answers, CodeLists, ProcedureDefinition } from '#capabilities/forms';
import { budgetMinutes, checkWorkflow, type Plan, type WorkflowStep } from '#capabilities/workflow';
import type { Refusal } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { Draft, DraftFacts } from '../queries/drafts.ts';
import type { Act } from '../rules/acts.ts';
import { type Costs, costsOf } from '../rules/costs.ts';
import { demandTitle, type Filing, factsOf, owedFees, weighFiling } from '../rules/filing.ts';
import { unitsNamed } from '../rules/plan/walk-plan.ts';
import type { Intent } from '../rules/possible.ts';
import {
  answerByFor,
  type ProcedureRules,
  stepOf,
  workingMinutesAfter,
} from '../rules/rules-of-procedure.ts';
import { signActs, signatureOf } from '../rules/sign.ts';
import { type DossierState, nationalStatus } from '../rules/state.ts';
import { planMove } from './beside.ts';
import { machine, signer, triedCitizen, triedCompetent, triedReceiver, triedUnits, worker } from './cast.ts';
import { type Move, nextMove, type Road } from './moves.ts';
import { Stage } from './stage.ts';

/** An invented person with what they would answer and bring. */
export interface Persona {
  readonly name: string;
  readonly channel: Draft['channel'];
  readonly facts?: DraftFacts;
  readonly answers: Answers;
  /** Ids of demands for which a file is there; everything that must be submitted when silent. */
  readonly papers?: readonly string[];
}

export interface TryOut {
  readonly definition: ProcedureDefinition;
  readonly calendar: WorkingCalendar;
  readonly lists: CodeLists;
  readonly persona: Persona;
  readonly road: Road;
  readonly startAt: Instant;
  /** How much of each step's budget officers take: 0.5 is half, 2 is twice and late. */
  readonly pace: number;
  /** Where the diagram of the draft is more than a line of steps. */
  readonly plan?: Plan | undefined;
  /** Whether the place that receives is another than the one that decides. */
  readonly elsewhere: boolean;
}

export interface TriedMoment {
  readonly at: Instant;
  readonly act: Act;
  /** National status after it. */
  readonly status: number;
  readonly stage: DossierState['stage'];
  readonly step: WorkflowStep | undefined;
  readonly due: DossierState['due'];
  /** Everything that its acts had made of the dossier by then. */
  readonly state: DossierState;
  /** After the date that was promised. */
  readonly late: boolean;
}

export interface Tried {
  /** What the form made of the answers: faults, papers asked for and missing, fees. */
  readonly filing: Filing;
  readonly story: readonly TriedMoment[];
  /** Why it went no further; undefined when it reached its end. */
  readonly stuck: Refusal | undefined;
  readonly state: DossierState | undefined;
  /** What it was judged by; undefined where it could not be filed. */
  readonly rules: ProcedureRules | undefined;
}

/** What the fees of a run cost: nobody charges them. */
export const costsOfTried = ({ fees }: Pick<Filing, 'fees'>): Costs =>
  costsOf(fees.map(({ id, amount }) => ({ fee: id, amount })));

/** A road longer than this leads nowhere. */
const mostMoves = 80;

/**
 * Runs a definition that nobody has published from filing to its end, by the very rules that dossiers live by, with
 * invented people and a clock that moves as it is told. Nothing is stored.
 */
export function tryOut(asked: TryOut): Tried {
  const { definition, persona, lists, startAt } = asked;
  const files = papersOf(asked);
  const facts = persona.facts ?? {};
  const draft = { channel: persona.channel, facts, answers: persona.answers, files };
  const filing = weighFiling(definition, draft, lists, startAt);
  const fault = faultOf(filing);
  if (fault) return { filing, story: [], stuck: fault, state: undefined, rules: undefined };
  // A line that lint refuses is not walked: rules of dossiers lean on a road that has every stage.
  if (!asked.plan && checkWorkflow(definition.workflow).length > 0)
    return { filing, story: [], stuck: { code: 'road-broken' }, state: undefined, rules: undefined };

  const rules: ProcedureRules = {
    definition,
    calendar: asked.calendar,
    answers: filing.answers,
    facts: factsOf(persona.channel, facts, startAt),
    ...(asked.plan ? { plan: asked.plan, units: triedUnits(unitsNamed(asked.plan, filing.answers)) } : {}),
  };
  const papers = files.map(({ demand, sha256 }) => ({
    demand,
    sha256,
    title: demandTitle(filing.demands, demand),
  }));
  const stage = new Stage({ rules, papers }, begin(asked, filing), startAt);
  let stuck: Refusal | undefined;
  for (let moves = 0; ; moves++) {
    const move = moveOf(stage, asked);
    if (!move) break;
    stuck = moves >= mostMoves ? { code: 'never-ends' } : play(stage, asked, move);
    if (stuck) break;
  }
  return { filing, story: storyOf(stage, rules), stuck, state: stage.state, rules };
}

/** Everything that must be submitted, unless the persona says what is there. */
function papersOf({ definition, persona, lists, startAt }: TryOut): Draft['files'] {
  const { demands } = weighFiling(
    definition,
    { channel: persona.channel, facts: persona.facts ?? {}, answers: persona.answers, files: [] },
    lists,
    startAt,
  );
  const all = demands.filter((demand) => demand.group === 'submit').map((demand) => demand.id);
  return (persona.papers ?? all).map((demand) => ({
    id: demand,
    demand,
    sha256: '',
    name: `${demand}.pdf`,
    size: 0,
    kind: 'pdf',
  }));
}

function faultOf(filing: Filing): Refusal | undefined {
  const page = filing.errors[0];
  if (page) return { code: 'answers-open', field: page.page, details: { pages: filing.errors.length } };
  if (filing.undecided) return filing.undecided;
  const paper = filing.missing[0];
  return paper && { code: 'papers-missing', field: paper.id, details: { papers: filing.missing.length } };
}

const begin = (
  { persona, calendar, startAt, elsewhere }: TryOut,
  filing: Filing,
): ReturnType<typeof signActs> =>
  signActs(
    undefined,
    [
      {
        kind: 'submitted',
        payload: {
          channel: persona.channel,
          receiver: triedReceiver,
          competent: triedCompetent,
          identityPending: false,
          ...(elsewhere ? { elsewhere: true } : {}),
          delivery: 'counter',
          answerBy: answerByFor(calendar, startAt),
          fees: owedFees(filing.fees),
        },
      },
    ],
    startAt,
    signatureOf(triedCitizen(persona.name), null),
  );

/** What stands in the way goes first (a hand-over, papers, the counter); a plan then says what is ready first. */
function moveOf(stage: Stage, { road, calendar, pace }: TryOut): Move | undefined {
  const { state, rules } = stage;
  const next = nextMove(state, stepOf(rules, state), road, stage.asked);
  const planned = planMove(stage, { road, calendar, pace });
  const first = next && (next.budget === undefined || !state.plan) && !workOfPlan.has(next.intent);
  return planned && !first ? planned : next;
}
/** Of a plan these are played in the order in which they are ready. */
const workOfPlan: ReadonlySet<Intent> = new Set([
  'finish-step',
  'draft-result',
  'approve-result',
  'issue',
  'confirm-draft',
]);

/** Time goes by as the move takes, then it is done; why not, when the rules refuse it. */
function play(stage: Stage, { pace, calendar, persona }: TryOut, move: Move): Refusal | undefined {
  const minutes =
    move.minutes ?? Math.max(1, Math.round((move.budget ? budgetMinutes(move.budget) : 60) * pace));
  const ends = Math.max(workingMinutesAfter(calendar, stage.now, minutes), stage.now + 60_000);
  // What falls due meanwhile happens meanwhile; and what then has changed is looked at again.
  const { wake, timers = [] } = stage.state.plan ?? {};
  // A plan wakes at once for a dossier that is to be opened, too; that is a move of its own.
  const due = wake === undefined ? Number.POSITIVE_INFINITY : Math.min(...timers.map((timer) => timer.due));
  if (due <= ends && move.by !== 'machine')
    return stage.act('fire-timer', {}, machine, Math.max(due, stage.now));
  const at = move.at === undefined ? ends : Math.max(move.at, stage.now);
  const people = { citizen: triedCitizen(persona.name), signer, worker, machine };
  return stage.act(move.intent, move.input, people[move.by], at);
}

function storyOf(stage: Stage, rules: ProcedureRules): readonly TriedMoment[] {
  return stage.told.map(({ act, state }) => ({
    at: act.at,
    act,
    status: nationalStatus[state.stage],
    stage: state.stage,
    step: stepOf(rules, state),
    due: state.due,
    state,
    late: state.due?.minute != null && act.at > state.due.minute,
  }));
}
