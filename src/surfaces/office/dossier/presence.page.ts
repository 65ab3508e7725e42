import { z } from 'zod';
import { dossierPermissions, loadDossier, locateDossier, presence } from '#capabilities/dossiers';
import { scopeOf } from '#platform/context';
import { definePage, problem } from '#platform/http';
import { sayIn } from '../words/say.ts';
import { othersInWords } from './dossier.view.ts';

/** Asked every few seconds by an open page: says that this officer is here, answers who else is, as plain text. */
export const presencePage = () =>
  definePage({
    method: 'GET',
    path: '/mot-cua/ho-so/:code/co-mat',
    permission: dossierPermissions['dossiers.read'],
    audit: 'none',
    byItself: true,
    input: z.object({ code: z.string().max(60) }),
    async handle(ctx, { code }) {
      const ref = await locateDossier(ctx, code);
      const seen =
        ref &&
        (await ctx.db.read(scopeOf(ctx.actor), (reader) =>
          reader.find(loadDossier, { home_unit: ref.homeUnit, id: ref.id }),
        ));
      if (!ref || !seen) return problem('not-found');
      const others = await presence(ctx, ref);
      return {
        kind: 'bytes',
        status: 200,
        type: 'text/plain; charset=utf-8',
        bytes: Buffer.from(othersInWords(sayIn(ctx.locale), others)),
      };
    },
  });
