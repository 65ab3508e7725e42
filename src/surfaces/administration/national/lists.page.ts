import { z } from 'zod';
import { cataloguePermissions, nationalLists, nationalUploads } from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, type Reply, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { nationalHome } from './addresses.ts';
import { fieldOf } from './hand-in.view.ts';
import { listsView } from './lists.view.ts';

/** Lists that were read, files that wait to be, and the form that takes the next. */
export const listsPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: nationalHome,
    permission: cataloguePermissions['catalogue.publish'],
    audit: 'none',
    input: z.object({ da: z.uuid().optional().catch(undefined) }),
    handle: (ctx, { da }) => listsReply(ctx, doors, { just: da }),
  });

export async function listsReply(
  ctx: PageCtx,
  doors: Doors,
  { just, refusal }: { readonly just?: string | undefined; readonly refusal?: Refusal },
): Promise<Reply> {
  const [lists, uploads] = await Promise.all([nationalLists(ctx), nationalUploads(ctx)]);
  return adminReply(ctx, doors, {
    title: sayIn(ctx.locale)('Danh mục quốc gia', 'The national list'),
    at: 'national',
    main: listsView(ctx, { lists, uploads, just, refusal }),
    refusal,
    target: fieldOf[refusal?.field ?? ''],
  });
}
