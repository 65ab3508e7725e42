import { z } from 'zod';
import { cataloguePermissions, procedureDraft } from '#capabilities/catalogue';
import { deskOfficer, desksAt, viewOfTried } from '#capabilities/dossiers';
import { expandDefinition } from '#capabilities/forms';
import { inLocale } from '#kernel/text';
import { instantAt, localDate } from '#kernel/time';
import { definePage, type PageCtx, problem, type Reply, type Route } from '#platform/http';
import { type Doors, papersOf, roleTitles } from '#surfaces/shared';
import type { AtDeskToDraw, DesignerDeps } from '../core/deps.ts';
import { designerReply } from '../core/frame.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { askedShape, queryOf } from './asked.ts';
import { askedRun } from './asked-run.ts';
import { deskView } from './desk.view.ts';
import { deskHref } from './desk-href.ts';
import { applicantOf, placesOfRun, sourceOfRun } from './papers.ts';
import { triedCode } from './run.ts';
import { specimenSheet } from './sheet.ts';

const permission = cataloguePermissions['catalogue.design'];
const input = z.object({
  ...askedShape,
  /** After so many acts. */
  nth: z.coerce.number().int().min(1).max(500),
  /** Whose desk: the task of a plan, or a role. */
  ban: z.string().max(60).optional(),
  mat: z.string().max(20).optional(),
  giay: z.string().max(80).optional(),
});
type Input = z.output<typeof input>;
type Deps = Pick<DesignerDeps, 'services' | 'drawAtDesk' | 'drawActAtDesk'>;

/** What officers see of a tried dossier at each moment of its run: its page on their desk, and the pages of the acts they may do. */
export const deskPages = (doors: Doors, deps: Deps): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/chay-thu/can-bo/:nth',
    permission,
    audit: 'none',
    input,
    handle: (ctx, asked) => atDesk(ctx, doors, deps, asked, undefined),
  }),
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/chay-thu/can-bo/:nth/viec/:act',
    permission,
    audit: 'none',
    input: z.object({ ...input.shape, act: z.string().max(40) }),
    handle: (ctx, asked) => atDesk(ctx, doors, deps, asked, asked.act),
  }),
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/chay-thu/giay-mau/:demand/:page',
    permission,
    audit: 'none',
    perMinute: 240,
    input: z.object({
      draft: z.uuid(),
      demand: z.string().max(80),
      page: z.literal('1.png'),
      rong: z.coerce.number().int().min(200).max(1600).catch(900).default(900),
    }),
    async handle(ctx, asked) {
      const draft = await procedureDraft(ctx, asked.draft);
      const definition = draft && expandDefinition(draft.content.definition);
      const demand = definition?.documents.find(({ id }) => id === asked.demand);
      const pdf = demand && (await specimenSheet(demand.name.vi, instantAt(localDate(ctx.clock.now()))));
      if (!pdf?.ok) return problem('not-found');
      const drawn = await doors.files.drawMade(pdf.value, 1, asked.rong);
      if (!drawn.ok) return problem('unavailable');
      return { kind: 'bytes', status: 200, type: 'image/png', bytes: drawn.value.png };
    },
  }),
];

async function atDesk(
  ctx: PageCtx,
  doors: Doors,
  { services, drawAtDesk, drawActAtDesk }: Deps,
  input: Input,
  act: string | undefined,
): Promise<Reply> {
  const found = await askedRun(ctx, doors, services, input);
  if (!found) return problem('not-found');
  const { draft, asked, run } = found;
  const { rules, story } = run.tried;
  const { nth } = input;
  const moment = story[nth - 1];
  if (!rules || !moment) return problem('not-found');
  const { locale } = ctx;
  const say = sayIn(locale);
  const name = inLocale(run.definition.name, locale) || draft.code;
  const view = viewOfTried(run.tried, nth - 1, {
    code: triedCode,
    procedureName: inLocale(run.definition.name, 'vi') || draft.code,
    applicant: applicantOf(run),
    lists: doors.services.lists,
  });
  const desks = desksAt(rules, moment.state);
  const desk = desks.find(({ id }) => id === input.ban) ?? desks[0];
  const { directory, ...places } = await placesOfRun(doors, draft.content, locale, rules.units);
  const source = sourceOfRun(run, nth);
  if (!view || !source) return problem('not-found');
  const tried: AtDeskToDraw = {
    view,
    actor: deskOfficer(desk, inLocale(roleTitles[desk.role], locale)),
    clock: { now: () => moment.at },
    locale,
    directory,
    ...(desk.task === undefined ? {} : { wantedTask: desk.task }),
    at: addresses(draft.id, found, nth, desk.id),
    side: input.mat,
    paper: input.giay,
    prints: papersOf(doors.papers, source, { ...places, directory, language: 'vi' }),
    sheets: true,
  };
  const whole = drawAtDesk(tried);
  const drawn =
    act === undefined
      ? whole && { title: say(`Cán bộ thấy: ${name}`, `The officer sees: ${name}`), main: whole }
      : drawActAtDesk(tried, act);
  if (!drawn) return problem('not-found');
  return designerReply(ctx, doors, {
    title: drawn.title,
    draft,
    at: 'chay-thu',
    looks: true,
    ownHeading: true,
    main: deskView({
      say,
      locale,
      draft: draft.id,
      asked,
      nth,
      count: story.length,
      now: moment.at,
      desk,
      desks,
      rules,
      state: moment.state,
      unitName: (unit) => directory.byId(unit)?.shortName ?? '',
      page: drawn.main,
    }),
  });
}

/** Every link of the office's page leads to another page of the try-out. */
function addresses(
  draft: string,
  { asked }: { readonly asked: Parameters<typeof queryOf>[0] },
  nth: number,
  desk: string,
): AtDeskToDraw['at'] {
  return {
    page: ({ mat, giay } = {}) => deskHref(draft, asked, nth, desk, { mat, giay }),
    act: (slug, _from, task = '') => deskHref(draft, asked, nth, task === '' ? desk : task, { act: slug }),
    below: (path) => {
      const [kind, id = '', ...rest] = path.split('/');
      if (kind === 'giay') return draftHref(draft, `chay-thu/giay-mau/${id}/${rest.at(-1) ?? ''}`);
      return `${draftHref(draft, `chay-thu/giay/${id}`)}?${queryOf(asked)}&luc=${nth}`;
    },
  };
}
