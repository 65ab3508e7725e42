import { cleanText } from '#kernel/text';
import { isPlainDate, type PlainDate } from '#kernel/time';

/** What the QR code of an identity card says. */
export interface IdCard {
  readonly number: string;
  readonly name: string;
  readonly birthDate?: PlainDate;
  /** National code of the list `sexes`. */
  readonly sex?: '1' | '2';
  readonly address?: string;
}

/** `17031996` → `1996-03-17`; undefined when there is no such day. */
function dateOf(text: string): PlainDate | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  return isPlainDate(date) ? date : undefined;
}

function sexOf(text: string): '1' | '2' | undefined {
  const word = cleanText(text).toLocaleLowerCase('vi');
  if (word === 'nam') return '1';
  return word === 'nữ' ? '2' : undefined;
}

/**
 * Reads the text of the QR code on the front of a citizen identity card, as a hand scanner types it:
 * `number|old number|name|ddMMyyyy|sex|address|issue date`, with further parts on newer cards.
 * @returns undefined when it is something else, such as a number typed by hand.
 */
export function readIdCard(text: string): IdCard | undefined {
  const parts = text.split('|').map(cleanText);
  const [number = '', , name = '', born = '', sex = '', address = ''] = parts;
  if (parts.length < 6 || !/^\d{12}$/.test(number) || name === '') return undefined;
  const birthDate = dateOf(born);
  const code = sexOf(sex);
  return {
    number,
    name,
    ...(birthDate && { birthDate }),
    ...(code && { sex: code }),
    ...(address !== '' && { address }),
  };
}
