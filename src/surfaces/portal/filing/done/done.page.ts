import { z } from 'zod';
import { dossierPermissions, viewDossier } from '#capabilities/dossiers';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { type OpenFiling, openFiling } from '../core/open-filing.ts';
import { calendarFile } from './calendar-file.ts';
import { doneView } from './done.view.ts';

const permission = dossierPermissions['dossiers.own'];
const input = z.object({ draft: z.string() });

/** The confirmation, reachable again by its owner for as long as the draft's row stands. */
export const donePages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/nop-ho-so/:draft/xong',
    permission,
    audit: 'none',
    input,
    handle: (ctx, { draft }) =>
      submitted(ctx, doors, draft, async (filing, view) => {
        const directory = await doors.units.directory();
        const { dossier, state } = view;
        return htmlReply(
          doneView(ctx, doors, {
            filing,
            code: dossier.code,
            secret: dossier.secret,
            state,
            charges: view.charges,
            receiver: directory.byId(state.receiver)?.name ?? '',
            competent: directory.byId(state.competent)?.name ?? '',
          }),
        );
      }),
  }),
  definePage({
    method: 'GET',
    path: '/nop-ho-so/:draft/lich.ics',
    permission,
    audit: 'none',
    input,
    handle: (ctx, { draft }) =>
      submitted(ctx, doors, draft, async (_, { dossier, state }) => ({
        kind: 'bytes',
        status: 200,
        type: 'text/calendar; charset=utf-8',
        bytes: new TextEncoder().encode(
          calendarFile({
            code: dossier.code,
            name: dossier.procedure_name,
            answerBy: state.answerBy,
            madeAt: ctx.clock.now(),
            url: `${doors.place.publicUrl}/tra-cuu?ma=${encodeURIComponent(dossier.code)}`,
            locale: ctx.locale,
          }),
        ),
        headers: { 'content-disposition': doors.files.disposition(`${dossier.code}.ics`) },
      })),
  }),
];

type View = NonNullable<Awaited<ReturnType<typeof viewDossier>>>;

async function submitted(
  ctx: PageCtx,
  doors: Doors,
  draft: string,
  go: (filing: OpenFiling, view: View) => Promise<Reply>,
): Promise<Reply> {
  const filing = await openFiling(ctx, doors, draft);
  if (!filing) return problem('not-found');
  const { home_unit, dossier_id } = filing.draft;
  if (!home_unit || !dossier_id) return redirectTo(filing.road.next.href);
  const view = await viewDossier(ctx, doors.services, { homeUnit: home_unit, id: dossier_id });
  return view ? go(filing, view) : problem('not-found');
}
