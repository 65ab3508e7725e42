import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { officersInUnit } from '#capabilities/identity';
import type { Round } from '#capabilities/signing';
import type { Refusal } from '#kernel/outcome';
import { cleanText } from '#kernel/text';
import { definePage, type PageCtx, type Reply, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { officeHome } from '../core/addresses.ts';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { readFrom } from '../core/from.ts';
import { unitsOf } from '../core/officer.ts';
import { sentenceFor } from '../sentences.ts';
import { leaveToAgree } from '../signing/index.ts';
import { officerActs } from '../words/acts.ts';
import { lists } from '../words/lists.ts';
import { actOnMany, type BulkOutcome, mostAtOnce, readStep, type Step, undoMany } from './bulk.ts';
import { type BulkView, bulkView, type Told, undoPath } from './bulk.view.ts';
import { type BulkIntent, bulkIntents, undoable } from './intents.ts';

/** Ticked rows of a list: the act is tried on each, and the page says what became of each. */
export const bulkPage = (doors: Doors) =>
  definePage({
    method: 'POST',
    path: '/mot-cua/hang-loat',
    permission: dossierPermissions['dossiers.read'],
    audit: 'dossier.<act>',
    input: z.object({
      lam: z.enum(bulkIntents),
      ma: z.union([z.string().transform((code) => [code]), z.array(z.string())]).default([]),
      tu: z.string().default(''),
      'nguoi-nhan': z.string().default(''),
    }),
    async handle(ctx, input) {
      const codes = [...new Set(input.ma)];
      const colleague = await colleagueOf(ctx, input['nguoi-nhan']);
      const problem =
        codes.length === 0
          ? 'nothing-chosen'
          : codes.length > mostAtOnce
            ? 'too-many-chosen'
            : input.lam === 'assign' && !colleague
              ? 'officer-missing'
              : undefined;
      const doing = { intent: input.lam, codes, from: input.tu, others: [] };
      return problem === undefined
        ? doBulk(ctx, doors, doing, doors.signing?.rounds.open(), colleague)
        : showBulkProblem(ctx, doors, doing, { code: problem });
    },
  });

/** An act on ticked dossiers. */
export interface BulkDoing {
  readonly intent: BulkIntent;
  readonly codes: readonly string[];
  readonly from: string;
  /** Those of the same list that came to an end before. */
  readonly others: readonly Told[];
}

/** Does it; an officer whose key waits for a consent agrees to all signatures at once, and they are set when they are back. */
export async function doBulk(
  ctx: PageCtx,
  doors: Doors,
  { intent, codes, from: tu, others }: BulkDoing,
  round: Round | undefined,
  colleague: object = {},
): Promise<Reply> {
  const outcomes = await actOnMany(ctx, doors, codes, intent, colleague, round);
  const told = outcomes.map(
    ({ code, outcome }): Told => ({
      code,
      ...(!outcome.ok && { refusal: sentenceFor(outcome.refusal, ctx.locale) }),
    }),
  );
  const waits = new Set(
    outcomes.flatMap(({ code, outcome }) =>
      !outcome.ok && outcome.refusal.code === 'consent-needed' ? [code] : [],
    ),
  );
  const left =
    waits.size > 0 ? await leaveWith(ctx, doors, round, { intent, from: tu, waits, told }) : undefined;
  if (left?.ok) return redirectTo(left.value);
  const silent = left && sentenceFor(left.refusal, ctx.locale);
  return bulkReply(
    ctx,
    doors,
    { intent, from: tu },
    {
      outcomes: [
        ...others,
        ...told.map((one) => (silent && waits.has(one.code) ? { ...one, refusal: silent } : one)),
      ],
      ...(undoable.includes(intent) && { undo: { steps: stepsOf(outcomes), hidden: csrfField(ctx) } }),
    },
  );
}

function leaveWith(
  ctx: PageCtx,
  doors: Doors,
  round: Round | undefined,
  {
    intent,
    from,
    waits,
    told,
  }: Pick<BulkDoing, 'intent' | 'from'> & {
    readonly waits: ReadonlySet<string>;
    readonly told: readonly Told[];
  },
): ReturnType<typeof leaveToAgree> {
  const codes = [...waits];
  const words = `${officerActs[intent].name.vi}: ${codes.length} hồ sơ, ${codes.join(', ')}`;
  const others = told.filter(({ code }) => !waits.has(code));
  return leaveToAgree(ctx, doors, round, { words, redo: { kind: 'bulk', intent, codes, from, others } });
}

/** Nothing was done, and why. */
export const showBulkProblem = (
  ctx: PageCtx,
  doors: Doors,
  { intent, from }: Pick<BulkDoing, 'intent' | 'from'>,
  refusal: Refusal,
): Promise<Reply> =>
  bulkReply(ctx, doors, { intent, from }, { outcomes: [], problem: sentenceFor(refusal, ctx.locale) });

interface Shown {
  readonly outcomes: readonly Told[];
  readonly problem?: string;
  readonly undo?: BulkView['undo'];
}

async function bulkReply(
  ctx: PageCtx,
  doors: Doors,
  { intent, from: tu }: Pick<BulkDoing, 'intent' | 'from'>,
  { outcomes, problem, undo }: Shown,
): Promise<Reply> {
  const desk = await deskOf(ctx, doors);
  const from = readFrom(tu);
  const { title, main } = bulkView({
    say: desk.say,
    locale: ctx.locale,
    intent,
    backHref: from ? `/mot-cua/viec/${tu}` : officeHome,
    problem,
    outcomes,
    from: tu,
    ...(undo && { undo }),
  });
  const at = from && lists[from.list] ? from.list : undefined;
  return officeReply(ctx, doors, { title, main, at, status: problem === undefined ? 200 : 422 });
}

const stepsOf = (outcomes: readonly BulkOutcome[]): readonly Step[] =>
  outcomes.flatMap(({ code, outcome }) =>
    outcome.ok ? [{ code, since: outcome.value.before.seq, upTo: outcome.value.after.seq }] : [],
  );

/** "Hoàn tác": each dossier is taken back by itself, and the page says what became of each. */
export const bulkUndoPage = (doors: Doors) =>
  definePage({
    method: 'POST',
    path: undoPath,
    permission: dossierPermissions['dossiers.undo'],
    audit: 'dossier.undo',
    input: z.object({
      lam: z.enum(bulkIntents),
      viec: z.union([z.string().transform((step) => [step]), z.array(z.string())]).default([]),
      tu: z.string().default(''),
      'ly-do': z.string().default(''),
    }),
    async handle(ctx, input) {
      const desk = await deskOf(ctx, doors);
      const from = readFrom(input.tu);
      const steps = input.viec.slice(0, mostAtOnce).flatMap((text) => readStep(text) ?? []);
      const reason = cleanText(input['ly-do']);
      const code = steps.length === 0 ? 'nothing-chosen' : reason === '' ? 'reason-missing' : undefined;
      const outcomes = code === undefined ? await undoMany(ctx, doors, steps, reason) : [];
      const problem = code && sentenceFor({ code }, ctx.locale);
      const { title, main } = bulkView({
        say: desk.say,
        locale: ctx.locale,
        intent: input.lam,
        undone: true,
        backHref: from ? `/mot-cua/viec/${input.tu}` : officeHome,
        problem,
        outcomes: outcomes.map(({ code: dossier, outcome }) => ({
          code: dossier,
          refusal: outcome.ok ? undefined : sentenceFor(outcome.refusal, ctx.locale),
        })),
        from: input.tu,
        // What was typed is asked again only when the reason is missing.
        ...(code === 'reason-missing' ? { undo: { steps, hidden: csrfField(ctx), error: problem } } : {}),
      });
      const at = from && lists[from.list] ? from.list : undefined;
      return officeReply(ctx, doors, { title, main, at, status: problem ? 422 : 200 });
    },
  });

/** The chosen receiver of work, looked up again among the colleagues: a posted name is never believed. */
async function colleagueOf(ctx: PageCtx, officer: string) {
  if (officer === '' || ctx.actor.kind !== 'officer') return undefined;
  for (const unit of unitsOf(ctx.actor)) {
    const found = (await officersInUnit(ctx, unit)).find((each) => each.officer === officer);
    if (found) return { officer: found.officer, name: found.name };
  }
  return undefined;
}
