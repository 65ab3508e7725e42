import { randomUUID } from 'node:crypto';
import type { Clock } from '#kernel/time';
import { heldClaims, lookInto, presentCredential } from '#platform/credentials';
import { page, type LoopbackReply as Reply, redirect } from '#platform/loopback';
import { call } from './call.ts';
import type { Held, Store } from './store.ts';
import { style } from './style.ts';
import { lookAtOffer, takeCredential } from './take.ts';
import { heldPage, homePage, offerPage, sentenceOf, sentencePage } from './views.ts';

export interface Visit {
  readonly method: string;
  readonly url: URL;
  readonly form: URLSearchParams;
}
const file = (name: string, body: string): Reply => ({
  status: 200,
  headers: {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  },
  body,
});
const lost = page(sentencePage('Không thấy trang', 'Hãy mở lại từ ví.'), 404);
const refusedPage = (sentence: string): Reply => page(sentencePage('Không nhận được', sentence), 422);

/** The offer as a wallet's link carries it, or as somebody pasted it. */
function offerText({ searchParams }: URL): string {
  const pasted = searchParams.get('loi-moi');
  return pasted ?? `openid-credential-offer://?${searchParams}`;
}

export function visiting(store: Store, clock: Clock): (visit: Visit) => Promise<Reply> {
  async function offered({ method, url, form }: Visit): Promise<Reply> {
    const text = method === 'POST' ? (form.get('loi-moi') ?? '') : offerText(url);
    const looked = await lookAtOffer(text);
    if (!looked.ok) return refusedPage(sentenceOf(looked.refusal));
    const offer = looked.value;
    if (method !== 'POST') return page(offerPage(offer, text));
    const typed = form.get('ma')?.replaceAll(/\s/g, '');
    const taken = await takeCredential(offer, offer.typed === undefined ? undefined : typed, {
      holder: store.holder,
      clock,
    });
    if (!taken.ok) return page(offerPage(offer, text, sentenceOf(taken.refusal)), 422);
    const { title, issuer, labels } = offer;
    const id = randomUUID();
    store.add({ id, text: taken.value, title, issuer, labels, takenAt: clock.now() });
    return redirect(`/giay/${id}`);
  }

  async function one(held: Held, part: string | undefined, method: string): Promise<Reply> {
    if (part === 'bo' && method === 'POST') {
      store.remove(held.id);
      return redirect('/');
    }
    if (part === 'tep') return file('giay-to.sd-jwt', held.text);
    const [looked, hideable] = [await lookInto(held.text), heldClaims(held.text)];
    if (!looked.ok || !hideable.ok) return lost;
    const { claims, statusUri } = looked.value;
    if (part === 'trang-thai') {
      const list = await call(statusUri ?? '', { headers: { accept: 'application/statuslist+jwt' } });
      return list.ok && list.value.ok
        ? file('trang-thai.jwt', list.value.text)
        : refusedPage(sentenceOf({ code: 'issuer-silent' }));
    }
    if (part !== undefined) return lost;
    const names = hideable.value.map(({ name }) => name);
    const open = Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
    return page(heldPage({ held, open, hideable: hideable.value, hasStatus: statusUri !== undefined }));
  }

  async function present(form: URLSearchParams): Promise<Reply> {
    const held = store.held().find(({ id }) => id === form.get('id'));
    const [audience, nonce] = [form.get('audience')?.trim(), form.get('nonce')?.trim()];
    if (!held) return lost;
    if (!audience || !nonce) return refusedPage('Hãy ghi người kiểm tra và số hỏi của họ.');
    const names = form.getAll('claim');
    const shown = await presentCredential(
      held.text,
      { names, audience, nonce, at: clock.now() },
      store.holder,
    );
    return shown.ok ? file('xuat-trinh.sd-jwt', shown.value) : lost;
  }

  return async (visit) => {
    const { method, url, form } = visit;
    if (url.pathname === '/kieu.css')
      return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: style };
    if (url.pathname === '/') return page(homePage(store.held()));
    if (url.pathname === '/nhan') return offered(visit);
    if (url.pathname === '/present' && method === 'POST') return present(form);
    const [, id, part] = /^\/giay\/([\w-]+)(?:\/([\w-]+))?$/.exec(url.pathname) ?? [];
    const held = store.held().find((each) => each.id === id);
    return held ? one(held, part, method) : lost;
  };
}
