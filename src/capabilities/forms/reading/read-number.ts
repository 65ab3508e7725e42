import { messages } from './messages.ts';
import { answer, fault, nothing, type Read, type Reader, textOf } from './reader.ts';

const group = (number: number): string => {
  const [whole = '', part] = String(number).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (part === undefined ? '' : `,${part}`);
};

function bounded(question: { readonly min?: number; readonly max?: number }, number: number): Read {
  if (question.min !== undefined && number < question.min)
    return fault(messages.tooSmall(group(question.min)));
  if (question.max !== undefined && number > question.max)
    return fault(messages.tooLarge(group(question.max)));
  return answer(number);
}

/** `1.200,5`, `1 200,5`, `1200.5` and `0.125` all read as people mean them: dots before three digits group thousands. */
export function parseNumber(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const grouped = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text) ? text.replace(/\./g, '') : text;
  const plain = grouped.replace(',', '.');
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(plain)) return undefined;
  return Number(plain) === 0 ? 0 : Number(plain);
}

export const readNumber: Reader = ({ question, name, fields }) => {
  const typed = textOf(fields, name).trim();
  if (typed === '') return nothing;
  const number = parseNumber(typed);
  if (number === undefined) return fault(messages.notNumber);
  const decimals = question.decimals ?? 0;
  if (decimals === 0 && !Number.isSafeInteger(number)) return fault(messages.notWhole);
  if (Number(number.toFixed(decimals)) !== number) return fault(messages.decimals(decimals));
  return bounded(question, number);
};

/** Whole đồng; `150.000`, `150 000 đồng` and `150000đ` are one amount. */
export const readMoney: Reader = ({ question, name, fields }) => {
  const typed = textOf(fields, name).trim();
  if (typed === '') return nothing;
  const digits = typed
    .normalize('NFC')
    .replace(/(đồng|đ|vnđ|vnd|₫)$/i, '')
    .replace(/[.\s]/g, '');
  const amount = Number(digits);
  if (!/^\d{1,15}$/.test(digits) || !Number.isSafeInteger(amount)) return fault(messages.notMoney);
  return bounded(question, amount);
};
