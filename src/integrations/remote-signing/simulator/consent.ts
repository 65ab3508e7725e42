import { nothing, page, redirect } from '#platform/loopback';
import type { CredentialShelf } from './credentials.ts';
import type { ConsentWish, Grants } from './grants.ts';
import { backTo, type Client, readWish } from './oauth.ts';
import type { PinPad } from './pin-pad.ts';
import type { Reply } from './reply.ts';
import { consentPage, sentencePage } from './views.ts';

export interface ConsentParts {
  readonly client: Client;
  readonly shelf: CredentialShelf;
  readonly grants: Grants;
  readonly pins: PinPad;
}

const over = (): Reply =>
  page(sentencePage('Lần ký này đã kết thúc', 'Hãy quay lại nơi nộp hồ sơ và bắt đầu ký lại.'), 410);

/** `oauth2/authorize`: the page on which the holder agrees, or back with what was wrong. */
export function beginConsent(parts: ConsentParts, query: URLSearchParams): Reply {
  const uri = query.get('request_uri');
  const asked = uri === null ? query : parts.grants.deposited(uri);
  if (!asked) return over();
  const wished = readWish(asked, parts.client, parts.shelf);
  if (wished.kind === 'stranger')
    return page(
      sentencePage(
        'Không rõ ai yêu cầu ký',
        'Địa chỉ này không do một hệ thống đã đăng ký với SimCA gửi đến.',
      ),
      400,
    );
  if (wished.kind === 'fault')
    return redirect(backTo(wished.returnTo, { error: wished.error, state: wished.state }));
  const consent = parts.grants.ask(wished.wish);
  return show(parts, consent, wished.wish);
}

function show(parts: ConsentParts, consent: string, wish: ConsentWish, status = 200, error?: string): Reply {
  const holder = parts.shelf.find(wish.credential);
  if (!holder) return over();
  const lockedUntil = parts.pins.lockedUntil(wish.credential);
  return page(consentPage({ consent, wish, holder: holder.name, lockedUntil, error }), status);
}

/** `/dong-y/<consent>`: agreeing with the PIN, or refusing. */
export function answerConsent(
  parts: ConsentParts,
  method: string,
  consent: string,
  form: URLSearchParams,
): Reply {
  const wish = parts.grants.asked(consent);
  if (!wish) return over();
  if (method === 'GET') return show(parts, consent, wish);
  if (method !== 'POST') return nothing(405);
  const { returnTo, state } = wish;
  if (form.get('viec') === 'tu-choi') {
    parts.grants.close(consent);
    return redirect(backTo(returnTo, { error: 'access_denied', state }));
  }
  const pin = form.get('pin') ?? '';
  if (pin.trim() === '') return show(parts, consent, wish, 422, 'Hãy nhập mã PIN.');
  const tried = parts.pins.try(wish.credential, pin);
  if (tried.kind === 'locked') return show(parts, consent, wish, 423);
  if (tried.kind === 'wrong')
    return show(parts, consent, wish, 422, `Mã PIN chưa đúng. Bạn còn ${tried.left} lần thử.`);
  const code = parts.grants.agree(consent);
  return code === undefined ? over() : redirect(backTo(returnTo, { code, state }));
}
