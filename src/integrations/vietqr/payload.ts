import { invariant } from '#kernel/outcome';
import type { BankTransfers } from '#ports/payments';

/** Identifiers of EMVCo (QR Code Specification for Payment Systems, merchant-presented) as NAPAS fills them in. */
const napas = 'A000000727';
/** Fast transfer to an account; to a card it would be QRIBFTTC. */
const toAccount = 'QRIBFTTA';
const dong = '704';

/** Identifier, length of two digits, value. */
const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

/** CRC-16/CCITT-FALSE (polynomial 1021, begins with FFFF), which the specification takes from ISO/IEC 13239. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'ascii')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ (crc & 0x8000 ? 0x11021 : 0);
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/**
 * The text of a VietQR code (NAPAS, QR code format 1.5.2) for one transfer: the banking app fills in account, amount and
 * words. What does not fit the format is a fault of the caller and throws: a code that half the apps refuse helps nobody.
 */
export const payloadFor: BankTransfers['payloadFor'] = ({ account, amount, words }) => {
  invariant(/^\d{6}$/.test(account.bin), `a bank number of NAPAS has six digits: ${account.bin}`);
  invariant(
    /^[0-9A-Za-z]{1,19}$/.test(account.number),
    `an account has up to 19 letters and digits: ${account.number}`,
  );
  invariant(
    Number.isSafeInteger(amount) && amount > 0 && amount < 1e13,
    `an amount has up to 13 digits: ${amount}`,
  );
  invariant(
    /^[0-9A-Za-z](?:[0-9A-Za-z ]{0,23}[0-9A-Za-z])?$/.test(words),
    `words of a transfer are up to 25 letters, digits and blanks: ${words}`,
  );
  const beneficiary = field('00', account.bin) + field('01', account.number);
  const text = [
    field('00', '01'),
    // Dynamic: made for this one payment, so the amount stands in it.
    field('01', '12'),
    field('38', field('00', napas) + field('01', beneficiary) + field('02', toAccount)),
    field('53', dong),
    field('54', String(amount)),
    field('58', 'VN'),
    field('62', field('08', words)),
    // The checksum covers its own identifier and length.
    '6304',
  ].join('');
  return text + checksum(text);
};
