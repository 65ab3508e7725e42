import { z } from 'zod';
import { askToClose, cataloguePermissions, decideClosing } from '#capabilities/catalogue';
import type { Outcome } from '#kernel/outcome';
import { definePage, type PageCtx, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { textOf } from '../core/fields.ts';
import { versionsHref } from '../core/paths-of-pages.ts';
import { versionsReply } from './versions.page.ts';

/** The end of a procedure: asked for by one, agreed to by another, as it is with a publication. */
export const closingPage = (doors: Doors, deps: DesignerDeps): Route =>
  definePage({
    method: 'POST',
    path: '/thiet-ke/thu-tuc/:code/dong',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'catalogue.close',
    input: z.object({
      code: z.string().regex(/^\d\.\d{6}$/),
      _lam: z.enum(['de-nghi', 'dong-y', 'bo']),
    }),
    async handle(ctx, { code, _lam: act }) {
      const outcome = await perform(ctx, code, act);
      if (outcome.ok && act === 'dong-y') doors.catalogue.forget();
      return outcome.ok
        ? redirectTo(`${versionsHref(code)}?xong=1`)
        : versionsReply(ctx, doors, deps, code, outcome.refusal);
    },
  });

function perform(ctx: PageCtx, code: string, act: 'de-nghi' | 'dong-y' | 'bo'): Promise<Outcome<null>> {
  if (act !== 'de-nghi') return decideClosing(ctx, code, act === 'dong-y' ? 'agree' : 'drop');
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
    textOf(ctx.fields, `_tu-ngay-${part}`),
  );
  const replacedBy = textOf(ctx.fields, '_thay-bang');
  return askToClose(ctx, code, {
    from: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    reason: textOf(ctx.fields, '_ly-do'),
    ...(replacedBy === '' ? {} : { replacedBy }),
  });
}
