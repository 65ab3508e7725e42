import { z } from 'zod';
import {
  type CostSheet,
  cataloguePermissions,
  costSheetOf,
  costSheetShape,
  firstSheet,
  keepMeasure,
  type PublishedProcedure,
  saveCostSheet,
  simplifications,
} from '#capabilities/catalogue';
import { burdenOf } from '#capabilities/dossiers';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { reviewHome, sheetHref } from './addresses.ts';
import { sheetView } from './sheet.view.ts';
import { sheetOfTyped, typedIn, typedOf } from './sheet-form.ts';

const permission = cataloguePermissions['catalogue.design'];
const code = z.string().regex(/^\d\.\d{6}$/);

/** The cost sheet of one procedure, what real dossiers show, and what is proposed. */
export const sheetPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: `${reviewHome}/thu-tuc/:code`,
    permission,
    audit: 'none',
    input: z.object({ code }),
    handle: (ctx, input) => sheetReply(ctx, doors, input.code),
  }),
  definePage({
    method: 'POST',
    path: `${reviewHome}/thu-tuc/:code`,
    permission,
    audit: 'catalogue.save-cost-sheet',
    input: z.object({ code, ban: z.coerce.number().int().min(0) }),
    async handle(ctx, { code: of, ban }) {
      const saved = await saveCostSheet(ctx, of, ban, sheetOfTyped(typedIn(ctx.fields)));
      return saved.ok ? redirectTo(`${sheetHref(of)}?xong=1`) : sheetReply(ctx, doors, of, saved.refusal);
    },
  }),
  definePage({
    method: 'POST',
    path: `${reviewHome}/thu-tuc/:code/do`,
    permission,
    audit: 'catalogue.measure-burden',
    input: z.object({ code }),
    async handle(ctx, { code: of }) {
      const procedure = await doors.catalogue.current(of);
      if (!procedure) return problem('not-found');
      const definition = await doors.services.procedure(of, procedure.version);
      const measure = await burdenOf(ctx, definition);
      if (!measure) return problem('forbidden');
      const kept = await keepMeasure(ctx, of, measure);
      return kept.ok ? redirectTo(`${sheetHref(of)}?xong=1`) : sheetReply(ctx, doors, of, kept.refusal);
    },
  }),
];

/** The sheet that is kept, or a first one made from what the procedure asks. */
export async function sheetFor(
  ctx: PageCtx,
  doors: Doors,
  procedure: PublishedProcedure,
): Promise<{ readonly kept: Awaited<ReturnType<typeof costSheetOf>>; readonly sheet: CostSheet }> {
  const kept = await costSheetOf(ctx, procedure.code);
  if (kept) return { kept, sheet: kept.sheet };
  const definition = await doors.services.procedure(procedure.code, procedure.version);
  return { kept, sheet: firstSheet(definition) };
}

async function sheetReply(ctx: PageCtx, doors: Doors, of: string, refusal?: Refusal): Promise<Reply> {
  const procedure = await doors.catalogue.current(of);
  if (!procedure) return problem('not-found');
  const [{ kept, sheet }, proposals] = await Promise.all([
    sheetFor(ctx, doors, procedure),
    simplifications(ctx, { code: of }),
  ]);
  const typed = refusal ? typedIn(ctx.fields) : typedOf(sheet);
  const judged = costSheetShape.safeParse(refusal ? sheetOfTyped(typed) : sheet);
  const say = sayIn(ctx.locale);
  return adminReply(ctx, doors, {
    title: procedure.name,
    code: of,
    at: 'simplification',
    back: { href: reviewHome, text: say('Rà soát, cắt giảm', 'Review and simplification') },
    main: sheetView(ctx, { procedure, kept, typed, sheet: judged.success ? judged.data : sheet, proposals }),
    refusal,
    target: refusal?.code === 'cost-sheet-shape' ? 'ten-0' : undefined,
  });
}
