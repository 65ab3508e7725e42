import { z } from 'zod';
import { cataloguePermissions, procedureDraft } from '#capabilities/catalogue';
import { definePage, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { readFormula, readLogic } from '../core/logic.ts';
import { sayOfFormula, sayOfLogic } from '../core/logic-check.ts';
import { sentenceFor } from '../core/sentences.ts';
import { scopeOf } from './scope.ts';

/** What is to be said of a condition or formula while it is being typed: plain text, empty when nothing is typed. */
export const checkLogicPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: '/thiet-ke/dieu-kien',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    byItself: true,
    input: z.object({
      chu: z.string().max(2100).default(''),
      loai: z.enum(['logic', 'feel']).catch('logic'),
      ban: z.uuid().optional(),
      khoi: z.string().max(80).optional(),
      cau: z.string().max(130).optional(),
    }),
    async handle(ctx, { chu, loai, ban, khoi, cau }) {
      const draft = ban === undefined ? undefined : await procedureDraft(ctx, ban);
      const definition = draft && scopeOf(draft, khoi)?.definition;
      const asked = definition && {
        definition,
        before: cau,
        lists: doors.services.lists,
        locale: ctx.locale,
      };
      const read = loai === 'feel' ? readFormula(chu) : readLogic(chu);
      const text = asked
        ? (loai === 'feel' ? sayOfFormula : sayOfLogic)(chu, asked).text
        : read.ok
          ? ''
          : sentenceFor(read.refusal, ctx.locale);
      return { kind: 'bytes', status: 200, type: 'text/plain; charset=utf-8', bytes: Buffer.from(text) };
    },
  });
