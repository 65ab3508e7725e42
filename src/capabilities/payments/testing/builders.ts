import { asDong, type Dong } from '#kernel/money';
import type { Clock } from '#kernel/time';
import type { Asked, Gateway, GatewayRecord, GatewayState, PaymentOrder } from '../ports.ts';
import type { PaymentServices } from '../services.ts';

interface Kept {
  readonly order: PaymentOrder;
  state: GatewayState;
  amount: Dong;
  transaction: string;
  at: number;
  /** What it has taken and given back, in all. */
  taken: number;
  returned: number;
}

export interface TestGateway extends Gateway {
  readonly orders: ReadonlyMap<string, Kept>;
  /** Answers are unclear while this is set: `begin` and `ask` have their effect all the same. */
  silent: boolean;
  /** Moves an order on, as its payer or the gateway would. */
  move(reference: string, state: GatewayState, amount?: number): void;
}

/** A gateway in memory, with the truth in hand. Its messages are texts `genuine <reference>`. */
export function aGateway(clock: Clock, key = 'npp'): TestGateway {
  const orders = new Map<string, Kept>();
  let serial = 0;
  const answer = <T>(value: T): Asked<T> =>
    gateway.silent ? { kind: 'unclear', why: 'silent' } : { kind: 'answered', value };
  const gateway: TestGateway = {
    key,
    name: 'Cổng thử',
    orderLivesMs: 15 * 60_000,
    orders,
    silent: false,
    async begin(order) {
      if (!orders.has(order.reference))
        orders.set(order.reference, {
          order,
          state: 'created',
          amount: asDong(0),
          transaction: '',
          at: clock.now(),
          taken: 0,
          returned: 0,
        });
      return answer({ payAt: `https://cong.example/${order.reference}` });
    },
    async ask({ reference }) {
      const kept = orders.get(reference);
      const record: GatewayRecord = kept
        ? {
            reference,
            state: kept.state,
            amount: kept.amount,
            transaction: kept.transaction,
            bank: 'VCB',
            at: kept.at,
          }
        : { reference, state: 'unknown', amount: asDong(0), transaction: '', bank: '', at: undefined };
      return answer(record);
    },
    bill: async ({ reference }) => answer({ url: `https://cong.example/bien-lai/${reference}` }),
    readNotice({ body, at }) {
      const [word, reference = ''] = Buffer.from(body).toString('utf8').split(' ');
      if (word !== 'genuine') return { kind: 'forged', why: 'seal' };
      return { kind: 'genuine', reference, claims: 'captured', amount: asDong(0), transaction: '', at };
    },
    answerNotice: (verdict) => ({
      status: verdict === 'taken' ? 200 : 400,
      contentType: 'text/plain',
      body: verdict,
    }),
    move(reference, state, amount) {
      const kept = orders.get(reference);
      if (!kept) throw new Error(`No order ${reference}`);
      const holds = kept.state === 'captured';
      if (state === 'captured') {
        kept.amount = asDong(amount ?? kept.order.amount);
        if (!holds) kept.taken += kept.amount;
      } else if (holds) kept.returned += kept.amount;
      kept.state = state;
      kept.at = clock.now();
      kept.transaction ||= `GD${++serial}`;
    },
  };
  return gateway;
}

/** What the room leans on, without units and accounts of a real place. */
export const somePayments = (gateways: readonly Gateway[]): PaymentServices => ({
  unit: async (id) => ({ name: `Đơn vị ${id.slice(-4)}`, code: 'H01.1' }),
  accountOf: async (unit) => ({
    key: unit,
    name: 'Ủy ban nhân dân tỉnh',
    taxCode: '1600000001',
    account: { bin: '970436', number: '1012345678', name: 'UBND TINH' },
  }),
  gateways,
  transfers: {
    payloadFor: ({ words }) => words,
    readStatement: () => ({ ok: true, value: [] }),
  },
  publicUrl: 'https://motcua.example.vn',
});

export {
  amountOf,
  type Generated,
  generatePaid,
  idsOf,
  lineOf,
  referenceOf,
} from '../matching/testing/generated.ts';
