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

function toCome({ state, answers }: Tracked, { locale, definition }: RoadContext): TimelineItem[] {
  if (['declined', 'stopped', 'returned'].includes(state.stage)) return [];
  const facts: Facts = { channel: state.channel };
  const steps = stepsFor(definition.workflow, { answers, facts });
  return stepsAhead(steps, state.step, state.stage === 'finished').map((step) => ({
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
