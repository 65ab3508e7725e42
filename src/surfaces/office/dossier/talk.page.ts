import { z } from 'zod';
import { dossierPermissions, writeMessage, writeNote } from '#capabilities/dossiers';
import { definePage, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { dossierHref } from '../core/addresses.ts';
import { sentenceFor } from '../sentences.ts';
import { takeAttachments } from './attachments.ts';
import { dossierReply } from './dossier.page.ts';
import { openDossier } from './open.ts';

const input = z.object({ code: z.string().max(60), 'noi-dung': z.string().max(20_000).default('') });

/** A message to the person, and a note among officers: two forms on the dossier's second side. */
export const talkPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'POST',
    path: '/mot-cua/ho-so/:code/tin-nhan',
    permission: dossierPermissions['dossiers.message'],
    audit: 'dossier.message',
    input: z.object({ code: z.string().max(60) }),
    multipart: true,
    async handle(ctx, { code }) {
      const opened = await openDossier(ctx, doors, code);
      if (!opened) return problem('not-found');
      const { files, refusals } = await takeAttachments(ctx, doors);
      const written = ctx.fields['noi-dung'];
      const text = typeof written === 'string' ? written : '';
      const outcome = refusals[0] ?? (await writeMessage(ctx, opened.ref, opened.unit, text, files));
      if (outcome.ok) return redirectTo(`${dossierHref(opened.code)}?mat=trao-doi&xong=tin-nhan`);
      const error = sentenceFor(outcome.refusal, ctx.locale);
      const at = refusals.length > 0 ? ('tep' as const) : ('noi-dung' as const);
      return dossierReply(ctx, doors, opened, {
        side: 'trao-doi',
        typed: { form: 'tin-nhan', text, error, at },
      });
    },
  }),
  definePage({
    method: 'POST',
    path: '/mot-cua/ho-so/:code/ghi-chu',
    permission: dossierPermissions['dossiers.note'],
    audit: 'dossier.note',
    input,
    async handle(ctx, { code, 'noi-dung': text }) {
      const opened = await openDossier(ctx, doors, code);
      if (!opened) return problem('not-found');
      const outcome = await writeNote(ctx, opened.ref, opened.unit, text);
      if (outcome.ok) return redirectTo(`${dossierHref(opened.code)}?mat=trao-doi&xong=ghi-chu`);
      const error = sentenceFor(outcome.refusal, ctx.locale);
      return dossierReply(ctx, doors, opened, {
        side: 'trao-doi',
        typed: { form: 'ghi-chu', text, error, at: 'noi-dung' },
      });
    },
  }),
];
