import { z } from 'zod';
import { cataloguePermissions, handInNationalList, nationalListLimits } from '#capabilities/catalogue';
import { definePage, type Route, redirectTo } from '#platform/http';
import { type Doors, filesIn } from '#surfaces/shared';
import { nationalHome, nationalUpload } from './addresses.ts';
import { listsReply } from './lists.page.ts';

const limits = { 'danh-muc': nationalListLimits.list, 'chi-tiet': nationalListLimits.details };

/** A newer national list, handed in as files; the worker reads it. */
export const handInPage = (doors: Doors): Route =>
  definePage({
    method: 'POST',
    path: nationalUpload,
    permission: cataloguePermissions['catalogue.publish'],
    audit: 'catalogue.hand-in-national-list',
    perMinute: 10,
    multipart: true,
    input: z.object({}),
    async handle(ctx) {
      const { 'danh-muc': list, 'chi-tiet': details } = await filesIn(ctx, limits);
      const handed = await handInNationalList(ctx, {
        name: list?.name ?? '',
        list: list?.bytes ?? new Uint8Array(),
        details: details?.bytes,
      });
      return handed.ok
        ? redirectTo(`${nationalHome}?da=${handed.value}`)
        : listsReply(ctx, doors, { refusal: handed.refusal });
    },
  });
