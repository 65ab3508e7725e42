import { z } from 'zod';
import {
  costsOf,
  type DossierView,
  dossierPermissions,
  locateDossier,
  openFees,
  unsignedScans,
  viewDossier,
} from '#capabilities/dossiers';
import { asDong, formatDong } from '#kernel/money';
import { formatDateTime, formatDay, isPlainDate } from '#kernel/time';
import { definePage, type PageCtx, problem } from '#platform/http';
import { type Doors, paperPlaces, paperSourceOf, papersOf } from '#surfaces/shared';
import { officeReply } from '../../core/frame.ts';
import { officerOf } from '../../core/officer.ts';
import { hasSentence, sentenceFor } from '../../sentences.ts';
import { sayIn } from '../../words/say.ts';
import { type DoneView, doneView } from './done.view.ts';

/** What the person takes home: the code, the date, the receipt to print; and the next one in the queue. */
export const donePage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/mot-cua/quay/xong/:code',
    permission: dossierPermissions['dossiers.receive-at-counter'],
    audit: 'none',
    input: z.object({ code: z.string().max(80), 'chua-ky': z.string().max(60).optional() }),
    async handle(ctx, input) {
      const ref = await locateDossier(ctx, input.code);
      const view = ref && (await viewDossier(ctx, doors.services, ref));
      if (!view) return problem('not-found');
      const { dossier, state } = view;
      const say = sayIn(ctx.locale);
      const places = await paperPlaces(doors, view.rules.definition);
      const directory = await doors.units.directory();
      const due = state.due;
      const owed = costsOf(view.charges)(openFees(state).map(({ id }) => id));
      const main = doneView({
        say,
        locale: ctx.locale,
        code: dossier.code,
        procedureCode: dossier.procedure_code,
        procedureName: dossier.procedure_name,
        ownerName: dossier.owner_name,
        due:
          due?.date != null && isPlainDate(due.date)
            ? formatDay(due.date)
            : due?.minute != null
              ? formatDateTime(due.minute)
              : undefined,
        competent: directory.byId(state.competent)?.name ?? '',
        scans: scansOf(view, doors, ctx, input['chua-ky']),
        owed: owed > 0 ? formatDong(asDong(owed)) : undefined,
        prints: papersOf(doors.papers, paperSourceOf(view), places),
      });
      return officeReply(ctx, doors, { title: say('Đã tiếp nhận hồ sơ', 'Received'), main });
    },
  });

/** The reason travels in the address as a code; anything else there says nothing. */
function scansOf(
  { state, documents }: DossierView,
  { signing }: Doors,
  ctx: PageCtx,
  code: string | undefined,
): DoneView['scans'] {
  const open = signing ? unsignedScans(state, documents) : [];
  // The sentence of a file names it: the first that is left is meant.
  const details = { paper: open[0]?.title ?? '', name: officerOf(ctx).name };
  const known = code !== undefined && hasSentence(code);
  return { open: open.length, why: known ? sentenceFor({ code, details }, ctx.locale) : undefined };
}
