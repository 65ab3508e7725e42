import { setTimeout as sleep } from 'node:timers/promises';
import { codes, confirmAnswer, confirmNotice } from '../wire/answers.ts';
import { readMessage } from '../wire/read.ts';
import { sealed, sealFits } from '../wire/seal.ts';
import { wireTime } from '../wire/time.ts';
import type { Behaviour } from './behaviour.ts';
import { type OrderState, paymentOf, type TrueOrder } from './truth.ts';

/** What one notice says, where it is not the plain truth. */
export interface NoticeChange {
  /** MaLoi; `00` claims that it was paid. */
  readonly code?: string;
  readonly amount?: number;
  readonly merchant?: string;
  readonly at?: number;
  /** A seal that was never one, or one by another tenant's key. */
  readonly seal?: 'forged' | 'other-tenant';
  /** The same values in other bytes. */
  readonly reencoded?: boolean;
  /** So many at once. */
  readonly copies?: number;
}

const dayAndHour = 25 * 3600_000;
const codeOfState = (state: OrderState): string =>
  state === 'failed'
    ? codes.cancelled
    : state === 'created' || state === 'pending'
      ? codes.pending
      : codes.ok;

/** The CONFIRM about an order in one of its states, as text. */
export function noticeOf(
  order: TrueOrder,
  { partner, secret }: { readonly partner: string; readonly secret: string },
  moment: { readonly state: OrderState; readonly at: number },
  change: NoticeChange = {},
): string {
  const payment = paymentOf(order);
  const code = change.code ?? codeOfState(moment.state);
  const fields = {
    MaLoi: code,
    MaDoiTac: change.merchant ?? partner,
    MaThamChieu: order.reference,
    SoTien: String(change.amount ?? payment?.amount ?? order.amount),
    MaTienTe: 'VND',
    MaGiaoDich: payment?.transaction ?? (code === codes.ok ? '000000000000000' : ''),
    MaNganHang: payment?.bank ?? '',
    ThoiGianGD: wireTime(change.at ?? moment.at),
    ThongTinGiaoDich: order.words,
  };
  const key = change.seal === 'other-tenant' ? `${secret} of another` : secret;
  const text = sealed(confirmNotice, fields, key);
  const shown = change.seal === 'forged' ? text.replace(/[0-9a-f]{64}/, '0'.repeat(64)) : text;
  return change.reencoded ? JSON.stringify(JSON.parse(shown), null, 2) : shown;
}

/** The lies that a behaviour puts into every notice. */
export const changeBy = (behaviour: Behaviour, order: TrueOrder, at: number): NoticeChange => ({
  ...(behaviour.wrongAmount && { amount: order.amount + 1000 }),
  ...(behaviour.wrongMerchant && { merchant: `${order.merchant}-KHAC` }),
  ...(behaviour.otherTenant && { seal: 'other-tenant' as const }),
  ...(behaviour.forged && { seal: 'forged' as const }),
  ...(behaviour.oldTime && { at: at - dayAndHour }),
  ...(behaviour.reencoded && { reencoded: true }),
  ...(behaviour.notices === 'duplicate' && { copies: behaviour.copies ?? 2 }),
});

export interface PostmanParts {
  readonly notifyUrl: () => string;
  readonly secret: string;
  /** How long it waits before the second, third … try. */
  readonly pausesMs: readonly number[];
}

/** Carries notices to the merchant, again after growing pauses until one is acknowledged; all ends with `stop`. */
export class Postman {
  readonly #parts: PostmanParts;
  readonly #stopped = new AbortController();
  readonly #under = new Set<Promise<unknown>>();
  constructor(parts: PostmanParts) {
    this.#parts = parts;
  }

  /** One try: the status that came back, and whether the merchant has said that it took the notice. */
  async #once(body: string): Promise<{ readonly status: number; readonly taken: boolean }> {
    try {
      const response = await fetch(this.#parts.notifyUrl(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(10_000)]),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const read = readMessage(confirmAnswer, bytes);
      const taken =
        response.status === 200 &&
        read.ok &&
        sealFits(confirmAnswer, read.value, this.#parts.secret) &&
        read.value.MaLoi === codes.ok;
      return { status: response.status, taken };
    } catch {
      return { status: 0, taken: false };
    }
  }

  /** Sends at once, `copies` times; the statuses that came back, 0 where none did. */
  send(body: string, copies = 1): Promise<readonly number[]> {
    const all = Promise.all(Array.from({ length: copies }, () => this.#once(body)));
    return this.#kept(all.then((answers) => answers.map(({ status }) => status)));
  }

  /** In the background: after `firstMs`, then again until it is taken; several notices one after the other. */
  deliver(bodies: readonly string[], { copies, firstMs }: { copies: number; firstMs: number }): void {
    void this.#kept(
      (async () => {
        await sleep(firstMs, undefined, { signal: this.#stopped.signal });
        for (const body of bodies) await this.#untilTaken(body, copies);
      })().catch(() => {}),
    );
  }

  async #untilTaken(body: string, copies: number): Promise<void> {
    for (const pause of [...this.#parts.pausesMs, undefined]) {
      const answers = await Promise.all(Array.from({ length: copies }, () => this.#once(body)));
      if (answers.some(({ taken }) => taken) || pause === undefined) return;
      await sleep(pause, undefined, { signal: this.#stopped.signal });
    }
  }

  #kept<T>(work: Promise<T>): Promise<T> {
    this.#under.add(work);
    const gone = () => void this.#under.delete(work);
    work.then(gone, gone);
    return work;
  }

  /** When nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#under.size > 0) await Promise.allSettled(this.#under);
  }

  stop(): Promise<void> {
    this.#stopped.abort();
    return this.idle();
  }
}
