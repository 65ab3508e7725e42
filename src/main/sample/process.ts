import { resultFor } from '#capabilities/dossiers';
import type { WorkflowStep } from '#capabilities/workflow';
import type { OfficerActor } from '#kernel/actor';
import { formatDate, localDate } from '#kernel/time';
import { reasonFor, storyWords } from './story-words.ts';
import type { Teller } from './teller.ts';

type Does = WorkflowStep['does'];
interface Beginning {
  /** The unit has taken the dossier over and somebody has looked. */
  readonly begin?: boolean;
  readonly assign?: boolean;
  /** The result is drafted and the step goes on. */
  readonly draft?: boolean;
}

/** How the time of a dossier is divided among its steps. */
const shareOf: Readonly<Record<Does, number>> = {
  receive: 0,
  appraise: 5,
  check: 1.5,
  approve: 1,
  issue: 0.8,
  return: 0,
};

const roadFrom = (teller: Teller): readonly WorkflowStep[] => {
  const { plan, stepsDone } = teller.state;
  // Branches of a plan stand one after the other in the list: what is not done is to come, wherever it stands.
  if (plan) return teller.steps.filter(({ id }) => !stepsDone.includes(id));
  const at = teller.steps.findIndex((step) => step.id === teller.state.step);
  return teller.steps.slice(Math.max(0, at));
};

/** Works until the dossier stands at a step that does so, and into it as far as told. */
export async function processTo(teller: Teller, does: Does, window: number, at: Beginning): Promise<void> {
  const road = roadFrom(teller);
  const stop = road.findIndex((step) => step.does === does);
  const before = road.slice(0, Math.max(0, stop));
  const total = before.reduce((sum, step) => sum + shareOf[step.does], 0) + 0.6;
  for (const step of before) await doStep(teller, step, (window * shareOf[step.does]) / total);
  const step = teller.step;
  if (!step || at.begin !== true) return;
  teller.spend((window * 0.3) / total);
  const officer = await begin(teller, step, at.assign === true);
  if (teller.plan.target === 'opinion-open') await askOpinion(teller, officer, false);
  if (at.draft) {
    await draft(teller, officer);
    if (teller.plan.target === 'at-disputed') {
      teller.spend(20);
      await teller.act(teller.citizen, 'dispute-draft', { text: reasonFor(teller.plan.chance, 'dispute') });
    }
  }
}

/** The rest of the road up to the issued result. */
export async function finish(teller: Teller, window: number): Promise<void> {
  const road = roadFrom(teller);
  const total = road.reduce((sum, step) => sum + shareOf[step.does], 0);
  for (const step of road) await doStep(teller, step, (window * shareOf[step.does]) / total);
}

/** Takes over, or is given it by the head; whoever it is given to goes on with it. */
async function begin(teller: Teller, step: WorkflowStep, assign: boolean): Promise<OfficerActor> {
  const { chance } = teller.plan;
  const assignee = teller.state.assignee?.id;
  if (assignee !== undefined) return teller.set.officerById(assignee);
  const officer = await teller.set.officer(teller.state.holder, step.role, chance, drafterOf(teller, step));
  if (assign) {
    const head = await teller.at('holder', 'head-of-office');
    await teller.act(head, 'assign', { officer: officer.officer, name: officer.name });
    return officer;
  }
  if (teller.state.custody.at(-1)?.takenAt === undefined) await teller.act(officer, 'take-over');
  return officer;
}

/** Whoever drafted does not sign. */
const drafterOf = (teller: Teller, step: WorkflowStep): readonly string[] =>
  step.does === 'approve' && teller.state.result ? [teller.state.result.drafter] : [];

async function doStep(teller: Teller, step: WorkflowStep, minutes: number): Promise<void> {
  const { chance, target } = teller.plan;
  const part = (share: number) => teller.spend(minutes * share);
  if (teller.state.plan?.tasks.some((task) => task.node === step.id && task.opinion))
    return answerOpinions(teller, step, minutes);
  // A way that this dossier did not take, or a question that was answered.
  if (teller.state.plan && teller.state.step !== step.id) return undefined;
  switch (step.does) {
    case 'appraise': {
      part(0.15);
      const officer = await begin(teller, step, chance.percent(25));
      if (chance.percent(30)) await teller.reads(officer, storyWords().purposes[0] ?? '');
      if (target === 'returned-opinion' && teller.state.opinions.length === 0)
        await askOpinion(teller, officer, true);
      part(0.5);
      if (!teller.state.result) await draft(teller, officer);
      part(0.2);
      if (teller.state.result?.shown && !teller.state.result.confirmed)
        await teller.act(teller.citizen, 'confirm-draft');
      part(0.15);
      return teller.act(officer, 'finish-step', { note: '' });
    }
    case 'check':
      part(1);
      return teller.act(await begin(teller, step, false), 'finish-step', { note: '' });
    case 'approve': {
      part(1);
      const leader = await teller.set.officer(
        teller.state.holder,
        step.role,
        chance,
        drafterOf(teller, step),
      );
      return teller.act(leader, 'approve-result');
    }
    case 'issue':
      part(1);
      return issue(teller, await teller.set.officer(teller.state.holder, step.role, chance));
    default:
      return undefined;
  }
}

