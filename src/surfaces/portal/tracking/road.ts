import type { Act } from '#capabilities/dossiers';
import type { Facts, WorkflowStep } from '#capabilities/forms';
import { stepsFor } from '#capabilities/workflow';
import type { TimelineItem } from '#design';
import { inLocale } from '#kernel/text';
import { moment } from '../words/times.ts';
import { type RoadContext, tellAct } from './act-words.ts';
import { draftWaits } from './stage-tag.ts';
import type { Tracked } from './tracked.ts';

/** The act with which a waiting begins: while it lasts, that act itself is where the dossier stands. */
const opens: Partial<Record<Tracked['state']['stage'], Act['kind']>> = {
  supplement: 'supplement-requested',
  financial: 'fee-requested',
  paused: 'paused',
  withdrawal: 'withdrawal-requested',
};

/** One deed that the record keeps as two acts of one moment is told once: signing ends its step, a draft is shown as it is made. */
const toldByNeighbour = (act: Act, before: Act | undefined, after: Act | undefined): boolean =>
  (act.kind === 'step-finished' && before?.kind === 'result-approved' && before.at === act.at) ||
  (act.kind === 'result-drafted' && after?.kind === 'draft-shown' && after.at === act.at);

/** The road of a dossier: what was done, where it is now, which steps of the procedure are to come. */
export function roadOf(tracked: Tracked, context: RoadContext): readonly TimelineItem[] {
  const { state, acts } = tracked;
  const done = acts.flatMap((act, index) => {
    const words = toldByNeighbour(act, acts[index - 1], acts[index + 1]) ? undefined : tellAct(act, context);
    return words ? [{ act, words }] : [];
  });
  const waiting = draftWaits(state) ? 'draft-shown' : opens[state.stage];
  const asked =
    waiting && state.supplement?.sentAt === undefined
      ? done.findLast(({ act }) => act.kind === waiting)
      : undefined;
  const items = done.map((one): TimelineItem => {
    const { act, words } = one;
    return {
      state: one === asked ? 'now' : 'done',
      title: words.title,
      text: [moment(act.at), words.more].filter(Boolean).join(' · '),
    };
  });
  return [...items, ...(asked ? [] : now(tracked, context)), ...toCome(tracked, context)];
}

function now({ state }: Tracked, context: RoadContext): TimelineItem[] {
  const { say, locale, unitName, definition } = context;
  const item = (title: string, text?: string, tone: TimelineItem['tone'] = 'blue'): TimelineItem[] => [
    { state: 'now', title, tone, ...(text === undefined ? {} : { text }) },
  ];
  switch (state.stage) {
    case 'submitted':
      return item(
        say(`Chờ ${unitName(state.receiver)} xem hồ sơ`, `Waiting for ${unitName(state.receiver)}`),
        say(`Trả lời trước ${moment(state.answerBy)}`, `Answer due ${moment(state.answerBy)}`),
      );
    case 'supplement':
      return item(say('Đang kiểm tra phần bổ sung', 'Checking what you sent'), unitName(state.holder));
    case 'accepted':
    case 'in-process': {
      if (state.plan) return sideBySide(state, context);
      const step = definition.workflow.steps.find((each) => each.id === state.step);
      const name = step ? inLocale(step.name, locale) : say('Đang giải quyết', 'Being processed');
      const who = state.assignee
        ? say(`, cán bộ ${state.assignee.name}`, `, officer ${state.assignee.name}`)
        : '';
      return item(name, `${unitName(state.holder)}${who}`);
    }
    case 'finished':
      return item(
        state.custody.at(-1)?.takenAt === undefined
          ? say(
              `Kết quả đang chuyển về ${unitName(state.receiver)}`,
              `On its way to ${unitName(state.receiver)}`,
            )
          : say(`Kết quả ở ${unitName(state.receiver)}`, `The result is at ${unitName(state.receiver)}`),
      );
    default:
      return [];
  }
}

/** A plan may keep several offices at work: each is a place where the dossier stands now. */
function sideBySide(state: Tracked['state'], context: RoadContext): TimelineItem[] {
  const { say, locale, unitName, definition } = context;
  const { tasks = [], calls = [], timers = [], messages = [] } = state.plan ?? {};
  const nameOf = (node: string) => {
    const step = definition.workflow.steps.find((each) => each.id === node);
    return step ? inLocale(step.name, locale) : say('Đang giải quyết', 'Being processed');
  };
  const several = tasks.length > 1;
  const items = tasks.map(({ node, unit, assignee, due, opinion }): TimelineItem => {
    const who = assignee ? say(`, cán bộ ${assignee.name}`, `, officer ${assignee.name}`) : '';
    // How an office divides its time is its own matter; that another one was given a day is the person's too.
    const until = opinion ? say(`, trả lời trước ${moment(due)}`, `, answer due ${moment(due)}`) : '';
    return { state: 'now', tone: 'blue', title: nameOf(node), text: `${unitName(unit)}${who}${until}` };
  });
  if (several)
    items.unshift({
      state: 'now',
      tone: 'blue',
      title: say(
        `${tasks.length} việc đang được làm cùng lúc`,
        `${tasks.length} things are being done at the same time`,
      ),
      text: say('Bạn không phải chờ lần lượt từng nơi', 'You need not wait for one after the other'),
    });
  const linked = calls.map(
    ({ dossier }): TimelineItem => ({
      state: 'now',
      tone: 'blue',
      title: dossier
        ? say(`Chờ hồ sơ liên thông ${dossier.code}`, `Waiting for the linked dossier ${dossier.code}`)
        : say('Đang mở hồ sơ liên thông', 'A linked dossier is being opened'),
    }),
  );
  const all = [...items, ...linked];
  if (all.length > 0 || timers.length + messages.length === 0) return all;
  return [
    {
      state: 'now',
      tone: 'blue',
      title: say('Đang chờ theo thời gian quy định', 'Waiting as the rules say'),
      text: unitName(state.holder),
    },
  ];
}

/** Steps after those at which the dossier stands, in the order of the flow. */
function aheadOfPlan(state: Tracked['state'], steps: readonly WorkflowStep[]): readonly WorkflowStep[] {
  const open = new Set((state.plan?.tasks ?? []).map(({ node }) => node));
  const first = steps.findIndex((step) => open.has(step.id));
  return steps.slice(Math.max(0, first)).filter(({ id }) => !open.has(id) && !state.stepsDone.includes(id));
}

function toCome({ state, answers }: Tracked, { locale, definition }: RoadContext): TimelineItem[] {
  if (['declined', 'stopped', 'returned'].includes(state.stage)) return [];
  const facts: Facts = { channel: state.channel };
  const steps = stepsFor(definition.workflow, { answers, facts });
  const ahead =
    state.plan && state.stage !== 'finished'
      ? aheadOfPlan(state, steps)
      : stepsAhead(steps, state.step, state.stage === 'finished');
  return ahead.map((step) => ({
    state: 'to-come',
    title: inLocale(step.name, locale),
  }));
}

function stepsAhead(
  steps: readonly WorkflowStep[],
  current: string | undefined,
  finished: boolean,
): readonly WorkflowStep[] {
  if (finished) return steps.filter((step) => step.does === 'return');
  if (current === undefined) return steps;
  const at = steps.findIndex((step) => step.id === current);
  return at < 0 ? steps.filter((step) => step.does === 'return') : steps.slice(at + 1);
}
