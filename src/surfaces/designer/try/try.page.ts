import { z } from 'zod';
import { cataloguePermissions, procedureDraft } from '#capabilities/catalogue';
import { roads, tryOut } from '#capabilities/dossiers';
import { inventAnswers } from '#capabilities/forms';
import type { UnitId } from '#kernel/ids';
import { inLocale } from '#kernel/text';
import { instantAt, isPlainDate, localDate } from '#kernel/time';
import { definePage, problem } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { designerReply } from '../core/frame.ts';
import { sayIn } from '../core/say.ts';
import { paces, personas } from './personas.ts';
import { tryView } from './try.view.ts';

const part = z.string().max(4).default('');

/** A draft run to its end with invented people and a clock that is moved; nothing is stored. */
export const tryPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/thiet-ke/:draft/chay-thu',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({
      draft: z.uuid(),
      nguoi: z.enum(personas.map(({ id }) => id)).catch(personas[0].id),
      duong: z.enum(roads).catch('granted'),
      nhip: z.enum(paces.map(({ id }) => id)).catch('dung-han'),
      noi: z.enum(['gan', 'xa']).catch('gan'),
      lan: z.coerce.number().int().min(1).max(99).catch(1),
      'tu-day': part,
      'tu-month': part,
      'tu-year': part,
    }),
    async handle(ctx, asked) {
      const draft = await procedureDraft(ctx, asked.draft);
      if (!draft) return problem('not-found');
      const say = sayIn(ctx.locale);
      const { definition } = draft.content;
      const persona = personas.find(({ id }) => id === asked.nguoi) ?? personas[0];
      const pace = paces.find(({ id }) => id === asked.nhip) ?? paces[1];
      const typed = `${asked['tu-year']}-${asked['tu-month'].padStart(2, '0')}-${asked['tu-day'].padStart(2, '0')}`;
      const day = isPlainDate(typed) ? typed : localDate(ctx.clock.now());
      const { lists } = doors.services;
      const directory = await doors.units.directory();
      const calendar = await doors.services.calendarOf(directory.head()?.id as UnitId);
      const facts = { today: day, channel: persona.channel, representing: 'self' };
      const answers = inventAnswers(
        definition.form,
        { today: day, lists, facts },
        persona.seed + asked.lan * 7919,
      );
      const begun = ctx.clock.now();
      const tried = tryOut({
        definition,
        calendar,
        lists,
        persona: { name: inLocale(persona.name, 'vi'), channel: persona.channel, answers },
        road: asked.duong,
        pace: pace.times,
        elsewhere: asked.noi === 'xa',
        startAt: instantAt(day, 9 * 60),
      });
      return designerReply(ctx, doors, {
        title: inLocale(definition.name, ctx.locale) || draft.code,
        draft,
        at: 'chay-thu',
        main: tryView({
          say,
          locale: ctx.locale,
          draft,
          asked: { ...asked, day },
          tried,
          lists,
          tookMs: ctx.clock.now() - begun,
        }),
      });
    },
  });
