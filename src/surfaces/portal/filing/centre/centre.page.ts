import { z } from 'zod';
import { dossierPermissions, saveDraft } from '#capabilities/dossiers';
import { competentCommune, isAddress } from '#capabilities/forms';
import type { Unit, UnitDirectory } from '#capabilities/organisations';
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
import { leaveTo } from '../core/leave.ts';
import { type OpenFiling, openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { isOpen, stopAfter } from '../core/road.ts';
import { submittedOtherwise } from '../otherwise/otherwise.page.ts';
import { centreView } from './centre.view.ts';
import { findCentres, nearestCentres } from './nearest.ts';

const key = '@noi-nhan';
const input = z.object({
  draft: z.string(),
  ve: z.string().optional(),
  tim: z.string().max(100).default(''),
  'trung-tam': z.string().max(40).optional(),
});
const common = {
  path: '/nop-ho-so/:draft/noi-nhan',
  permission: dossierPermissions['dossiers.own'],
  audit: 'none',
  input,
};

export const centrePages = (doors: Doors): readonly Route[] => [
  definePage({
    ...common,
    method: 'GET',
    async handle(ctx, { draft, ve, tim }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      if (filing.draft.dossier_id) return redirectTo(paths.done(filing.draft.id));
      if (!isOpen(filing.road, key)) return redirectTo(filing.road.next.href);
      return show(ctx, doors, filing, { search: tim, back: ve });
    },
  }),
  definePage({
    ...common,
    method: 'POST',
    async handle(ctx, { draft, ve, tim, 'trung-tam': wanted }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      const directory = await doors.units.directory();
      const centre = directory.centres().find(({ id }) => id === wanted);
      const act = ctx.fields['_viec'];
      if (centre) {
        const saved = await saveDraft(ctx, draft, { receiver: centre.id });
        if (!saved.ok) return submittedOtherwise(ctx, doors, draft);
      }
      if (act === 'thoat') return redirectTo(leaveTo(ctx, draft));
      // Enter on a chosen centre presses the search button too; without words it means "go on".
      if (act === 'tim' && (tim !== '' || !centre)) {
        const here = paths.withReturn(paths.centre(draft), ve);
        return redirectTo(`${here}${here.includes('?') ? '&' : '?'}tim=${encodeURIComponent(tim)}`);
      }
      if (!centre) return show(ctx, doors, filing, { search: tim, back: ve, missing: true });
      const now = (await openFiling(ctx, doors, draft)) ?? filing;
      return redirectTo(ve === paths.fromCheck ? now.road.next.href : stopAfter(now.road, key).href);
    },
  }),
];

interface Asked {
  readonly search: string;
  readonly back: string | undefined;
  readonly missing?: boolean;
}

async function show(
  ctx: PageCtx,
  doors: Doors,
  filing: OpenFiling,
  { search, back, missing }: Asked,
): Promise<Reply> {
  const directory = await doors.units.directory();
  const found = findCentres(directory, search);
  const near = nearestCentres(directory, homeCommune(filing));
  const chosen = filing.draft.receiver_unit ?? undefined;
  const kept = directory.centres().filter(({ id }) => id === chosen);
  const anyone = [...new Set([...found, ...kept, ...near])];
  const deciding = await decidingUnit(doors, directory, filing, anyone);
  const only = deciding && (await onlyCentre(doors, directory, filing, deciding));
  const centres = only ? [only] : anyone;
  return htmlReply(
    centreView(ctx, doors, {
      filing,
      centres,
      chosen: only?.id ?? chosen ?? near[0]?.id,
      search,
      found: found.length > 0,
      competent: deciding?.name,
      onlyThere: only !== undefined,
      back,
      ...(missing ? { missing } : {}),
    }),
    missing ? 422 : 200,
  );
}

/** Where the person lives, else the commune that the dossier is about. */
function homeCommune({ known, definition, answers }: OpenFiling): string | undefined {
  const home = known['person.address'];
  return isAddress(home) ? home.commune : competentCommune(definition, answers);
}

/** Named only when it is the same from wherever the dossier comes. */
async function decidingUnit(
  doors: Doors,
  directory: UnitDirectory,
  { definition, answers, facts }: OpenFiling,
  centres: readonly Unit[],
): Promise<Unit | undefined> {
  const from = centres.slice(0, 2).map(({ id }) => id);
  const units = await Promise.all(
    from.map((receiver) => doors.services.competentUnit(definition, answers, receiver, facts)),
  );
  const [first] = units;
  return first !== undefined && units.every((unit) => unit === first) ? directory.byId(first) : undefined;
}

/** Where a decision took the procedure off the list of filing anywhere: the centre of the unit that decides. */
async function onlyCentre(
  doors: Doors,
  directory: UnitDirectory,
  { definition: { code } }: OpenFiling,
  deciding: Unit,
): Promise<Unit | undefined> {
  const offer = await doors.catalogue.offer();
  return offer.anywhere(code, true) ? undefined : directory.centreOf(deciding.id);
}
