import { z } from 'zod';
import {
  cataloguePermissions,
  decideNationalItem,
  decideNationalItems,
  nationalItems,
  nationalList,
} from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply, officerOf } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { nationalHome, nationalHref } from './addresses.ts';
import { handInPage } from './hand-in.page.ts';
import { listsPage } from './lists.page.ts';
import { listView } from './national.view.ts';
import { reportPage } from './report.page.ts';

const permission = cataloguePermissions['catalogue.publish'];
const size = 30;
const kind = z.enum(['new', 'changed', 'gone']);
const asked = z.object({
  id: z.uuid(),
  loai: kind.optional().catch(undefined),
  tat: z.enum(['0', '1']).default('0').catch('0'),
  tu: z.coerce.number().int().min(0).max(100_000).default(0).catch(0),
});
type Asked = z.output<typeof asked>;

/** Newer national lists beside what is held: each difference is taken, or kept as it is here. */
export const nationalPages = (doors: Doors): readonly Route[] => [
  listsPage(doors),
  handInPage(doors),
  reportPage(doors),
  definePage({
    method: 'GET',
    path: `${nationalHome}/:id`,
    permission,
    audit: 'none',
    input: asked,
    handle: (ctx, input) => listReply(ctx, doors, input),
  }),
  definePage({
    method: 'GET',
    path: `${nationalHome}/:id/bao-cao.md`,
    permission,
    audit: 'none',
    input: z.object({ id: z.uuid() }),
    async handle(ctx, { id }) {
      const list = await nationalList(ctx, id);
      if (!list) return problem('not-found');
      return {
        kind: 'bytes',
        status: 200,
        type: 'text/markdown; charset=utf-8',
        bytes: Buffer.from(list.report),
        headers: { 'content-disposition': 'attachment; filename="bao-cao.md"' },
      };
    },
  }),
  definePage({
    method: 'POST',
    path: `${nationalHome}/:id`,
    permission,
    audit: 'catalogue.take-national',
    input: asked.extend({
      lam: z.enum(['lay', 'giu']),
      /** One procedure; without it every undecided difference of the kind. */
      ma: z.string().max(20).default(''),
    }),
    async handle(ctx, input) {
      const { id, lam, ma, loai, tu, tat } = input;
      const decision = lam === 'lay' ? 'taken' : 'kept';
      const outcome =
        ma === '' && loai
          ? await decideNationalItems(ctx, id, loai, decision)
          : await decideNationalItem(ctx, id, ma, decision);
      doors.catalogue.forget();
      if (!outcome.ok) return listReply(ctx, doors, input, outcome.refusal);
      const query = new URLSearchParams({ ...(loai && { loai }), tat, tu: String(tu), xong: '1' });
      return redirectTo(`${nationalHref(id)}?${query}`);
    },
  }),
];

async function listReply(ctx: PageCtx, doors: Doors, input: Asked, refusal?: Refusal): Promise<Reply> {
  const list = await nationalList(ctx, input.id);
  if (!list) return problem('not-found');
  const say = sayIn(ctx.locale);
  const open = input.tat === '0';
  const items = await nationalItems(ctx, input.id, {
    ...(input.loai && { change: input.loai }),
    open,
    skip: input.tu,
    size: size + 1,
  });
  return adminReply(ctx, doors, {
    title: list.name,
    at: 'national',
    back: { href: nationalHome, text: say('Các danh mục đã đọc', 'All lists') },
    main: listView(ctx, {
      list,
      items: items.slice(0, size),
      more: items.length > size,
      change: input.loai,
      open,
      skip: input.tu,
      size,
      own: list.read_by !== null && list.read_by === officerOf(ctx).officer,
    }),
    refusal,
  });
}
