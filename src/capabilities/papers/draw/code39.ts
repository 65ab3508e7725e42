/**
 * Code 39 (ISO/IEC 16388): 43 characters, each nine bars and spaces of which three are wide, `*` at both ends.
 * One letter per element, bar and space in turn: `n` narrow, `w` wide.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%*';
const patterns = (
  'nnnwwnwnn wnnwnnnnw nnwwnnnnw wnwwnnnnn nnnwwnnnw wnnwwnnnn nnwwwnnnn nnnwnnwnw wnnwnnwnn nnwwnnwnn ' +
  'wnnnnwnnw nnwnnwnnw wnwnnwnnn nnnnwwnnw wnnnwwnnn nnwnwwnnn nnnnnwwnw wnnnnwwnn nnwnnwwnn nnnnwwwnn ' +
  'wnnnnnnww nnwnnnnww wnwnnnnwn nnnnwnnww wnnnwnnwn nnwnwnnwn nnnnnnwww wnnnnnwwn nnwnnnwwn nnnnwnwwn ' +
  'wwnnnnnnw nwwnnnnnw wwwnnnnnn nwnnwnnnw wwnnwnnnn nwwnwnnnn ' +
  'nwnnnnwnw wwnnnnwnn nwwnnnwnn nwnwnwnnn nwnwnnnwn nwnnnwnwn nnnwnwnwn nwnnwnwnn'
).split(' ');

/** Wide to narrow. Between 2 and 3 by the standard; 2.5 keeps a dossier code within 80 mm. */
const ratio = 2.5;

export interface Bar {
  /** From the left edge and wide, in narrow widths. */
  readonly x: number;
  readonly width: number;
}

/** True when every character can be a bar code. */
export const canBeCode39 = (text: string): boolean => text !== '' && /^[0-9A-Z\-. $/+%]+$/.test(text);

/** The black bars of a text and the whole width, in narrow widths. */
export function code39(text: string): { readonly bars: readonly Bar[]; readonly width: number } {
  const bars: Bar[] = [];
  let x = 0;
  for (const character of `*${text}*`) {
    const pattern = patterns[alphabet.indexOf(character)];
    if (pattern === undefined) throw new Error(`Not a Code 39 character: ${character}`);
    [...pattern].forEach((element, index) => {
      const width = element === 'w' ? ratio : 1;
      if (index % 2 === 0) bars.push({ x, width });
      x += width;
    });
    x += 1;
  }
  return { bars, width: x - 1 };
}
