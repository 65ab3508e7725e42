import { z } from 'zod';
import { identityPermissions, officialsFile, takeOfficialsFile } from '#capabilities/identity';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { type Doors, roleTitles } from '#surfaces/shared';
import { type AdministrationDeps, peopleDeps } from '../core/deps.ts';
import { textOf } from '../core/form.ts';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { officialsHome, officialsHref } from './addresses.ts';
import { reportView, triedView } from './file.view.ts';
import { withoutKey } from './without-key.ts';

const permission = identityPermissions.managePeople;
const kinds = ['refused', 'new', 'changed', 'same'] as const;
const asked = z.object({
  id: z.uuid(),
  loai: z.enum(kinds).optional().catch(undefined),
  tu: z.coerce.number().int().min(0).max(100_000).default(0).catch(0),
});
type Asked = z.output<typeof asked>;

/** A file that waits for a yes, row by row; once it is taken, what is still to do. */
export const filePages = (doors: Doors, deps: AdministrationDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: `${officialsHome}/:id`,
    permission,
    audit: 'none',
    input: asked,
    handle: (ctx, input) => fileReply(ctx, doors, input),
  }),
  definePage({
    method: 'POST',
    path: `${officialsHome}/:id`,
    permission,
    audit: 'officer.import',
    perMinute: 10,
    input: asked.extend({ lam: z.enum(['tat-ca', 'dong-dung']) }),
    async handle(ctx, input) {
      const taken = await takeOfficialsFile(ctx, peopleDeps(doors, deps), {
        id: input.id,
        words: roleTitles,
        goodRows: input.lam === 'dong-dung',
        seen: textOf(ctx.fields, 'dau').slice(0, 100),
      });
      return taken.ok
        ? redirectTo(`${officialsHref(input.id)}?xong=1`)
        : fileReply(ctx, doors, input, taken.refusal);
    },
  }),
];

async function fileReply(ctx: PageCtx, doors: Doors, input: Asked, refusal?: Refusal): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const found = await officialsFile(ctx, doors, input.id, roleTitles);
  const back = { href: officialsHome, text: say('Chọn tệp khác', 'Another file') };
  if (!found.ok)
    return adminReply(ctx, doors, {
      title: say('Nhập cán bộ từ tệp', 'Officials from a file'),
      at: 'units',
      back,
      main: '',
      refusal: found.refusal,
    });
  const { name, tried, taken } = found.value;
  const directory = await doors.units.directory();
  return adminReply(ctx, doors, {
    title: tried
      ? say(`Xem trước: ${name}`, `Before it is taken: ${name}`)
      : say(`Đã nhập: ${name}`, `Taken: ${name}`),
    at: 'units',
    back,
    main: tried
      ? triedView(ctx, { id: input.id, tried, directory, kind: input.loai, skip: input.tu })
      : taken &&
        reportView(ctx, {
          taken,
          directory,
          // Where an authority certifies at the first signature, nobody waits for a certificate.
          withoutKey: doors.place.demo ? [] : await withoutKey(ctx, taken),
        }),
    refusal,
  });
}
