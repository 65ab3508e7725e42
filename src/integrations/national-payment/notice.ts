import type { Dong } from '#kernel/money';
import type { NoticeAnswer, RawNotice, ReadNotice } from '#ports/payments';
import { codes, confirmAnswer, confirmNotice } from './wire/answers.ts';
import { reference as aReference } from './wire/fields.ts';
import { readMessage } from './wire/read.ts';
import { sealed, sealFits } from './wire/seal.ts';
import { instantOfWire } from './wire/time.ts';

const mostBytes = 16 * 1024;
const aheadMs = 10 * 60_000;

export interface NoticeKeys {
  readonly partner: string;
  readonly secret: string;
  readonly notOlderThanMs: number;
}

/**
 * Reads a CONFIRM. `why` of a forged one is a stable code for logs: content-type, content-encoding, size, utf-8, json, fields,
 * not-canonical, seal, merchant, currency, time, transaction.
 */
export function readNotice(
  { contentType, contentEncoding, body, at }: RawNotice,
  keys: NoticeKeys,
): ReadNotice {
  const forged = (why: string): ReadNotice => ({ kind: 'forged', why });
  if (!/^application\/json(; ?charset="?utf-8"?)?$/i.test(contentType)) return forged('content-type');
  if (contentEncoding !== '') return forged('content-encoding');
  if (body.byteLength === 0 || body.byteLength > mostBytes) return forged('size');
  const read = readMessage(confirmNotice, body);
  if (!read.ok) return forged(read.why);
  const notice = read.value;
  if (!sealFits(confirmNotice, notice, keys.secret)) return forged('seal');
  if (notice.MaDoiTac !== keys.partner) return forged('merchant');
  if (notice.MaTienTe !== 'VND') return forged('currency');
  const told = instantOfWire(notice.ThoiGianGD);
  if (told === undefined || told < at - keys.notOlderThanMs || told > at + aheadMs) return forged('time');
  const captured = notice.MaLoi === codes.ok;
  if (captured && notice.MaGiaoDich === '') return forged('transaction');
  return {
    kind: 'genuine',
    reference: notice.MaThamChieu,
    claims: captured ? 'captured' : 'failed',
    amount: Number(notice.SoTien) as Dong,
    transaction: notice.MaGiaoDich,
    at: told,
  };
}

/** A reference that never was one (it came with a forged message) is not repeated. */
export function answerNotice(
  verdict: 'taken' | 'refused',
  reference: string,
  { partner, secret }: Pick<NoticeKeys, 'partner' | 'secret'>,
): NoticeAnswer {
  const taken = verdict === 'taken';
  const fields = {
    LoaiBanTin: 'CONFIRM' as const,
    MaLoi: taken ? codes.ok : codes.badSeal,
    MoTaLoi: taken ? 'Thành công' : 'Bản tin bị từ chối',
    MaDoiTac: partner,
    MaThamChieu: aReference.safeParse(reference).success ? reference : '',
  };
  return {
    status: taken ? 200 : 400,
    contentType: 'application/json',
    body: sealed(confirmAnswer, fields, secret),
  };
}
