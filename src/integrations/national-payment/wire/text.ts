/**
 * Whether a text may stand in a message. The seal is made over fields joined by `|`: a text with a pipe of its own could move
 * from one field into the next under the same seal. Control characters, half characters and decomposed accents would let one
 * text be written in several ways.
 */
export const isWireText = (text: string): boolean =>
  !/[|\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(text) && text.isWellFormed() && text.normalize('NFC') === text;
