import type { Answers } from '#capabilities/forms';
import { recordResult } from '#capabilities/results';
import { allows } from '#kernel/actor';
import { type UnitId, uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { actorId, type Ctx, scopeOf } from '#platform/context';
import { json, type Transactor } from '#platform/db';
import { dossierPermissions } from '../permissions.ts';
import { appendActs, type DossierRef, type LoadedDossier, lockDossier } from '../queries/load-dossier.ts';
import { actsOf, documentsOf } from '../queries/looking.ts';
import type { Act } from '../rules/acts.ts';
import { decide } from '../rules/decide.ts';
import { type InputOf, inputs } from '../rules/inputs.ts';
import { focusOf } from '../rules/plan/focus.ts';
import { unitsNamed } from '../rules/plan/walk-plan.ts';
import { rules as actRules, type Intent } from '../rules/possible.ts';
import { actRows, iso, projectionOf, workRows } from '../rules/rows.ts';
import { type ProcedureRules, stepOf } from '../rules/rules-of-procedure.ts';
import { signActs, signatureFor } from '../rules/sign.ts';
import type { DossierState } from '../rules/state.ts';
import { workOf } from '../rules/work.ts';
import type { DossierServices } from '../services.ts';
import { bookFees } from './book-fees.ts';

export interface Acted {
  readonly dossier: LoadedDossier;
  readonly before: DossierState;
  readonly after: DossierState;
  readonly acts: readonly Act[];
}

export interface ActOptions {
  /** Act number the page was drawn at; another number means that somebody else was faster. */
  readonly expectedSeq?: number;
  /** Rows that belong to the same fact and share its transaction. */
  readonly extra?: {
    readonly documents?: readonly object[];
    readonly documentChanges?: readonly object[];
    readonly form?: object;
  };
}

/** What asks a dossier with a plan for its acts: where to go back to is told by them. */
const goesBack: ReadonlySet<Intent> = new Set(['return-step', 'pull-back', 'send-back-result']);

/** What is decided over the papers that stand in the dossier. */
const asksPapers: ReadonlySet<Intent> = new Set(['exempt-fee', 'sign-scans']);

/** Parse → authorise → lock and load → decide → write: every act on an open dossier goes this way. */
export async function actOnDossier<I extends Intent>(
  ctx: Ctx,
  services: DossierServices,
  ref: DossierRef,
  intent: I,
  raw: unknown,
  options: ActOptions = {},
): Promise<Outcome<Acted>> {
  const parsed = inputs[intent].safeParse(raw ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refused({ code: issue?.message ?? 'input', field: issue?.path.join('.') ?? '' });
  }
  if (services.signsResults && unsigned(intent, parsed.data)) return refused({ code: 'signature-missing' });
  const rule = actRules[intent];
  if (!allows(ctx.actor, dossierPermissions[rule.permission])) return refused({ code: 'not-yours' });
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const locked = await transactor.find(lockDossier, { home_unit: ref.homeUnit, id: ref.id });
    if (!locked) return refused({ code: 'not-found' });
    if (options.expectedSeq !== undefined && options.expectedSeq !== locked.seq) {
      return refused({ code: 'changed-meanwhile', details: { seq: locked.seq } });
    }
    const rules = await rulesFor(services, locked);
    const now = ctx.clock.now();
    const decision = decide(intent, parsed.data as InputOf<I>, {
      state: locked.state,
      rules,
      actor: ctx.actor,
      now,
      freshId: () => uuidv7(now),
      ...(intent === 'undo' || (rules.plan && goesBack.has(intent))
        ? { acts: await transactor.rows(actsOf, { home_unit: ref.homeUnit, id: ref.id }) }
        : {}),
      ...(asksPapers.has(intent) ? { papers: await standingPapers(transactor, ref) } : {}),
    });
    if (!decision.ok) return decision;
    const booked = await bookFees(ctx, transactor, services, locked, {
      intent,
      input: parsed.data,
      acts: decision.value,
    });
    if (!booked.ok) return booked;
    const task = (parsed.data as { readonly task?: string }).task;
    const focus = focusOf(rules, locked.state, intent, { actor: ctx.actor, now, task });
    const signed = signActs(locked.state, decision.value, now, signatureFor(focus.state, intent, ctx.actor));
    const acted: Acted = { dossier: locked, before: locked.state, after: signed.state, acts: signed.acts };
    await writeActs(ctx, transactor, acted, rules, options.extra ?? {});
    await recordIssued(ctx, transactor, services, acted);
    return done(acted);
  });
}

