import { wireTime } from '../wire/time.ts';
import { type About, type Fields, fieldsOf, sealFor, textOf } from './genuine.ts';

const hour = 3600_000;

/** Messages with values that no message may have. All are under the right seal, as if the far end had lost its mind. */
export function forgedValues(about: About): Record<string, string> {
  const say = (change: Partial<Fields>) => textOf(about, change);
  const fields = fieldsOf(about);
  const amount = String(about.amount);
  /** A value of another type; sealed over its text. */
  const typed = (name: keyof Fields, value: unknown) =>
    JSON.stringify({ ...fields, [name]: value, MaXacThuc: sealFor(about, { [name]: String(value) }) });
  const wide = (digits: string, zero: number) =>
    digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const amounts: Record<string, string> = {
    'an exponent': '1e5',
    'leading zeros': `00${amount}`,
    'a plus': `+${amount}`,
    'a minus': `-${amount}`,
    decimals: `${amount}.00`,
    'dots between thousands': amount.replace(/\B(?=(\d{3})+$)/g, '.'),
    'a blank': ` ${amount}`,
    'a unit': `${amount}đ`,
    hexadecimals: `0x${about.amount.toString(16)}`,
    'full-width digits': wide(amount, 0xff10),
    'Arabic digits': wide(amount, 0x660),
    'Khmer digits': wide(amount, 0x17e0),
    nothing: '0',
    'an empty text': '',
    'more than a number can hold': '9'.repeat(20),
    infinity: 'Infinity',
  };
  const times: Record<string, string> = {
    'a day and a second ago': wireTime(about.at - 24 * hour - 1000),
    'a month ago': wireTime(about.at - 30 * 24 * hour),
    'eleven minutes ahead': wireTime(about.at + 11 * 60_000),
    'the year 9999': '99991231235959',
    'the year 0': '00000101000000',
    'no such day': '20260230094100',
    'no such hour': `${wireTime(about.at).slice(0, 8)}240000`,
    'ISO 8601': new Date(about.at).toISOString(),
    'milliseconds since 1970': String(about.at),
    'without seconds': wireTime(about.at).slice(0, 12),
    nothing: '',
  };
  const references: Record<string, string> = {
    'too short': about.reference.slice(1),
    'too long': `${about.reference}1`,
    'with a blank': `${about.reference.slice(1)} `,
    'with a letter that only looks Latin': `${about.reference.slice(1)}а`,
    'with SQL in it': `'; drop table a; --  `,
    'with a path in it': '../../../../../../ab',
    nothing: '',
  };
  return {
    ...Object.fromEntries(
      Object.entries(amounts).map(([name, SoTien]) => [`an amount with ${name}`, say({ SoTien })]),
    ),
    ...Object.fromEntries(
      Object.entries(times).map(([name, ThoiGianGD]) => [`a time: ${name}`, say({ ThoiGianGD })]),
    ),
    ...Object.fromEntries(
      Object.entries(references).map(([name, MaThamChieu]) => [`a reference: ${name}`, say({ MaThamChieu })]),
    ),
    'another merchant': say({ MaDoiTac: `${about.partner}-2` }),
    'our merchant in other case': say({ MaDoiTac: swapCase(about.partner) }),
    'no merchant': say({ MaDoiTac: '' }),
    'another currency': say({ MaTienTe: 'USD' }),
    'the currency in small letters': say({ MaTienTe: 'vnd' }),
    'paid without a transaction': say({ MaGiaoDich: '' }),
    'an error code that is a word': say({ MaLoi: 'OK' }),
    'an error code of one digit': say({ MaLoi: '0' }),
    'an error code in full-width digits': say({ MaLoi: '００' }),
    'an amount that is a number': typed('SoTien', about.amount),
    'an amount that is a list': typed('SoTien', [amount]),
    'an amount that is an object': typed('SoTien', { SoTien: amount }),
    'an amount that is null': typed('SoTien', null),
    'an amount that is true': typed('SoTien', true),
    'an error code that is a number': typed('MaLoi', 0),
    'an error code that is false': typed('MaLoi', false),
    'a time that is a number': typed('ThoiGianGD', Number(fields.ThoiGianGD)),
    'a pipe in the words': say({ ThongTinGiaoDich: 'a|b' }),
    'a pipe in the transaction': say({ MaGiaoDich: '1|VIETCOMBANK' }),
    'a pipe in the bank': say({ MaNganHang: 'A|B' }),
    'a pipe in the error code': say({ MaLoi: '00|24' }),
    'words moved into the time, under the genuine seal': shifted(about),
    'a line break in the words': say({ ThongTinGiaoDich: 'a\nb' }),
    'a NUL in the words': say({ ThongTinGiaoDich: 'a\u0000b' }),
    'a DEL in the words': say({ ThongTinGiaoDich: 'a\u007fb' }),
    'a line separator in the words': say({ ThongTinGiaoDich: 'a\u2028b' }),
    'half a character in the words': say({ ThongTinGiaoDich: 'a\ud83d' }),
    'words in decomposed accents': say({ ThongTinGiaoDich: fields.ThongTinGiaoDich.normalize('NFD') }),
    'words of three hundred letters': say({ ThongTinGiaoDich: 'x'.repeat(300) }),
    'words that fill seventeen thousand bytes': say({ ThongTinGiaoDich: 'x'.repeat(17_000) }),
  };
}

const swapCase = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );

/** One field swallows the next: joined, and so sealed, it is the genuine message. */
function shifted(about: About): string {
  const { ThongTinGiaoDich, ...fields } = fieldsOf(about);
  const ThoiGianGD = `${fields.ThoiGianGD}|${ThongTinGiaoDich}`;
  return JSON.stringify({ ...fields, ThoiGianGD, MaXacThuc: sealFor(about) });
}
