import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { officersInUnit } from '#capabilities/identity';
import { cleanText } from '#kernel/text';
import { definePage, type PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { officeHome } from '../core/addresses.ts';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { readFrom } from '../core/from.ts';
import { unitsOf } from '../core/officer.ts';
import { sentenceFor } from '../sentences.ts';
import { lists } from '../words/lists.ts';
import {
  actOnMany,
  type BulkOutcome,
  bulkIntents,
  mostAtOnce,
  readStep,
  type Step,
  undoable,
  undoMany,
} from './bulk.ts';
import { bulkView, undoPath } from './bulk.view.ts';

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
      const desk = await deskOf(ctx, doors);
      const from = readFrom(input.tu);
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
      const outcomes =
        problem === undefined ? await actOnMany(ctx, doors, codes, input.lam, colleague ?? {}) : [];
      const { title, main } = bulkView({
        say: desk.say,
        locale: ctx.locale,
        intent: input.lam,
        backHref: from ? `/mot-cua/viec/${input.tu}` : officeHome,
        problem: problem && sentenceFor({ code: problem }, ctx.locale),
        outcomes: outcomes.map(({ code, outcome }) => ({
          code,
          refusal: outcome.ok ? undefined : sentenceFor(outcome.refusal, ctx.locale),
        })),
        from: input.tu,
        ...(undoable.includes(input.lam) && {
          undo: { steps: stepsOf(outcomes), hidden: csrfField(ctx) },
        }),
      });
      const at = from && lists[from.list] ? from.list : undefined;
      return officeReply(ctx, doors, { title, main, at, status: problem ? 422 : 200 });
    },
  });

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
