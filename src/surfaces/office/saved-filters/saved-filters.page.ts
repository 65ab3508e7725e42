import { z } from 'zod';
import { dossierPermissions, dropFilter, keepFilter } from '#capabilities/dossiers';
import { definePage, redirectTo } from '#platform/http';
import { savedHref } from '../core/frame.ts';
import { filterFields, listFields, readListQuery } from '../core/list-query.ts';
import { listOfSlug, lists } from '../words/lists.ts';

/** Keeps the filter in force under a name; without a name it is called as the list. */
export const keepFilterPage = () =>
  definePage({
    method: 'POST',
    path: '/mot-cua/bo-loc',
    permission: dossierPermissions['dossiers.read'],
    audit: 'none',
    input: z.object({ viec: z.string().default(''), ten: z.string().default(''), ...listFields }),
    async handle(ctx, input) {
      const list = listOfSlug(input.viec) ?? 'mine';
      const filter = { viec: lists[list].slug, ...filterFields(readListQuery(input)) };
      await keepFilter(ctx, input.ten.trim() || lists[list].name.vi, filter);
      return redirectTo(savedHref(filter));
    },
  });

export const dropFilterPage = () =>
  definePage({
    method: 'POST',
    path: '/mot-cua/bo-loc/:id/xoa',
    permission: dossierPermissions['dossiers.read'],
    audit: 'none',
    input: z.object({ id: z.uuid() }),
    async handle(ctx, { id }) {
      await dropFilter(ctx, id);
      return redirectTo('/mot-cua');
    },
  });
