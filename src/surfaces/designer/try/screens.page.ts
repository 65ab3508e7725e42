import { z } from 'zod';
import { cataloguePermissions } from '#capabilities/catalogue';
import { triedCharges } from '#capabilities/dossiers';
import { fieldsFromAnswers } from '#capabilities/forms';
import { inLocale } from '#kernel/text';
import { definePage, htmlReply, problem, type Route, redirectTo } from '#platform/http';
import { type Doors, dossierPapers, drawDossierPaper, papersOf } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { askedShape, queryOf } from './asked.ts';
import { askedRun } from './asked-run.ts';
import { placesOfRun, sourceOfRun } from './papers.ts';
import { triedCode } from './run.ts';
import { trackedView } from './tracked.view.ts';

const permission = cataloguePermissions['catalogue.design'];

/** The control slip is the office's; the result is the person's once it is there. */
const forCitizens = dossierPapers.filter((name) => name !== 'phieu-kiem-soat' && name !== 'du-thao');

/** What a tried person sees: the pages of the form with their answers, and the papers in their hand. */
export const screenPages = (
  doors: Doors,
  { services, drawTracked }: Pick<DesignerDeps, 'services' | 'drawTracked'>,
): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/chay-thu/trang/:page',
    permission,
    audit: 'none',
    input: z.object({ ...askedShape, page: z.string().max(80) }),
    async handle(ctx, input) {
      const found = await askedRun(ctx, doors, services, input);
      if (!found) return problem('not-found');
      const { draft, ready } = found;
      const { tried, person } = found.run;
      const { definition } = ready;
      if (!definition.form.pages.some(({ id }) => id === input.page)) return problem('not-found');
      const query = new URLSearchParams({ ...person.looks, _trang: input.page });
      for (const page of definition.form.pages)
        for (const [name, value] of Object.entries(fieldsFromAnswers(page, tried.filing.answers)))
          for (const each of typeof value === 'string' ? [value] : (value ?? [])) query.append(name, each);
      return redirectTo(`${draftHref(draft.id, 'xem')}?${query.toString()}`);
    },
  }),
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/chay-thu/giay/:paper',
    permission,
    audit: 'none',
    perMinute: 120,
    input: z.object({
      ...askedShape,
      paper: z.string().max(40),
      ngon: z.enum(['vi', 'en']).catch('vi'),
      /** As it was after so many acts; at the end of the run when silent. */
      luc: z.coerce.number().int().min(1).max(500).optional().catch(undefined),
    }),
    async handle(ctx, input) {
      const found = await askedRun(ctx, doors, services, input);
      if (!found) return problem('not-found');
      const source = sourceOfRun(found.run, input.luc);
      const places = await placesOfRun(doors, found.draft.content, input.ngon);
      const drawn = source && (await drawDossierPaper(doors.papers, input.paper, source, places));
      if (!drawn?.ok) return problem('not-found');
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/pdf',
        bytes: drawn.value.bytes,
        headers: { 'content-disposition': `inline; filename="${drawn.value.fileName}"` },
      };
    },
  }),
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/chay-thu/theo-doi/:nth',
    permission,
    audit: 'none',
    input: z.object({ ...askedShape, nth: z.coerce.number().int().min(1).max(500) }),
    async handle(ctx, input) {
      const found = await askedRun(ctx, doors, services, input);
      if (!found) return problem('not-found');
      const { draft, asked, run } = found;
      const moment = run.tried.story[input.nth - 1];
      const { rules } = run.tried;
      if (!moment || !rules) return problem('not-found');
      const acts = run.tried.story.slice(0, input.nth).map(({ act }) => act);
      const locale = run.person.looks['_tieng'] === 'en' ? 'en' : 'vi';
      const places = await placesOfRun(doors, draft.content, locale, rules.units);
      const source = sourceOfRun(run, input.nth);
      return htmlReply(
        trackedView(doors, {
          draft,
          locale,
          looks: run.person.looks,
          back: `${draftHref(draft.id, 'chay-thu')}?${queryOf(asked)}`,
          tracking: drawTracked({
            code: triedCode,
            ownerName: inLocale(run.person.name, 'vi'),
            rules,
            acts,
            charges: triedCharges(run.tried.filing, moment.state, moment.at, run.definition.version),
            state: moment.state,
            now: moment.at,
            locale,
            directory: places.directory,
            papers: (source ? papersOf(doors.papers, source, places, forCitizens) : []).map(
              ({ name, title }) => ({ name, title: inLocale(title, locale) }),
            ),
          }),
        }),
      );
    },
  }),
];
