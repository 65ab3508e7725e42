import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { officersInUnit } from '#capabilities/identity';
import { definePage, type PageCtx } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { officeHome } from '../core/addresses.ts';
import { deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import { readFrom } from '../core/from.ts';
import { unitsOf } from '../core/officer.ts';
import { sentenceFor } from '../sentences.ts';
import { lists } from '../words/lists.ts';
import { actOnMany, bulkIntents, mostAtOnce } from './bulk.ts';
import { bulkView } from './bulk.view.ts';

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
