import { asDong } from '#kernel/money';
import type { Instant } from '#kernel/time';
import type { Asked, Gateway, GatewayRecord, GatewayState } from '#ports/payments';
import { call, type Line } from './call.ts';
import { answerNotice, readNotice } from './notice.ts';
import { initFor } from './order.ts';
import { billAnswer, codes, initAnswer, queryAnswer, stateCodes } from './wire/answers.ts';
import { reference as aReference, merchant } from './wire/fields.ts';
import { billRequest, queryRequest, version } from './wire/requests.ts';
import { sealed } from './wire/seal.ts';
import { instantOfWire, wireTime } from './wire/time.ts';

export interface NationalPaymentOptions {
  /** The one address that takes all messages; https, or http on this machine. */
  readonly url: string;
  /** MaDoiTac: the merchant that the platform knows us by. */
  readonly partner: string;
  readonly secret: string;
  /** A call that takes longer is unclear; 8 s unless told. */
  readonly patienceMs?: number;
  readonly fetch?: typeof fetch;
  /** A notice about something older is refused; 24 h unless told. */
  readonly notOlderThanMs?: number;
}

/** The platform lets an order die after a quarter of an hour. */
export const orderLivesMs = 15 * 60_000;

const states = new Map<string, GatewayState>(
  Object.entries(stateCodes).map(([state, code]) => [code, state as GatewayState]),
);
const taken: ReadonlySet<GatewayState> = new Set(['captured', 'refunded', 'charged-back']);

/**
 * The national payment platform (Nền tảng thanh toán, protocol 1.0.6) as a gateway of the room `payments`.
 * @throws when the settings cannot be right: an address without https away from this machine, an empty secret.
 */
export function openNationalPayment(options: NationalPaymentOptions): Gateway {
  const { url, partner, secret, patienceMs = 8000, notOlderThanMs = 24 * 3600_000 } = options;
  const address = new URL(url);
  const local = ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname);
  if (address.protocol !== 'https:' && !(local && address.protocol === 'http:'))
    throw new Error('The payment platform is called by https only (http on this machine)');
  if (secret === '' || !merchant.safeParse(partner).success)
    throw new Error('The payment platform needs a merchant code and a secret');
  const line: Line = { url, partner, secret, patienceMs, fetch: options.fetch ?? fetch };
  const keys = { partner, secret, notOlderThanMs };

  /** QUERY and GET_BILL say the same about the order. */
  const about = ({ reference, at }: { readonly reference: string; readonly at: Instant }) => ({
    PhienBan: version,
    MaDoiTac: partner,
    MaThamChieu: reference,
    ThoiGianGD: wireTime(at),
  });

  return {
    key: 'npp',
    name: 'Nền tảng thanh toán quốc gia',
    orderLivesMs,

    async begin(order) {
      const init = initFor(order, partner, secret);
      if ('field' in init)
        return { kind: 'refused', code: 'not-sent', words: `${init.field} cannot be sent to the platform` };
      const { reference } = order;
      const answer = await call(line, { type: 'INIT', reference, body: init.body }, initAnswer);
      if (answer.kind !== 'answered') return answer;
      if (answer.value.SoTien !== String(order.amount)) return { kind: 'unclear', why: 'another-amount' };
      return { kind: 'answered', value: { payAt: answer.value.UrlThanhToan } };
    },

    async ask(order): Promise<Asked<GatewayRecord>> {
      const { reference } = order;
      if (!aReference.safeParse(reference).success) return notOurs;
      const body = sealed(queryRequest, { LoaiBanTin: 'QUERY' as const, ...about(order) }, secret);
      const answer = await call(line, { type: 'QUERY', reference, body }, queryAnswer);
      if (answer.kind === 'refused' && answer.code === codes.unknownOrder)
        return {
          kind: 'answered',
          value: { reference, state: 'unknown', amount: asDong(0), transaction: '', bank: '', at: undefined },
        };
      if (answer.kind !== 'answered') return answer;
      const { SoTien, MaGiaoDich, MaNganHang, ThoiGianGD, TrangThaiGD } = answer.value;
      const state = states.get(TrangThaiGD) ?? 'unknown';
      // Money without a number of its own cannot be traced: it is looked at again rather than booked.
      if (taken.has(state) && MaGiaoDich === '') return { kind: 'unclear', why: 'no-transaction' };
      return {
        kind: 'answered',
        value: {
          reference,
          state,
          amount: asDong(taken.has(state) ? Number(SoTien) : 0),
          transaction: MaGiaoDich,
          bank: MaNganHang,
          at: instantOfWire(ThoiGianGD),
        },
      };
    },

    async bill(order) {
      const { reference } = order;
      if (!aReference.safeParse(reference).success) return notOurs;
      const body = sealed(billRequest, { LoaiBanTin: 'GET_BILL' as const, ...about(order) }, secret);
      const answer = await call(line, { type: 'GET_BILL', reference, body }, billAnswer);
      return answer.kind === 'answered'
        ? { kind: 'answered', value: { url: answer.value.UrlBienLai } }
        : answer;
    },

    readNotice: (raw) => readNotice(raw, keys),
    answerNotice: (verdict, reference) => answerNotice(verdict, reference, keys),
  };
}

const notOurs = {
  kind: 'refused',
  code: 'not-sent',
  words: 'The reference is not 20 letters and digits',
} as const;
