import { z } from 'zod';
import {
  type CostSheet,
  cataloguePermissions,
  dutyCounts,
  fieldsToChange,
  firstSheet,
  programmeView as lookAtProgramme,
  startCostSheets,
  startProgramme,
} from '#capabilities/catalogue';
import { filedOfYear } from '#capabilities/dossiers';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { textOf } from '../core/form.ts';
import { adminReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { wholeNumber } from '../mass/read.ts';
import { programmeHref, reviewHome } from './addresses.ts';
import { newProgrammeView, programmeView } from './programme.view.ts';

const path = `${reviewHome}/chuong-trinh`;
const publish = cataloguePermissions['catalogue.publish'];

/** A programme of simplification: its goals, and what is reached of them. */
export const programmePages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: publish,
    audit: 'none',
    input: z.object({}),
    handle: (ctx) => newReply(ctx, doors),
  }),
  definePage({
    method: 'POST',
    path,
    permission: publish,
    audit: 'catalogue.start-programme',
    input: z.object({}),
    async handle(ctx) {
      const goal = (name: string) => {
        const text = textOf(ctx.fields, name);
        return text.trim() === '' ? 0 : (wholeNumber(text.replace('%', '')) ?? -1);
      };
      const field = textOf(ctx.fields, 'linh-vuc');
      const started = await startProgramme(ctx, {
        name: textOf(ctx.fields, 'ten'),
        ground: textOf(ctx.fields, 'can-cu'),
        goals: { cost: goal('chi-phi'), time: goal('thoi-gian'), conditions: goal('dieu-kien') },
        codes: textOf(ctx.fields, 'ma')
          .split(/[\s,;]+/)
          .filter(Boolean),
        ...(field !== '' && { field }),
      });
      return started.ok
        ? redirectTo(`${programmeHref(started.value)}?xong=1`)
        : newReply(ctx, doors, started.refusal);
    },
  }),
  definePage({
    method: 'GET',
    path: `${path}/:id`,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ id: z.uuid() }),
    handle: (ctx, { id }) => programmeReply(ctx, doors, id),
  }),
  definePage({
    method: 'POST',
    path: `${path}/:id/bang`,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'catalogue.save-cost-sheet',
    input: z.object({ id: z.uuid() }),
    async handle(ctx, { id }) {
      const view = await lookAtProgramme(ctx, id);
      if (!view) return problem('not-found');
      const made = await startCostSheets(ctx, await firstSheets(ctx, doors, view.totals.withoutSheet));
      return made.ok
        ? redirectTo(`${programmeHref(id)}?xong=1`)
        : programmeReply(ctx, doors, id, made.refusal);
    },
  }),
];

/** So many at a time: each is reckoned from the whole definition of its procedure. */
const mostSheets = 100;

async function firstSheets(ctx: PageCtx, doors: Doors, codes: readonly string[]) {
  const counted = await filedOfYear(ctx);
  const sheets: { code: string; sheet: CostSheet }[] = [];
  for (const code of codes.slice(0, mostSheets)) {
    const procedure = await doors.catalogue.current(code);
    if (!procedure) continue;
    const definition = await doors.services.procedure(code, procedure.version);
    sheets.push({ code, sheet: firstSheet(definition, counted.get(code)) });
  }
  return sheets;
}

async function programmeReply(ctx: PageCtx, doors: Doors, id: string, refusal?: Refusal): Promise<Reply> {
  const [view, counts] = await Promise.all([lookAtProgramme(ctx, id), dutyCounts(ctx)]);
  if (!view) return problem('not-found');
  const say = sayIn(ctx.locale);
  return adminReply(ctx, doors, {
    title: view.programme.name,
    at: 'simplification',
    back: { href: reviewHome, text: say('Rà soát, cắt giảm', 'Review and simplification') },
    main: programmeView(ctx, view, counts.condition),
    refusal,
  });
}

const targets: Readonly<Record<string, string>> = {
  name: 'ten',
  ground: 'can-cu',
  goals: 'chi-phi',
  codes: 'ma',
};

async function newReply(ctx: PageCtx, doors: Doors, refusal?: Refusal): Promise<Reply> {
  const say = sayIn(ctx.locale);
  return adminReply(ctx, doors, {
    title: say('Chương trình cắt giảm mới', 'A new programme'),
    at: 'simplification',
    back: { href: reviewHome, text: say('Rà soát, cắt giảm', 'Review and simplification') },
    main: newProgrammeView(ctx, await fieldsToChange(ctx), refusal),
    refusal,
    target: targets[refusal?.field ?? ''],
  });
}
