import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { buttonLink } from '#design';
import { inLocale } from '#kernel/text';
import { formatTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { definePage, htmlReply, type PageCtx, problem, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { filingPage } from '../core/frame.ts';
import { type OpenFiling, openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';

/** A guest leaves: where the draft is, how long it stays, and how to keep it longer. */
export const pausePage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: '/nop-ho-so/:draft/tam-dung',
    permission: dossierPermissions['dossiers.own'],
    audit: 'none',
    input: z.object({ draft: z.string() }),
    async handle(ctx, { draft }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      return filing.draft.dossier_id
        ? redirectTo(paths.done(draft))
        : htmlReply(pauseView(ctx, doors, filing));
    },
  });

function pauseView(ctx: PageCtx, doors: Doors, { draft, definition }: OpenFiling): Html {
  const say = sayIn(ctx.locale);
  const title = say('Đã lưu bản nháp', 'Your draft is saved');
  const guest = ctx.actor.kind === 'citizen' && ctx.actor.guest;
  const until = formatTime(Math.min(ctx.session?.idleUntil ?? 0, ctx.session?.endsAt ?? 0));
  return filingPage(ctx, doors, {
    title,
    back: paths.tasks(draft.id),
    main: [
      html`<h1>${title}</h1>`,
      html`<p>${inLocale(definition.name, ctx.locale)}</p>`,
      guest && [
        html`<p>${say(
          `Bạn chưa đăng nhập, nên bản nháp chỉ mở được trên máy này tới ${until}.`,
          `You are not signed in, so the draft opens on this device only, until ${until}.`,
        )}</p>`,
        html`<p>${say(
          'Đăng nhập VNeID để giữ 90 ngày và làm tiếp trên máy khác.',
          'Sign in with VNeID to keep it for 90 days and go on elsewhere.',
        )}</p>`,
        buttonLink({
          text: say('Đăng nhập VNeID', 'Sign in with VNeID'),
          href: paths.signIn(paths.tasks(draft.id)),
          kind: 'primary',
        }),
      ],
      html`<p><a href="${paths.tasks(draft.id)}">${say('Làm tiếp bây giờ', 'Go on now')}</a></p>`,
    ],
  });
}
