import {
  costsOf,
  type DossierRef,
  type DossierView,
  type Intent,
  leadTask,
  locateDossier,
  type OpenTask,
  ownTasks,
  possibleActs,
  stepOf,
  unsignedScans,
  viewDossier,
} from '#capabilities/dossiers';
import type { UnitDirectory } from '#capabilities/organisations';
import { stepOfPlan, type WorkflowStep } from '#capabilities/workflow';
import type { OfficerActor } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { inLocale } from '#kernel/text';
import type { Instant } from '#kernel/time';
import type { PageCtx } from '#platform/http';
import { type ActNames, type Doors } from '#surfaces/shared';
import { addressesOf, type DossierAddresses } from '../core/addresses.ts';
import { officerOf } from '../core/officer.ts';
import { type Say, sayIn } from '../words/say.ts';

/** A dossier as its pages need it: what it is, what this officer could do, and the words for its names. */
export interface Opened {
  readonly ref: DossierRef;
  readonly code: string;
  readonly view: DossierView;
  readonly actor: OfficerActor;
  /** Why not, by intent; undefined where it can be done now. */
  readonly whyNot: Readonly<Record<Intent, string | undefined>>;
  readonly step: WorkflowStep | undefined;
  /** Of a plan: the task that is acted upon. */
  readonly task: OpenTask | undefined;
  readonly directory: UnitDirectory;
  readonly now: Instant;
  readonly at: DossierAddresses;
  /** Of a try-out: it stands in no table, so nobody is here, nothing is kept and no other dossier is led to. */
  readonly tried: boolean;
  readonly say: Say;
  readonly locale: PageCtx['locale'];
  readonly names: ActNames;
  /** The unit in whose name this officer looks. */
  readonly unit: UnitId;
}

/** Undefined when there is no such dossier in the officer's scope: both look the same from outside. */
export async function openDossier(
  ctx: PageCtx,
  doors: Doors,
  code: string,
  wantedTask?: string,
): Promise<Opened | undefined> {
  const ref = await locateDossier(ctx, code);
  const view = ref && (await viewDossier(ctx, doors.services, ref));
  if (!ref || !view) return undefined;
  const directory = await doors.units.directory();
  const { clock, locale } = ctx;
  const signs = doors.signing !== undefined;
  return openedOf({ ref, view, actor: officerOf(ctx), clock, locale, directory, wantedTask, signs });
}

export interface ToOpen {
  readonly ref: DossierRef;
  readonly view: DossierView;
  readonly actor: OfficerActor;
  readonly clock: Pick<PageCtx['clock'], 'now'>;
  readonly locale: PageCtx['locale'];
  readonly directory: UnitDirectory;
  readonly wantedTask?: string | undefined;
  /** Officers sign here; not where an instance has no keys, nor in a try-out. */
  readonly signs?: boolean;
  /** Of a try-out: where its pages stand instead. */
  readonly triedAt?: DossierAddresses | undefined;
}

/** Undefined for an officer without a post. */
export function openedOf({
  ref,
  view,
  actor,
  clock,
  locale,
  directory,
  wantedTask,
  signs = false,
  triedAt,
}: ToOpen): Opened | undefined {
  const unit = unitFor(actor, view.state);
  if (!unit) return undefined;
  const say = sayIn(locale);
  const { steps } = view.rules.definition.workflow;
  const task = taskFor(actor, view, wantedTask);
  return {
    ref,
    code: view.dossier.code,
    view,
    actor,
    whyNot: withScans(possibleActs({ actor, clock }, view.rules, view.state, wantedTask), view, signs),
    step: task && view.rules.plan ? stepOfPlan(view.rules.plan, task.node) : stepOf(view.rules, view.state),
    task,
    directory,
    now: clock.now(),
    at: triedAt ?? addressesOf(view.dossier.code),
    tried: triedAt !== undefined,
    say,
    locale,
    unit,
    names: {
      say,
      unit: (id) => directory.byId(id as UnitId)?.shortName ?? say('đơn vị không còn', 'a former unit'),
      step: (id) => {
        const step = steps.find((each) => each.id === id);
        return step ? inLocale(step.name, locale) : id;
      },
      costs: costsOf(view.charges),
    },
  };
}

/** Whether there is a scan to sign stands in the papers, which the table of acts does not see. */
const withScans = (
  whyNot: Opened['whyNot'],
  { state, documents }: DossierView,
  signs: boolean,
): Opened['whyNot'] => {
  const why = signs ? unsignedScans(state, documents).length === 0 && 'no-scans' : 'signing-off';
  return why ? { ...whyNot, 'sign-scans': whyNot['sign-scans'] ?? why } : whyNot;
};

/** The task that is named, else the first that is this officer's, else the dossier's leading one. */
function taskFor(actor: OfficerActor, view: DossierView, wanted: string | undefined): OpenTask | undefined {
  const { plan } = view.rules;
  if (!plan) return undefined;
  const tasks = ownTasks(view.state);
  const mine = ({ node, unit }: OpenTask) =>
    actor.posts.some((post) => post.unit === unit && post.role === stepOfPlan(plan, node)?.role);
  return tasks.find(({ id }) => id === wanted) ?? tasks.find(mine) ?? leadTask(view.state);
}

/** The post that has most to do with the dossier; an overseer looks from the own unit. */
function unitFor(actor: OfficerActor, state: DossierView['state']): UnitId | undefined {
  const own = actor.posts.map((post) => post.unit);
  const concerned = [
    state.holder,
    state.competent,
    state.receiver,
    ...state.opinions.map(({ unit }) => unit),
    ...(state.plan?.tasks ?? []).map(({ unit }) => unit),
  ];
  return concerned.find((unit) => own.includes(unit)) ?? own[0];
}
