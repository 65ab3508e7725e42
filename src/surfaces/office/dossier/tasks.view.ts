import { focusOf, type OpenTask, openSteps } from '#capabilities/dossiers';
import { stepOfPlan } from '#capabilities/workflow';
import { buttonLink, card, type TimelineItem, tag, timeline } from '#design';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import { roleNames } from '#surfaces/shared';
import { officerActs } from '../words/acts.ts';
import { deadlineOf } from '../words/time.ts';
import { linkedDossier } from './linked.ts';
import type { Opened } from './open.ts';

/** The road of a dossier with a plan: every step, those at which somebody is at work now, and what else is waited for. */
export function tasksCard(opened: Opened, from: string): Html | undefined {
  const { view, say, locale } = opened;
  const { state, rules } = view;
  const { plan } = state;
  if (!plan || !rules.plan) return undefined;
  const open = new Set(plan.tasks.map(({ node }) => node));
  const steps = openSteps(rules);
  const first = steps.findIndex(({ id }) => open.has(id));
  const items = steps.flatMap(({ id, name }, at): TimelineItem[] => {
    const tasks = plan.tasks.filter((task) => task.node === id);
    if (tasks.length > 0) return tasks.map((task) => now(opened, task, from));
    const done = state.stepsDone.includes(id) || at === 0;
    // A way that was not taken is neither done nor to come.
    if (!done && (at < first || plan.marking.state !== 'running')) return [];
    return [{ state: done ? 'done' : 'to-come', title: inLocale(name, locale) }];
  });
  const waits = waitsOf(opened);
  return card({
    title: say('Các bước', 'Steps'),
    ...(plan.tasks.length > 1 && {
      aside: tag({
        text: say(`${plan.tasks.length} việc song song`, `${plan.tasks.length} side by side`),
        tone: 'blue',
      }),
    }),
    content: html`${timeline({ dense: true, locale, items })}${
      waits.length > 0 &&
      html`<h3>${say('Đang chờ', 'Waiting for')}</h3><ul>${waits.map((each) => html`<li>${each}</li>`)}</ul>`
    }`,
  });
}

function now(opened: Opened, task: OpenTask, from: string): TimelineItem {
  const { view, now: at, say, locale, names } = opened;
  const step = view.rules.plan && stepOfPlan(view.rules.plan, task.node);
  const due = deadlineOf(view.rules.calendar, at, task.due, say).text;
  const who = step ? inLocale(roleNames[step.role], locale) : '';
  const line = [due, names.unit(task.unit), who, task.assignee?.name].filter(Boolean).join(' · ');
  return {
    state: 'now',
    title: step ? inLocale(step.name, locale) : task.node,
    text: html`${line}${isMine(opened, task) && html` ${tag({ text: say('việc của bạn', 'yours'), tone: 'jade' })}${ownButton(opened, task, from)}`}`,
  };
}

const finish = (opened: Opened, task: OpenTask) =>
  focusOf(opened.view.rules, opened.view.state, 'finish-step', {
    actor: opened.actor,
    now: opened.now,
    task: task.id,
  }).reason === undefined;

/** Somebody with the task's role in the task's unit, and nobody else was given it. */
function isMine({ actor, view }: Opened, { node, unit, assignee }: OpenTask): boolean {
  const role = view.rules.plan && stepOfPlan(view.rules.plan, node)?.role;
  const given = assignee === undefined || assignee.id === actor.officer;
  return given && actor.posts.some((post) => post.unit === unit && post.role === role);
}

/** The heading's button belongs to the first of one's tasks; those beside it have their own. */
function ownButton(opened: Opened, task: OpenTask, from: string): Hole {
  if (task.opinion || task.id === opened.task?.id || !finish(opened, task)) return '';
  const { slug, name } = officerActs['finish-step'];
  return html`<br>${buttonLink({
    text: inLocale(name, opened.locale),
    href: opened.at.act(slug, from, task.id),
    kind: 'secondary',
  })}`;
}

function waitsOf(opened: Opened): readonly Hole[] {
  const { view, say, locale } = opened;
  const { plan } = view.state;
  const nameOf = (node: string) => {
    const name = view.rules.plan?.nodes[node]?.name;
    return name ? inLocale(name, locale) : node;
  };
  return [
    ...(plan?.calls ?? []).map(({ node, dossier }) =>
      dossier
        ? html`${nameOf(node)}: ${say('hồ sơ liên thông', 'linked dossier')} ${linkedDossier(opened, dossier.code)}`
        : html`${nameOf(node)}: ${say('đang mở hồ sơ liên thông', 'the linked dossier is being opened')}`,
    ),
    ...(plan?.messages ?? []).map(({ message }) => html`${message}`),
    ...(view.state.waitingSince === undefined ? (plan?.timers ?? []) : []).map(
      ({ node, due }) => html`${nameOf(node)}: ${formatDateTime(due)}`,
    ),
  ];
}
