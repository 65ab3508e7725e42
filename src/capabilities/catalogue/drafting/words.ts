/** Text of the record on one line; its words stay. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Without the bullet before it and the stop after it. */
export const bare = (text: string): string =>
  oneLine(text)
    .replace(/^(?:[-+•*–.)]\s*|\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})(?:\.\d+)*\s*[.)]\s+)+/iu, '')
    .replace(/[;:.,\s]+$/u, '');

const longest = 25;
const count = (text: string): number => text.split(' ').length;

/** The name of a paper in at most 25 syllables: as far as a natural stop, else as far as the words go. */
export function shortName(text: string): string {
  const whole = bare(text);
  if (count(whole) <= longest) return whole;
  const first = whole.split(/\s*[(;:.]\s|\s[(]|,\s/u)[0] ?? whole;
  if (count(first) >= 2 && count(first) <= longest) return first;
  return `${whole
    .split(' ')
    .slice(0, longest - 1)
    .join(' ')} …`;
}

/** `Thủ tục đăng ký … ( 1.010727 )` → `Đăng ký …`: the list says twice what it is. */
export function procedureName(name: string): string {
  const plain = oneLine(name)
    .replace(/\s*\(\s*\d\.\d{6}\s*\)\s*$/u, '')
    .replace(/^Thủ tục:?\s+/iu, '');
  return plain.charAt(0).toLocaleUpperCase('vi') + plain.slice(1);
}

/** The list's ways of saying nothing. */
export const saysNothing = (text: string): boolean =>
  /^(|không|không có|không quy định|không có thông tin|miễn phí|0 đồng|none|-)[.;]?$/iu.test(oneLine(text));
