import type { Clock } from '#kernel/time';
import { orderLivesMs } from '../adapter.ts';
import { billAnswer, codes, errorAnswer, initAnswer, queryAnswer, stateCodes } from '../wire/answers.ts';
import { readMessage } from '../wire/read.ts';
import { billRequest, type InitRequest, initRequest, queryRequest } from '../wire/requests.ts';
import { sealed, sealFits } from '../wire/seal.ts';
import { instantOfWire, wireTime } from '../wire/time.ts';
import type { Behaviour } from './behaviour.ts';
import type { OrderBook } from './book.ts';
import { paymentOf, type TrueOrder } from './truth.ts';

export interface ApiParts {
  readonly partner: string;
  readonly secret: string;
  readonly book: OrderBook;
  readonly clock: Clock;
  readonly origin: () => string;
}

type Question = 'INIT' | 'QUERY' | 'GET_BILL';
type Lies = Behaviour['answers'];

const aheadMs = 10 * 60_000;
const words: Readonly<Record<string, string>> = {
  [codes.ok]: 'Thành công',
  [codes.pending]: 'Mã tham chiếu đã dùng cho giao dịch khác',
  [codes.unknownMerchant]: 'Mã đối tác chưa đăng ký',
  [codes.unreadable]: 'Bản tin sai định dạng',
  [codes.other]: 'Tổng các khoản khác số tiền',
  [codes.expired]: 'Giao dịch đã hết hạn hoặc đã hủy',
  [codes.unknownOrder]: 'Không tìm thấy giao dịch',
  [codes.notPaid]: 'Giao dịch chưa thành công',
  [codes.badSeal]: 'Sai mã xác thực',
};

/** Answers one message of a merchant: the body of the reply. */
export function answerMessage(parts: ApiParts, body: Uint8Array, lies: Lies): string {
  const type = typeOf(body);
  const schema = { INIT: initRequest, QUERY: queryRequest, GET_BILL: billRequest }[type ?? 'QUERY'];
  const read = readMessage(schema, body);
  // Without a merchant and a reference there is nobody to answer; any JSON will do.
  if (!read.ok || type === undefined)
    return JSON.stringify({ MaLoi: codes.unreadable, MoTaLoi: read.ok ? '' : read.why });
  const { MaDoiTac, MaThamChieu } = read.value;
  const say = sayer(parts, { type, merchant: MaDoiTac, reference: MaThamChieu }, lies);
  if (MaDoiTac !== parts.partner) return say.no(codes.unknownMerchant);
  if (!sealFits(schema, read.value, parts.secret)) return say.no(codes.badSeal);
  const order = parts.book.find(MaThamChieu);
  if (read.value.LoaiBanTin === 'INIT') return init(parts, read.value, order, say);
  if (!order) return say.no(codes.unknownOrder);
  if (type === 'QUERY') return say.standing(order);
  return paymentOf(order) ? say.bill(order) : say.no(codes.notPaid);
}

function typeOf(body: Uint8Array): Question | undefined {
  try {
    const type: unknown = JSON.parse(Buffer.from(body).toString('utf8'))?.LoaiBanTin;
    return type === 'INIT' || type === 'QUERY' || type === 'GET_BILL' ? type : undefined;
  } catch {
    return undefined;
  }
}

type Sayer = ReturnType<typeof sayer>;

function init(parts: ApiParts, asked: InitRequest, known: TrueOrder | undefined, say: Sayer): string {
  const { ThongTinBienLai: receipt } = asked;
  const sum = [...receipt.PhiLePhi, ...receipt.DSKhoanNop].reduce(
    (all, { SoTien }) => all + Number(SoTien),
    0,
  );
  if (sum !== Number(asked.SoTien)) return say.no(codes.other);
  if (known) {
    // Asked for again: the same order, at the same address, unless it is another one under the same name, or dead.
    if (known.amount !== sum || known.words !== asked.ThongTinGiaoDich) return say.no(codes.pending);
    return known.state === 'failed' ? say.no(codes.expired) : say.address(known);
  }
  const askedAt = instantOfWire(asked.ThoiGianGD) ?? 0;
  const until = askedAt + orderLivesMs;
  const now = parts.clock.now();
  if (until <= now || askedAt > now + aheadMs) return say.no(codes.expired);
  return say.address(
    parts.book.begin({
      reference: asked.MaThamChieu,
      merchant: asked.MaDoiTac,
      amount: sum,
      words: asked.ThongTinGiaoDich,
      service: receipt.TenTTHC,
      dossier: receipt.MaHoSo,
      unit: receipt.TenDonVi,
      payer: receipt.HoTenNguoiNop,
      until,
      returnUrl: asked.UrlTroVe,
    }),
  );
}

/** The answers, sealed; and the same with a lie in them. */
function sayer(
  parts: ApiParts,
  about: { readonly type: Question; readonly merchant: string; readonly reference: string },
  lies: Lies,
) {
  const secret = lies === 'otherTenant' ? `${parts.secret} of another` : parts.secret;
  const head = (code: string) => ({
    MaLoi: code,
    MoTaLoi: words[code] ?? '',
    MaDoiTac: lies === 'wrongMerchant' ? `${about.merchant}-KHAC` : about.merchant,
    MaThamChieu: lies === 'wrongOrder' ? [...about.reference].reverse().join('') : about.reference,
  });
  const money = (amount: number) => String(lies === 'wrongAmount' ? amount + 1000 : amount);
  const good = { ...head(codes.ok), MaLoi: codes.ok } as const;
  const out = (message: string) =>
    lies === 'forged' ? message.replace(/"MaXacThuc":"[0-9a-f]{8}/, '"MaXacThuc":"00000000') : message;
  return {
    no: (code: string) => {
      const type = lies === 'wrongQuestion' && about.type !== 'INIT' ? 'INIT' : about.type;
      return out(sealed(errorAnswer, { LoaiBanTin: type, ...head(code) }, secret));
    },
    address: (order: TrueOrder) =>
      lies === 'wrongQuestion'
        ? out(billOf(order))
        : out(
            sealed(
              initAnswer,
              {
                LoaiBanTin: 'INIT',
                ...good,
                SoTien: money(order.amount),
                UrlThanhToan: `${parts.origin()}/thanh-toan/${order.token}`,
              },
              secret,
            ),
          ),
    standing: (order: TrueOrder) => (lies === 'wrongQuestion' ? out(billOf(order)) : out(standingOf(order))),
    bill: (order: TrueOrder) => (lies === 'wrongQuestion' ? out(standingOf(order)) : out(billOf(order))),
  };

  function billOf(order: TrueOrder): string {
    const UrlBienLai = `${parts.origin()}/bien-lai/${order.token}`;
    return sealed(billAnswer, { LoaiBanTin: 'GET_BILL', ...good, UrlBienLai }, secret);
  }
  function standingOf(order: TrueOrder): string {
    const payment = paymentOf(order);
    const fields = {
      LoaiBanTin: 'QUERY' as const,
      ...good,
      SoTien: money(payment?.amount ?? order.amount),
      MaTienTe: 'VND' as const,
      MaGiaoDich: payment?.transaction ?? '',
      MaNganHang: payment?.bank ?? '',
      ThoiGianGD: wireTime(order.history.at(-1)?.at ?? order.begunAt),
      ThongTinGiaoDich: order.words,
      TrangThaiGD: stateCodes[order.state],
    };
    return sealed(queryAnswer, fields, secret);
  }
}