async function draft(teller: Teller, officer: OfficerActor): Promise<void> {
  const { plan } = teller;
  const outcome = plan.target === 'returned-refused' ? 'refused' : 'granted';
  const rules = {
    definition: plan.definition,
    calendar: await teller.set.services.calendarOf(teller.state.competent),
    answers: {},
    facts: { channel: plan.channel },
  };
  const result = resultFor(rules, outcome);
  teller.spend(2);
  await teller.act(officer, 'draft-result', {
    outcome,
    title:
      outcome === 'refused'
        ? reasonFor(plan.chance, 'refused-title')
        : (result?.name.vi ?? plan.definition.name.vi),
    content: {
      'Người đề nghị': plan.applicant.name,
      'Nội dung': plan.definition.name.vi,
      'Ngày nhận hồ sơ': formatDate(localDate(teller.state.submittedAt)),
      ...(outcome === 'refused' ? { 'Lý do': reasonFor(plan.chance, 'decline') } : {}),
    },
  });
}

async function askOpinion(teller: Teller, officer: OfficerActor, answered: boolean): Promise<void> {
  const { chance } = teller.plan;
  const asked = chance.pick(teller.set.experts.filter((unit) => unit !== teller.state.holder));
  teller.spend(10);
  await teller.act(officer, 'ask-opinion', {
    unit: asked,
    question: reasonFor(chance, 'opinion-question'),
    days: 2,
  });
  if (!answered) return;
  teller.spend(chance.between(60, 400));
  const opinion = teller.state.opinions.at(-1);
  const expert = await teller.set.officer(asked, 'specialist', chance);
  await teller.act(expert, 'give-opinion', {
    id: opinion?.id ?? '',
    text: reasonFor(chance, 'opinion-answer'),
    agrees: true,
  });
}

/** The units that a plan asks answer one after the other, each in its own words. */
async function answerOpinions(teller: Teller, step: WorkflowStep, minutes: number): Promise<void> {
  const { chance } = teller.plan;
  const asked = teller.state.plan?.tasks.filter((task) => task.node === step.id) ?? [];
  for (const { unit, opinion } of asked) {
    teller.spend(minutes / asked.length);
    const expert = await teller.set.officer(unit, step.role, chance);
    await teller.act(expert, 'give-opinion', {
      id: opinion?.id ?? '',
      text: reasonFor(chance, 'opinion-answer'),
      agrees: true,
    });
  }
}

/** The clerk numbers and issues; the room records the result with the act. */
async function issue(teller: Teller, clerk: OfficerActor): Promise<void> {
  const { set, clock } = teller;
  const { competent } = teller.state;
  const today = localDate(clock.now());
  const taken = await set.services.takeNumber(
    competent,
    today.slice(0, 4).concat('-01-01') as typeof today,
    'result',
  );
  const number = `${taken}/${today.slice(0, 4)}`;
  await teller.act(clerk, 'issue', { number });
}

/** The receiving centre takes the result and gives it to the person; some returns are undone. */
export async function giveBack(teller: Teller): Promise<void> {
  const { chance, target, delivery, applicant } = teller.plan;
  // The machine sends it, see epilogue.
  if (delivery === 'electronic') return;
  teller.spend(chance.between(60, 1200));
  const desk = await teller.at('receiver', 'result-desk');
  const returns = async () => {
    if (teller.state.custody.at(-1)?.takenAt === undefined) await teller.act(desk, 'take-over');
    await teller.act(desk, 'return-result', { way: delivery, to: applicant.name });
  };
  await returns();
  if (target === 'returned-undone' || target === 'finished-undone') {
    teller.spend(chance.between(10, 90));
    await teller.actAs('receiver', 'centre-manager', 'undo-return', {
      reason: reasonFor(chance, 'undo-return'),
    });
    if (target === 'finished-undone') return;
    teller.spend(chance.between(20, 200));
    await returns();
  }
}
