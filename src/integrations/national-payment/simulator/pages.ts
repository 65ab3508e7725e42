import { nothing, page, redirect } from '#platform/loopback';
import type { OrderBook } from './book.ts';
import type { Reply } from './reply.ts';
import { banks, billPage, orderPage, sentencePage, style } from './views.ts';

export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly form: URLSearchParams;
}

/** What the payer's hands do. */
export interface Hands {
  readonly take: (reference: string, bank: string) => boolean;
  readonly cancel: (reference: string) => boolean;
}

/** The pages for people: `/thanh-toan/<token>` to pay or cancel, `/bien-lai/<token>` the receipt. */
export function visit(book: OrderBook, hands: Hands, { method, path, form }: Visit): Reply {
  if (path === '/kieu.css')
    return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: style };
  const [, place, token = '', act] = /^\/(thanh-toan|bien-lai)\/([\w-]+)(?:\/(tra|huy))?$/.exec(path) ?? [];
  const order = book.byToken(token);
  if (!place || !order)
    return page(sentencePage('Không thấy giao dịch', 'Hãy mở lại từ trang thanh toán của hồ sơ.'), 404);
  if (place === 'bien-lai') return page(billPage(order));
  if (method === 'GET' && !act) return page(orderPage(order));
  if (method !== 'POST' || !act) return nothing(405);
  const { reference, returnUrl } = order;
  if (act === 'huy') hands.cancel(reference);
  else {
    const bank = banks.find(({ code }) => code === form.get('bank'))?.code ?? banks[0].code;
    // A second press finds the money taken already and goes the same way back; on a dead order the page says so.
    const taken = hands.take(reference, bank) || book.find(reference)?.state === 'captured';
    if (!taken) return redirect(`/thanh-toan/${token}`);
  }
  return { ...redirect(returnUrl), charging: act === 'tra' };
}
