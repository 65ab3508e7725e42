import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export type FontFace = 'regular' | 'bold' | 'italic' | 'boldItalic';
export const fontFiles: Readonly<Record<FontFace, string>> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

const read = new Map<FontFace, Buffer>();
/** Tinos has the measures of Times New Roman, which NĐ 30 asks for, and all Vietnamese letters. */
export function fontFile(face: FontFace): Buffer {
  let bytes = read.get(face);
  if (!bytes) {
    bytes = readFileSync(
      createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${fontFiles[face]}`),
    );
    read.set(face, bytes);
  }
  return bytes;
}
