import { z } from 'zod';
import { gatewayStates } from '#ports/payments';

const state = z.enum(gatewayStates).exclude(['unknown']);
export type OrderState = z.infer<typeof state>;

const taking = z.object({
  kind: z.enum(['payment', 'refund', 'charge-back']),
  transaction: z.string(),
  bank: z.string(),
  amount: z.number().int().positive(),
  at: z.number(),
});
/** Money that moved: from the payer, or back. */
export type TrueTaking = Readonly<z.infer<typeof taking>>;

/** What is written down, one line each; the orders are a fold of it. */
export const fact = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('begun'),
    at: z.number(),
    reference: z.string(),
    /** Last part of the address of its page. */
    token: z.string(),
    merchant: z.string(),
    amount: z.number().int().positive(),
    words: z.string(),
    service: z.string(),
    dossier: z.string(),
    unit: z.string(),
    payer: z.string(),
    until: z.number(),
    returnUrl: z.string(),
  }),
  z.object({
    what: z.literal('became'),
    at: z.number(),
    reference: z.string(),
    state,
    taking: taking.optional(),
  }),
]);
export type Fact = Readonly<z.infer<typeof fact>>;

/** One order as it truly is. */
export interface TrueOrder {
  readonly reference: string;
  readonly token: string;
  readonly merchant: string;
  /** Asked for, in đồng. */
  readonly amount: number;
  readonly words: string;
  /** Name of the procedure, and code of the dossier. */
  readonly service: string;
  readonly dossier: string;
  /** Who collects. */
  readonly unit: string;
  readonly payer: string;
  readonly begunAt: number;
  readonly until: number;
  readonly returnUrl: string;
  readonly state: OrderState;
  /** Counts the states it has been in, from 1. */
  readonly version: number;
  readonly history: readonly { readonly version: number; readonly state: OrderState; readonly at: number }[];
  readonly takings: readonly TrueTaking[];
}

/** The order after one more fact. */
export function after(order: TrueOrder | undefined, next: Fact): TrueOrder {
  if (next.what === 'begun') {
    const { what: _, at, ...rest } = next;
    return {
      ...rest,
      begunAt: at,
      state: 'created',
      version: 1,
      history: [{ version: 1, state: 'created', at }],
      takings: [],
    };
  }
  if (!order) throw new Error(`No order ${next.reference}`);
  const version = order.version + 1;
  return {
    ...order,
    state: next.state,
    version,
    history: [...order.history, { version, state: next.state, at: next.at }],
    takings: next.taking ? [...order.takings, next.taking] : order.takings,
  };
}

/** The payment that stands behind the order's state, if there was one. */
export const paymentOf = (order: TrueOrder): TrueTaking | undefined =>
  order.takings.findLast(({ kind }) => kind === 'payment');
