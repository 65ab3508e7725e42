import { z } from 'zod';
import {
  cataloguePermissions,
  costSheetShape,
  type ProposalKind,
  programmes,
  proposalKinds,
  proposeSimplification,
} from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { textOf } from '../core/form.ts';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { proposalHref, reviewHome, sheetHref } from './addresses.ts';
import { proposeView } from './propose.view.ts';
import { sheetFor } from './sheet.page.ts';
import { sheetOfTyped, typedIn, typedOf } from './sheet-form.ts';

const permission = cataloguePermissions['catalogue.design'];
const input = z.object({ code: z.string().regex(/^\d\.\d{6}$/) });
const path = `${reviewHome}/thu-tuc/:code/de-xuat`;

/** A proposal for one procedure: the sheet of today is changed to what it would be, and the effect is shown. */
export const proposePages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input,
    handle: (ctx, { code }) => proposeReply(ctx, doors, code),
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'catalogue.propose-simplification',
    input: input.extend({ lam: z.enum(['xem', 'gui']).default('gui'), loai: z.enum(proposalKinds) }),
    async handle(ctx, { code, lam, loai }) {
      if (lam === 'xem') return proposeReply(ctx, doors, code);
      const [into, programme] = [textOf(ctx.fields, 'gop-vao').trim(), textOf(ctx.fields, 'chuong-trinh')];
      const proposed = await proposeSimplification(ctx, {
        code,
        kind: loai,
        title: textOf(ctx.fields, 'ten-de-xuat'),
        text: textOf(ctx.fields, 'noi-dung'),
        ...(into !== '' && { into }),
        ...(programme !== '' && { programme }),
        ...(loai !== 'drop' && { after: sheetOfTyped(typedIn(ctx.fields)) }),
      });
      return proposed.ok
        ? redirectTo(`${proposalHref(proposed.value)}?xong=1`)
        : proposeReply(ctx, doors, code, proposed.refusal);
    },
  }),
];

const kindOf = (text: string): ProposalKind => proposalKinds.find((each) => each === text) ?? 'simplify';

/** Controls by what the command calls them. */
const targets: Readonly<Record<string, string>> = {
  title: 'ten-de-xuat',
  text: 'noi-dung',
  into: 'gop-vao',
  programme: 'chuong-trinh',
  subjects: 'so-nguoi',
};

async function proposeReply(ctx: PageCtx, doors: Doors, code: string, refusal?: Refusal): Promise<Reply> {
  const procedure = await doors.catalogue.current(code);
  if (!procedure) return problem('not-found');
  const [{ kept, sheet }, known] = await Promise.all([sheetFor(ctx, doors, procedure), programmes(ctx)]);
  const say = sayIn(ctx.locale);
  const posted = ctx.fields['so-nguoi'] !== undefined;
  const typed = posted ? typedIn(ctx.fields) : typedOf(sheet);
  const after = costSheetShape.safeParse(sheetOfTyped(typed));
  return adminReply(ctx, doors, {
    title: say('Đề xuất cắt giảm', 'Propose a change'),
    code,
    at: 'simplification',
    back: { href: sheetHref(code), text: procedure.name },
    main: proposeView(ctx, {
      code,
      before: sheet,
      after: after.success ? after.data : undefined,
      typed,
      posted,
      kind: kindOf(textOf(ctx.fields, 'loai')),
      programmes: known.filter(({ procedures }) => procedures.includes(code)),
      refusal,
    }),
    refusal: refusal ?? (kept ? undefined : { code: 'cost-sheet-missing' }),
    target:
      refusal &&
      (targets[refusal.field ?? ''] ?? (refusal.code === 'cost-sheet-shape' ? 'ten-0' : undefined)),
  });
}
