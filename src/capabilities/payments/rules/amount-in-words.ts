import { invariant } from '#kernel/outcome';

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scales = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'] as const;

const digit = (n: number): string => digits[n] ?? '';

/** Three figures; `whole` when figures stand before them, so that "không trăm linh" is said. */
function group(value: number, whole: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const words: string[] = [];
  if (hundreds > 0 || whole) words.push(digit(hundreds), 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(digit(tens), 'mươi');
  if (ones === 0) return words;
  // mười lăm, hai mươi mốt; mười một, linh năm.
  if (ones === 5 && tens > 0) words.push('lăm');
  else if (ones === 1 && tens > 1) words.push('mốt');
  else words.push(digit(ones));
  return words;
}

/** An amount as receipts write it out: `1005` → "Một nghìn không trăm linh năm đồng". @param dong whole, 0 or more. */
export function amountInWords(dong: number): string {
  invariant(Number.isSafeInteger(dong) && dong >= 0, 'whole đồng, 0 or more');
  const words: string[] = [];
  for (let at = scales.length - 1; at >= 0; at--) {
    const value = Math.floor(dong / 1000 ** at) % 1000;
    if (value > 0) words.push(...group(value, words.length > 0), scales[at] ?? '');
  }
  const text = words.filter(Boolean).join(' ') || digit(0);
  // "một tỷ tỷ" cannot be; "hai nghìn tỷ ba tỷ" is said as one number of tỷ.
  const said = text.replace(/nghìn tỷ (.*) tỷ/, 'nghìn $1 tỷ').replace(/triệu tỷ (.*) tỷ/, 'triệu $1 tỷ');
  return `${said.charAt(0).toLocaleUpperCase('vi')}${said.slice(1)} đồng`;
}
