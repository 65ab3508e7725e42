import { z } from 'zod';
import { type DossierView, dossierPermissions, locateDossier, viewDossier } from '#capabilities/dossiers';
import type { Hole } from '#platform/html';
import { htmlReply, type PageCtx, type Reply } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { addressOf } from '../tracking/next-action.ts';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';

export const ownPermission = dossierPermissions['dossiers.own'];
export const codeInput = z.object({ code: z.string().max(80) });

/** The dossier when it is the reader's own; policies of the database decide, so another's is simply not there. */
export async function openMine(ctx: PageCtx, doors: Doors, code: string): Promise<DossierView | undefined> {
  const ref = await locateDossier(ctx, code);
  const view = ref && (await viewDossier(ctx, doors.services, ref));
  return view && ctx.actor.kind === 'citizen' && view.dossier.person_id === ctx.actor.person
    ? view
    : undefined;
}

export const refOf = ({ dossier }: DossierView) => ({ homeUnit: dossier.home_unit, id: dossier.id });

/** A page of one dossier: the way back leads to it, and search engines stay out. */
export function dossierReply(
  ctx: PageCtx,
  doors: Doors,
  page: { readonly code: string; readonly title: string; readonly main: Hole; readonly errors?: boolean },
): Reply {
  const say = sayIn(ctx.locale);
  const errors = page.errors === true;
  const title = titleWith(say, page.title, errors);
  const before = back(addressOf(page.code), say(`Hồ sơ ${page.code}`, `Dossier ${page.code}`));
  return htmlReply(
    citizenPage(ctx, doors, { title, main: page.main, before, noindex: true }),
    errors ? 422 : 200,
  );
}

/** A multipart form carries its token in the address: the body is read as a stream, after the token was checked. */
export const multipartAction = (ctx: PageCtx, path: string): string =>
  `${path}?_csrf=${encodeURIComponent(ctx.csrf)}`;
