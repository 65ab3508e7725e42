/** Text of the record on one line; its words stay. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Without the bullet before it and the stop after it. */
export const bare = (text: string): string =>
  oneLine(text)
    .replace(/^(?:[-+•*–.)]\s*|\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})(?:\.\d+)*\s*[.)]\s+)+/iu, '')
    .replace(/[;:.,\s]+$/u, '');

const longest = 25;
const count = (text: string): number => text.split(' ').length;
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** "… theo Mẫu số 18 ban hành kèm theo Nghị định …": which form, not which paper. */
const formReference =
  /[\s,]*\(?(?:được lập )?(?:theo (?:quy định tại )?(?:mẫu|phụ lục)|quy định tại (?:mẫu|phụ lục)|ban hành kèm theo)\s.*$/iu;
const fewestWords = 3;

/** As far as a natural stop that leaves a name behind, else undefined. */
function atStop(text: string): string | undefined {
  const plain = text.replace(/\s*\([^()]*\)/gu, '');
  const ends = [
    ...plain.matchAll(/[;:.](?=\s|$)|,(?=\s)|\s(?=trong đó|trường hợp|đối với|có xác nhận)/giu),
  ].map(({ index }) => index);
  const parts = [...ends, plain.length].map((end) => bare(plain.slice(0, end)));
  return parts.findLast(
    (part, i) => count(part) >= (i < ends.length ? fewestWords + 2 : fewestWords) && count(part) <= longest,
  );
}

/** "Trường hợp … thì phải có văn bản xác nhận …": whose paper it is goes before which paper it is; the hint keeps both. */
function afterItsCase(text: string): string {
  const paper = /^trường hợp [^.;]+? phải (?:có|nộp|gửi|kèm theo|xuất trình) (.+)$/iu.exec(text)?.[1];
  return paper === undefined ? text : capital(paper.replace(/\s+(?:như|gồm):.*$/iu, ''));
}

/**
 * The name of a paper in at most 25 syllables, without the form it is written on: as far as a natural stop, else as far
 * as the words go.
 */
export function shortName(text: string): string {
  const whole = afterItsCase(bare(text)) || oneLine(text);
  const named = whole.replace(formReference, '');
  const name = count(named) >= fewestWords ? bare(named) : whole;
  if (count(name) <= longest) return name;
  return (
    atStop(name) ??
    `${name
      .split(' ')
      .slice(0, longest - 1)
      .join(' ')} …`
  );
}

/** `Hồ sơ đề nghị cấp lại giấy phép gồm:` → `Cấp lại giấy phép`: what somebody chooses, not the heading of a list. */
export function caseName(heading: string): string {
  const plain = bare(heading).replace(/,?\s*(?:bao )?gồm(?: các giấy tờ)?(?: sau(?: đây)?)?$/iu, '');
  const chosen = plain
    .replace(/^(?:thành phần )?hồ sơ (?:đề nghị )?/iu, '')
    .replace(/^(?:đối với )?(?:trường hợp )?(?:tổ chức, cá nhân đề nghị )?/iu, '');
  // A heading of nothing but a number stays as it is.
  return capital([chosen, plain].find((name) => count(name) >= 2) ?? (plain || oneLine(heading)));
}

/** `Thủ tục đăng ký … ( 1.010727 )` → `Đăng ký …`: the list says twice what it is. */
export function procedureName(name: string): string {
  const plain = oneLine(name)
    .replace(/\s*\(\s*\d\.\d{6}\s*\)\s*$/u, '')
    .replace(/^Thủ tục:?\s+/iu, '');
  return capital(plain);
}

/** The list's ways of saying nothing. */
export const saysNothing = (text: string): boolean =>
  /^(|không|không có|không quy định|không có thông tin|miễn phí|0 đồng|none|-)[.;]?$/iu.test(oneLine(text));
