import { z } from 'zod';
import { dossierPermissions, readDossierCode, readSecret, trackDossier } from '#capabilities/dossiers';
import type { Refusal } from '#kernel/outcome';
import { definePage, htmlReply, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { citizenPage, csrfField, type Doors } from '#surfaces/shared';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { Guesses, restMinutes } from './guesses.ts';
import { lookUpView } from './look-up.view.ts';
import { rememberRight, secretFor } from './rights.ts';

const permission = dossierPermissions['dossiers.track'];
const word = z.string().max(80).catch('').default('');

/** The form, with what was typed; of the secret nothing comes back. */
export function lookUpReply(
  ctx: PageCtx,
  doors: Doors,
  props: {
    readonly code: string;
    readonly refusals?: readonly Refusal[];
    readonly codeKnown?: boolean;
    readonly status?: number;
  },
): Reply {
  const say = sayIn(ctx.locale);
  const { code, refusals = [], codeKnown = false, status = 200 } = props;
  const main = lookUpView({ say, locale: ctx.locale, csrf: csrfField(ctx), code, refusals, codeKnown });
  const title = titleWith(say, say('Tra cứu hồ sơ', 'Track a dossier'), refusals.length > 0);
  const page = citizenPage(ctx, doors, {
    title,
    main,
    before: back('/', say('Trang đầu', 'Home')),
    noindex: true,
  });
  return htmlReply(page, status, status === 429 ? { 'retry-after': String(restMinutes * 60) } : undefined);
}

const addressOf = (code: string): string => `/tra-cuu/${encodeURIComponent(code)}`;

export function lookUpPages(doors: Doors): readonly Route[] {
  let guesses: Guesses | undefined;
  return [
    definePage({
      method: 'GET',
      path: '/tra-cuu',
      permission,
      audit: 'none',
      input: z.object({ ma: word }),
      async handle(ctx, { ma }) {
        const code = readDossierCode(ma);
        // Who has told the secret before, or is the owner, need not tell it again: the page behind looks.
        if (code && (ctx.actor.kind === 'citizen' || secretFor(ctx, code)))
          return redirectTo(addressOf(code));
        return lookUpReply(ctx, doors, { code });
      },
    }),
    definePage({
      method: 'POST',
      path: '/tra-cuu',
      permission,
      audit: 'none',
      input: z.object({ ma: word, 'bi-mat': word }),
      perMinute: 20,
      async handle(ctx, { ma, 'bi-mat': typed }) {
        guesses ??= new Guesses(ctx.clock);
        const [code, secret] = [readDossierCode(ma), readSecret(typed)];
        const missing: Refusal[] = [
          ...(code === '' ? [{ code: 'code-missing', field: 'ma' }] : []),
          ...(secret === '' ? [{ code: 'secret-missing', field: 'bi-mat' }] : []),
        ];
        if (missing.length > 0) return lookUpReply(ctx, doors, { code: ma, refusals: missing, status: 422 });
        if (guesses.exhausted(ctx.ip, code)) {
          const refusal = { code: 'look-up-too-often', field: 'bi-mat', details: { minutes: restMinutes } };
          return lookUpReply(ctx, doors, { code: ma, refusals: [refusal], status: 429 });
        }
        // One answer for a wrong code and a wrong secret: nobody learns which codes exist.
        if (!(await trackDossier(ctx, code, secret))) {
          guesses.wrong(ctx.ip, code);
          return lookUpReply(ctx, doors, {
            code: ma,
            refusals: [{ code: 'look-up-wrong', field: 'bi-mat' }],
            status: 422,
          });
        }
        await rememberRight(ctx, code, secret);
        return redirectTo(addressOf(code));
      },
    }),
  ];
}
