import { z } from 'zod';
import { cataloguePermissions } from '#capabilities/catalogue';
import { definePage, type Route } from '#platform/http';
import { readLogic } from '../core/logic.ts';
import { sayIn } from '../core/say.ts';
import { sentenceFor } from '../core/sentences.ts';

/** The verdict on a condition while it is being typed: plain text, empty when nothing is wrong. */
export const checkLogicPage = (): Route =>
  definePage({
    method: 'GET',
    path: '/thiet-ke/dieu-kien',
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    byItself: true,
    input: z.object({ chu: z.string().max(2100).default('') }),
    async handle(ctx, { chu }) {
      const parsed = readLogic(chu);
      const say = sayIn(ctx.locale);
      const text = !parsed.ok
        ? sentenceFor(parsed.refusal, ctx.locale)
        : parsed.value === undefined
          ? ''
          : say('Điều kiện đọc được.', 'The condition can be read.');
      return { kind: 'bytes', status: 200, type: 'text/plain; charset=utf-8', bytes: Buffer.from(text) };
    },
  });
