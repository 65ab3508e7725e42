import { z } from 'zod';
import { cataloguePermissions, publishVersion } from '#capabilities/catalogue';
import { parseDefinition } from '#capabilities/forms';
import { searchBox, table, tag } from '#design';
import type { Refusal } from '#kernel/outcome';
import { html } from '#platform/html';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dateOf, textOf } from '../core/form.ts';
import { adminReply, beyondRights, refusedReply } from '../core/frame.ts';
import { number, sayIn } from '../core/say.ts';
import { procedureHref } from './addresses.ts';
import { differences } from './diff.ts';
import { procedureView } from './procedure.view.ts';
import type { Problem, Trying } from './trying.ts';

const permission = cataloguePermissions['catalogue.publish'];
const code = z.string().regex(/^\d\.\d{6}$/);
const size = 50;
/** Longer than any definition; the server's own limit for a posted form is of the same size. */
const longest = 250_000;

/** Procedures, their versions, and a new version from its definition. */
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
    handle: (ctx, input) => procedureReply(ctx, doors, input.code, {}),
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
  definePage({
    method: 'POST',
    path: '/quan-tri/thu-tuc/:code/phien-ban',
    permission,
    audit: 'catalogue.publish',
    multipart: true,
    input: z.object({ code }),
    handle: (ctx, input) => tryVersion(ctx, doors, input.code),
  }),
];

/** The definition as pasted, or as the chosen file says. */
async function postedDefinition(ctx: PageCtx): Promise<string> {
  let uploaded = '';
  if (Object.keys(ctx.fields).length === 0)
    for await (const part of ctx.files()) {
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of part.stream as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length <= longest) chunks.push(chunk);
      }
      uploaded = Buffer.concat(chunks).toString('utf8');
    }
  return uploaded.trim() === '' ? textOf(ctx.fields, 'dinh-nghia') : uploaded;
}

async function tryVersion(ctx: PageCtx, doors: Doors, procedure: string): Promise<Reply> {
  const text = await postedDefinition(ctx);
  const refuse = (refusal: Refusal, problems: readonly Problem[] = []) =>
    procedureReply(ctx, doors, procedure, { text, refusal, problems });
  if (text.trim() === '') return refuse({ code: 'definition-empty', field: 'dinh-nghia' });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse({ code: 'definition-json', field: 'dinh-nghia' });
  }
  const parsed = parseDefinition(json);
  if (!parsed.ok) {
    const problems = parsed.refusal.problems.map(({ at, message }) => ({ at, message }));
    const [first] = problems;
    return refuse(
      {
        code: 'definition-faulty',
        field: 'dinh-nghia',
        details: { at: first?.at ?? '', problem: first?.message ?? '' },
      },
      problems,
    );
  }
  const validFrom = dateOf(ctx.fields, 'hieu-luc');
  if (validFrom === undefined) return refuse({ code: 'date-missing', field: 'hieu-luc' });
  if (textOf(ctx.fields, '_lam') !== 'cong-bo') {
    const current = await doors.catalogue.current(procedure);
    const before = current ? await doors.services.procedure(procedure, current.version) : {};
    // Set anew by the publication itself.
    const own = { code: procedure, version: 0, validFrom: '' };
    const found = differences({ ...before, ...own }, { ...parsed.value, ...own });
    return procedureReply(ctx, doors, procedure, { text, found });
  }
  const outcome = await publishVersion(ctx, {
    code: procedure,
    basedOn: Number(textOf(ctx.fields, 'dua-tren')),
    definition: parsed.value,
    validFrom,
  });
  doors.catalogue.forget();
  if (outcome.ok) return redirectTo(`${procedureHref(procedure)}?xong=1`);
  if (beyondRights(outcome.refusal)) return refusedReply(ctx, doors, 'procedures', outcome.refusal);
  return refuse(outcome.refusal);
}

async function procedureReply(ctx: PageCtx, doors: Doors, procedure: string, trying: Trying): Promise<Reply> {
  const current = await doors.catalogue.current(procedure);
  if (!current) return problem('not-found');
  const say = sayIn(ctx.locale);
  const directory = await doors.units.directory();
  const versions = await doors.catalogue.versions(procedure);
  const main = procedureView({ ctx, say, current, versions, trying, today: directory.day });
  return adminReply(ctx, doors, {
    title: current.name,
    code: procedure,
    at: 'procedures',
    back: { href: '/quan-tri/thu-tuc', text: say('Danh sách thủ tục', 'Procedures') },
    main,
    refusal: trying.refusal,
    target: trying.refusal?.field,
  });
}
