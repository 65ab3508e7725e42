import { randomBytes } from 'node:crypto';
import { type Clock, localDate } from '#kernel/time';
import type { Journal } from './journal.ts';
import { after, type Fact, type OrderState, paymentOf, type TrueOrder, type TrueTaking } from './truth.ts';

export interface NewOrder {
  readonly reference: string;
  readonly merchant: string;
  readonly amount: number;
  readonly words: string;
  readonly service: string;
  readonly dossier: string;
  readonly unit: string;
  readonly payer: string;
  readonly until: number;
  readonly returnUrl: string;
}

export interface Paying {
  readonly bank?: string;
  /** Another amount than asked for: the truth itself is odd then. */
  readonly amount?: number;
  /** The bank's word comes after the order was given up: cancelled, or dead of age. */
  readonly evenIfDead?: boolean;
}

/** All orders, and what may become of them. Each step is written down before it is told. */
export class OrderBook {
  readonly #orders = new Map<string, TrueOrder>();
  readonly #references = new Map<string, string>();
  readonly #journal: Journal;
  readonly #clock: Clock;
  #movements = 0;

  constructor(journal: Journal, clock: Clock) {
    this.#journal = journal;
    this.#clock = clock;
    for (const known of journal.facts) this.#fold(known);
  }

  #fold(next: Fact): TrueOrder {
    const order = after(this.#orders.get(next.reference), next);
    this.#orders.set(order.reference, order);
    if (next.what === 'begun') this.#references.set(order.token, order.reference);
    else if (next.taking) this.#movements += 1;
    return order;
  }

  #add(next: Fact): TrueOrder {
    this.#journal.add(next);
    return this.#fold(next);
  }

  /** As it stands now; one that nobody paid in time is dead from that moment. */
  find(reference: string): TrueOrder | undefined {
    const order = this.#orders.get(reference);
    if (!order || !isOpen(order) || this.#clock.now() < order.until) return order;
    return this.#add({ what: 'became', at: order.until, reference, state: 'failed' });
  }

  byToken(token: string): TrueOrder | undefined {
    return this.find(this.#references.get(token) ?? '');
  }

  all(): readonly TrueOrder[] {
    return [...this.#orders.keys()].flatMap((reference) => this.find(reference) ?? []);
  }

  begin(order: NewOrder): TrueOrder {
    const token = randomBytes(15).toString('base64url');
    return this.#add({ what: 'begun', at: this.#clock.now(), token, ...order });
  }

  /** The bank has been asked and has not answered. */
  pend(reference: string): boolean {
    return this.#move(reference, (order) => (order.state === 'created' ? { state: 'pending' } : undefined));
  }

  take(reference: string, { bank = 'VIETCOMBANK', amount, evenIfDead = false }: Paying = {}): boolean {
    return this.#move(reference, (order) =>
      isOpen(order) || (evenIfDead && order.state === 'failed')
        ? { state: 'captured', money: { kind: 'payment', bank, amount: amount ?? order.amount } }
        : undefined,
    );
  }

  cancel(reference: string): boolean {
    return this.#move(reference, (order) => (isOpen(order) ? { state: 'failed' } : undefined));
  }

  /** `refund`: given back by the merchant. `charge-back`: fetched back by the payer's bank. */
  undo(reference: string, kind: 'refund' | 'charge-back'): boolean {
    return this.#move(reference, (order) => {
      const payment = paymentOf(order);
      if (order.state !== 'captured' || !payment) return undefined;
      return {
        state: kind === 'refund' ? 'refunded' : 'charged-back',
        money: { kind, bank: payment.bank, amount: payment.amount },
      };
    });
  }

  #move(
    reference: string,
    decide: (
      order: TrueOrder,
    ) => { state: OrderState; money?: Pick<TrueTaking, 'kind' | 'bank' | 'amount'> } | undefined,
  ): boolean {
    const order = this.find(reference);
    const step = order && decide(order);
    if (!step) return false;
    const at = this.#clock.now();
    const taking = step.money && { ...step.money, at, transaction: this.#nextTransaction(at) };
    this.#add({ what: 'became', at, reference, state: step.state, ...(taking && { taking }) });
    return true;
  }

  /** MaGiaoDich: the day and a number that never comes twice. */
  #nextTransaction(at: number): string {
    return `${localDate(at).replaceAll('-', '').slice(2)}${String(this.#movements + 1).padStart(9, '0')}`;
  }
}

const isOpen = ({ state }: TrueOrder): boolean => state === 'created' || state === 'pending';
