import { z } from 'zod';
import { cataloguePermissions } from '#capabilities/catalogue';
import { searchBox, table, tag } from '#design';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { number, sayIn } from '../core/say.ts';
import { procedureHref } from './addresses.ts';
import { procedureView } from './procedure.view.ts';

const permission = cataloguePermissions['catalogue.publish'];
const code = z.string().regex(/^\d\.\d{6}$/);
const size = 50;

/** Procedures and their versions, to look at; they are made in the designer. */
export const procedurePages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/quan-tri/thu-tuc',
    permission,
    audit: 'none',
    input: z.object({ q: z.string().max(200).default('') }),
    async handle(ctx, { q }) {
      const say = sayIn(ctx.locale);
      const found = await doors.catalogue.search(q, {}, { size });
      const main = html`${searchBox({
        id: 'q',
        name: 'q',
        action: '/quan-tri/thu-tuc',
        label: say('Tìm thủ tục theo tên hoặc mã', 'Find a procedure'),
        value: q,
        buttonText: say('Tìm thủ tục', 'Search'),
        key: '/',
      })}${table({
        id: 'thu-tuc',
        caption: say(`${number(found.total)} thủ tục`, `${number(found.total)} procedures`),
        columns: [
          { text: say('Mã', 'Code') },
          { text: say('Tên', 'Name') },
          { text: say('Lĩnh vực', 'Field') },
          { text: say('Tờ khai', 'Form') },
        ],
        rows: found.hits.map(({ entry }) => [
          html`<span class="mc-code">${entry.code}</span>`,
          html`<a href="${procedureHref(entry.code)}">${entry.name}</a>`,
          entry.field,
          entry.live
            ? tag({ text: say('Riêng', 'Own'), tone: 'jade' })
            : tag({ text: say('Chung', 'Generic') }),
        ]),
      })}`;
      return adminReply(ctx, doors, { title: say('Thủ tục', 'Procedures'), at: 'procedures', main });
    },
  }),
  definePage({
    method: 'GET',
    path: '/quan-tri/thu-tuc/:code',
    permission,
    audit: 'none',
    input: z.object({ code }),
    handle: (ctx, input) => procedureReply(ctx, doors, input.code),
  }),
  definePage({
    method: 'GET',
    path: '/quan-tri/thu-tuc/:code/dinh-nghia',
    permission,
    audit: 'none',
    input: z.object({ code, ban: z.coerce.number().int().min(1) }),
    async handle(_, { code: asked, ban }) {
      const versions = await doors.catalogue.versions(asked);
      if (!versions.some(({ version }) => version === ban)) return problem('not-found');
      return { kind: 'json', status: 200, body: await doors.catalogue.definitionOf(asked, ban) };
    },
  }),
];

async function procedureReply(ctx: PageCtx, doors: Doors, procedure: string): Promise<Reply> {
  const current = await doors.catalogue.current(procedure);
  if (!current) return problem('not-found');
  const say = sayIn(ctx.locale);
  const versions = await doors.catalogue.versions(procedure);
  return adminReply(ctx, doors, {
    title: current.name,
    code: procedure,
    at: 'procedures',
    back: { href: '/quan-tri/thu-tuc', text: say('Danh sách thủ tục', 'Procedures') },
    main: procedureView({ say, current, versions }),
  });
}
