import { z } from 'zod';
import { type Credentials, credentialPermissions } from '#capabilities/credentials';
import { isUuid } from '#kernel/ids';
import { offerLink } from '#platform/credentials';
import type { Html } from '#platform/html';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import { citizenPage, csrfField, type Doors } from '#surfaces/shared';
import { sentenceOf } from '../sentences.ts';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { offerAddress, ownOfferPath, walletPath } from './paths.ts';
import { askView, offerView, refusedView } from './wallet.view.ts';

const permission = credentialPermissions['credentials.take'];
const result = z.object({ result: z.string().refine(isUuid) });

/** From "My papers" into a wallet: what it will tell, then an offer that is scanned or opened. */
export const walletPages = (doors: Doors, credentials: Credentials): readonly Route[] => {
  const tellingOf = (ctx: PageCtx) => {
    const say = sayIn(ctx.locale);
    return { say, locale: ctx.locale, title: say('Đưa vào ví', 'Add to a wallet') };
  };
  const page = (ctx: PageCtx, main: Html, errors = false): Reply => {
    const { say, title } = tellingOf(ctx);
    const before = back('/cua-toi/giay-to', say('Giấy tờ của bạn', 'My papers'));
    return htmlReply(
      citizenPage(ctx, doors, { title: titleWith(say, title, errors), main, before, noindex: true }),
      errors ? 422 : 200,
    );
  };
  return [
    definePage({
      method: 'GET',
      path: walletPath(':result'),
      permission,
      audit: 'none',
      input: result,
      async handle(ctx, { result: id }) {
        const found = await credentials.offerable(ctx, id);
        if (found.ok) return page(ctx, askView(tellingOf(ctx), found.value, csrfField(ctx)));
        if (found.refusal.code === 'result-missing') return problem('not-found');
        return page(ctx, refusedView(tellingOf(ctx), sentenceOf(found.refusal, ctx.locale)), true);
      },
    }),
    definePage({
      method: 'POST',
      path: walletPath(':result'),
      permission,
      audit: 'credential.offered',
      input: result,
      perMinute: 30,
      async handle(ctx, { result: id }) {
        const offered = await credentials.offer(ctx, id);
        if (offered.ok) return redirectTo(ownOfferPath(offered.value));
        if (offered.refusal.code === 'result-missing') return problem('not-found');
        return page(ctx, refusedView(tellingOf(ctx), sentenceOf(offered.refusal, ctx.locale)), true);
      },
    }),
    definePage({
      method: 'GET',
      path: ownOfferPath(':offer'),
      permission,
      audit: 'none',
      input: z.object({ offer: z.string().refine(isUuid) }),
      async handle(ctx, { offer: id }) {
        const own = await credentials.ownOffer(ctx, id);
        if (!own) return problem('not-found');
        const { state, until, number, result: of, code } = own;
        const at = { at: offerAddress(credentials.issuer, code) };
        const demoLink = doors.demoWallet === undefined ? undefined : offerLink(at, doors.demoWallet);
        const offer = { id, state, until, number, result: of, link: offerLink(at), demoLink };
        return page(ctx, offerView(tellingOf(ctx), offer));
      },
    }),
  ];
};
