import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { definePage, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dossierHref, listHref } from '../core/addresses.ts';
import { deskOf } from '../core/desk.ts';
import { fromText } from '../core/from.ts';
import { usualSize } from '../core/list-query.ts';
import { listOfSlug } from '../words/lists.ts';
import { takeNext } from './take-next.ts';

/** "Lấy việc tiếp theo": gives the most urgent free dossier to the officer and opens it. */
export const takeNextPage = (doors: Doors) =>
  definePage({
    method: 'POST',
    path: '/mot-cua/viec-tiep',
    permission: dossierPermissions['dossiers.read'],
    audit: 'dossier.assigned',
    input: z.object({ viec: z.string().default('') }),
    async handle(ctx, { viec }) {
      const list = listOfSlug(viec) ?? 'mine';
      const code = await takeNext(ctx, doors, await deskOf(ctx, doors), list);
      if (code === undefined) return redirectTo(`${listHref(list)}?het=1`);
      return redirectTo(dossierHref(code, fromText({ list, query: { page: 1, size: usualSize } })));
    },
  });