const unsigned = (intent: Intent, input: unknown): boolean =>
  (intent === 'approve-result' || intent === 'issue') &&
  (input as { readonly file?: unknown }).file === undefined;

const standingPapers = async (transactor: Transactor, { homeUnit, id }: DossierRef) =>
  (await transactor.rows(documentsOf, { home_unit: homeUnit, id })).filter(
    (paper) => paper.replaced_by === null,
  );

/** An issued result enters the register of results in the transaction of its act. */
async function recordIssued(
  ctx: Ctx,
  transactor: Transactor,
  services: DossierServices,
  { dossier, after, acts }: Acted,
): Promise<void> {
  const { result, competent } = after;
  if (!result?.number || !acts.some((act) => act.kind === 'issued')) return;
  const { name } = await services.unit(competent);
  await recordResult(transactor, ctx, {
    dossier: { homeUnit: dossier.home_unit, id: dossier.id },
    number: result.number,
    kind: result.kind,
    title: result.title,
    outcome: result.outcome,
    issuer: { id: competent, name },
    signerName: result.approved?.name ?? '',
    content: result.content,
    ownerName: dossier.owner_name,
    ...(result.file && { file: result.file }),
  });
}

/** The versions a dossier pins: procedure, answers, and after acceptance the calendar. */
export async function rulesFor(services: DossierServices, dossier: LoadedDossier): Promise<ProcedureRules> {
  const { state } = dossier;
  return {
    definition: await services.procedure(dossier.procedure_code, dossier.procedure_version),
    calendar: state.calendar
      ? await services.pinnedCalendar(state.calendar)
      : await services.calendarOf(state.competent),
    answers: dossier.answers ?? {},
    facts: { channel: state.channel },
    ...(await planFor(services, {
      code: dossier.procedure_code,
      version: dossier.procedure_version,
      competent: state.competent,
      answers: dossier.answers ?? {},
    })),
  };
}

/** The plan of a version with the units it names, as the unit that decides finds them; nothing where steps stand in a line. */
export async function planFor(
  services: DossierServices,
  { code, version, competent, answers }: Pinned,
): Promise<Pick<ProcedureRules, 'plan' | 'units'>> {
  const plan = await services.plan(code, version);
  if (!plan) return {};
  const found = await Promise.all(
    unitsNamed(plan, answers).map(async (name) => [name, await services.unitNamed(name, competent)] as const),
  );
  return { plan, units: Object.fromEntries(found.flatMap(([name, unit]) => (unit ? [[name, unit]] : []))) };
}

interface Pinned {
  readonly code: string;
  readonly version: number;
  readonly competent: UnitId;
  readonly answers: Answers;
}

export async function writeActs(
  ctx: Ctx,
  transactor: Transactor,
  { dossier, after, acts }: Acted,
  rules: ProcedureRules,
  extra: NonNullable<ActOptions['extra']>,
): Promise<void> {
  const now = ctx.clock.now();
  const { written } = await transactor.get(appendActs, {
    home_unit: dossier.home_unit,
    id: dossier.id,
    seq: dossier.seq,
    change: json({
      code: dossier.code,
      dossier: projectionOf(after),
      acts: actRows(dossier.home_unit, dossier.id, acts),
      work: workRows(workOf(after, stepOf(rules, after))),
      audit: acts.map((act) => ({
        id: uuidv7(now),
        at: iso(act.at),
        actor_kind: act.actorKind,
        actor_id: actorId(ctx.actor),
        actor_unit: act.actorUnit,
        action: `dossier.${act.kind}`,
        request: ctx.requestId,
      })),
      events: acts.map((act) => ({
        id: uuidv7(now),
        at: iso(act.at),
        topic: `dossier.${act.kind}`,
        subject: dossier.id,
        payload: { code: dossier.code, seq: act.seq },
      })),
      ...(extra.documents ? { documents: extra.documents } : {}),
      ...(extra.documentChanges ? { document_changes: extra.documentChanges } : {}),
      ...(extra.form ? { form: extra.form } : {}),
    }),
  });
  if (!written) throw new Error('A locked dossier was changed by somebody else');
}
