import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#kernel/time';
import { bodyOf, jsonText as json, listen, nothing, page, send, sendHalf, stop } from '#platform/loopback';
import { answerMessage } from './api.ts';
import { type Behaviour, behaviour as behaviourShape } from './behaviour.ts';
import { OrderBook, type Paying } from './book.ts';
import { type Doors, door } from './doors.ts';
import { openJournal } from './journal.ts';
import { changeBy, type NoticeChange, noticeOf, Postman } from './notices.ts';
import { visit } from './pages.ts';
import { garbled, type Reply } from './reply.ts';
import { sentencePage } from './views.ts';

export interface PaymentSimulatorOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The one merchant it knows, and the secret it shares with it. */
  readonly partner: string;
  readonly secret: string;
  /** Where CONFIRM is sent; asked at each try. */
  readonly notifyUrl: () => string;
  /** With it the truth is kept in `<dataDir>/national-payment/su-that.jsonl` and known again after a restart. */
  readonly dataDir?: string;
  readonly clock: Clock;
  /** How long it waits before it sends a notice again that was not taken; after the last it gives up. */
  readonly pausesMs?: readonly number[];
}

export interface PaymentSimulator extends Doors {
  /** For `openNationalPayment`. */
  readonly url: string;
  readonly origin: string;
  /** When no notice is under way any more. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const defaultPausesMs = [1000, 5000, 15_000, 60_000];

/** The national payment platform on loopback, with its pages, its notices and the truth. Never for real money. */
export async function startPaymentSimulator(options: PaymentSimulatorOptions): Promise<PaymentSimulator> {
  const { partner, secret, clock, notifyUrl, pausesMs = defaultPausesMs } = options;
  let behaviour: Behaviour = {};
  let origin = '';
  const stopped = new AbortController();
  const book = new OrderBook(openJournal(options.dataDir), clock);
  const postman = new Postman({ notifyUrl, secret, pausesMs });

  /** Sends what the merchant should be told about the order's newest state, as the behaviour has it. */
  function tell(reference: string): void {
    const order = book.find(reference);
    const newest = order?.history.at(-1);
    if (!order || !newest || behaviour.notices === 'none') return;
    const moments = behaviour.notices === 'reordered' ? order.history.toReversed() : [newest];
    const { copies = 1, ...change } = changeBy(behaviour, order, clock.now());
    const bodies = moments.map((moment) => noticeOf(order, { partner, secret }, moment, change));
    postman.deliver(bodies, {
      copies,
      firstMs: behaviour.notices === 'late' ? (behaviour.lateMs ?? 60_000) : 0,
    });
  }
  const doing = (reference: string, done: boolean): boolean => {
    if (done) tell(reference);
    return done;
  };
  const doors: Doors = {
    behave(next) {
      behaviour = behaviourShape.parse(next);
    },
    truth: () => book.all(),
    pend: (reference) => book.pend(reference),
    take(reference, how: Paying = {}) {
      // The bank is asked first: an order is never paid without having been on its way.
      book.pend(reference);
      return doing(reference, book.take(reference, how));
    },
    cancel: (reference) => doing(reference, book.cancel(reference)),
    // The protocol has no notice of money that goes back: QUERY and the settlement file tell.
    giveBack: (reference) => book.undo(reference, 'refund'),
    chargeBack: (reference) => book.undo(reference, 'charge-back'),
    async notify(reference, change: NoticeChange = {}) {
      const order = book.find(reference);
      const newest = order?.history.at(-1);
      if (!order || !newest) return [];
      return postman.send(noticeOf(order, { partner, secret }, newest, change), change.copies);
    },
  };

  async function replyTo(req: IncomingMessage, url: URL): Promise<Reply> {
    const method = req.method === 'HEAD' ? 'GET' : (req.method ?? 'GET');
    const body = await bodyOf(req);
    const contentType = req.headers['content-type'] ?? '';
    if (url.pathname.startsWith('/mo-phong/')) return door(doors, { method, url, contentType, body });
    if (url.pathname !== '/api') {
      const hands = { take: (ref: string, bank: string) => doors.take(ref, { bank }), cancel: doors.cancel };
      return visit(book, hands, { method, path: url.pathname, form: new URLSearchParams(body.toString()) });
    }
    if (method !== 'POST' || contentType !== 'application/json') return nothing(415);
    const parts = { partner, secret, book, clock, origin: () => origin };
    const reply = json(answerMessage(parts, body, behaviour.answers));
    return { ...reply, charging: body.includes('"LoaiBanTin":"INIT"') };
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://simulator');
    if (url.pathname.startsWith('/mo-phong/')) return send(res, await replyTo(req, url));
    // As it was when the call came: what is set meanwhile is for the next.
    const now = behaviour;
    if (now.down) return void req.socket.destroy();
    const errors = now.errors === true ? 503 : now.errors;
    const reply: Reply = errors ? nothing(errors) : await replyTo(req, url);
    if (now.slowMs) await sleep(now.slowMs, undefined, { signal: stopped.signal });
    if (now.cutAfterCharging && reply.charging) return void req.socket.destroy();
    if (url.pathname !== '/api' || errors) return send(res, reply);
    const shown = now.garbage ? garbled(now.garbage, reply) : reply;
    return now.halfAnswer ? sendHalf(res, shown) : send(res, shown);
  }

  const server = createServer((req, res) => {
    answer(req, res).catch(() => {
      if (stopped.signal.aborted || res.headersSent) return void req.socket.destroy();
      send(res, page(sentencePage('Không đọc được', 'Yêu cầu này không đúng định dạng.'), 400));
    });
  });
  origin = `http://127.0.0.1:${await listen(server, options.port)}`;

  return {
    ...doors,
    url: `${origin}/api`,
    origin,
    idle: () => postman.idle(),
    async stop() {
      stopped.abort();
      await Promise.all([stop(server), postman.stop()]);
    },
  };
}
