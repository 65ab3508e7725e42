import { createHash, createHmac } from 'node:crypto';
import { queryAnswer } from '../wire/answers.ts';
import { sealed } from '../wire/seal.ts';
import { type About, type Fields, fieldsOf, sealFor, textOf } from './genuine.ts';

/** Messages whose seal is not there, not ours, not about them, or written in another way. */
export function forgedSeals(about: About): Record<string, string> {
  const fields = fieldsOf(about);
  const good = sealFor(about);
  const joined = Object.values(fields).join('|');
  const withSeal = (MaXacThuc: unknown, change: Partial<Fields> = {}) =>
    JSON.stringify({ ...fields, ...change, MaXacThuc });
  const hash = (name: string, text: string) => createHash(name).update(text).digest('hex');
  return {
    'no seal': JSON.stringify(fields),
    'an empty seal': withSeal(''),
    'a seal of nothing but zeros': withSeal('0'.repeat(64)),
    'a seal that is null': withSeal(null),
    'a seal in a list': withSeal([good]),
    'a seal cut to its half': withSeal(good.slice(0, 32)),
    'a seal without its last letter': withSeal(good.slice(0, 63)),
    'a seal with a letter more': withSeal(`${good}0`),
    'a seal with one letter changed': withSeal(good.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
    'a seal in capitals': withSeal(good.toUpperCase()),
    'a seal half in capitals': withSeal(`${good.slice(0, 32).toUpperCase()}${good.slice(32)}`),
    'a seal with a blank': withSeal(` ${good}`),
    'a seal in base64': withSeal(Buffer.from(good, 'hex').toString('base64')),
    'a seal by the key of another tenant': textOf(about, {}, 'secret of another tenant'),
    'a seal by no key': textOf(about, {}, ''),
    'a seal without the key': withSeal(hash('sha256', joined)),
    'a seal with the key in front': withSeal(hash('sha256', `${about.secret}|${joined}`)),
    'a seal without pipes': withSeal(hash('sha256', Object.values(fields).join('') + about.secret)),
    'a seal by HMAC': withSeal(createHmac('sha256', about.secret).update(joined).digest('hex')),
    'a seal by SHA-512': withSeal(hash('sha512', `${joined}|${about.secret}`)),
    'a seal by MD5': withSeal(hash('md5', `${joined}|${about.secret}`)),
    'the seal of another order': withSeal(sealFor(about, { MaThamChieu: 'Z'.repeat(20) })),
    'the amount altered after sealing': withSeal(good, { SoTien: String(about.amount + 1) }),
    'a failure made a success': withSeal(sealFor(about, { MaLoi: '24' })),
    'a success made a failure': withSeal(good, { MaLoi: '24' }),
    'another order under the same seal': withSeal(good, { MaThamChieu: 'Z'.repeat(20) }),
    'another transaction under the same seal': withSeal(good, { MaGiaoDich: '1' }),
    'another bank under the same seal': withSeal(good, { MaNganHang: 'BIDV' }),
    'another time under the same seal': withSeal(good, { ThoiGianGD: '20261125094101' }),
    'other words under the same seal': withSeal(good, { ThongTinGiaoDich: 'Khac' }),
    'another merchant under the same seal': withSeal(good, { MaDoiTac: `${about.partner}-2` }),
    'an answer to QUERY shown as a notice': sealed(
      queryAnswer,
      {
        LoaiBanTin: 'QUERY',
        ...fields,
        MaLoi: '00',
        MaTienTe: 'VND',
        MoTaLoi: '',
        TrangThaiGD: '1',
      },
      about.secret,
    ),
  };
}
