import { isArray, isName, isRef, isText, type PdfValue } from './values.ts';

/** A value in the letters of a file. Strings are written in hexadecimal, which no byte can break out of. */
export function written(value: PdfValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writtenNumber(value);
  if (isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (isName(value)) return writtenName(value.name);
  if (isRef(value)) return `${value.number} ${value.generation} R`;
  if (isText(value)) return `<${Buffer.from(value.bytes).toString('hex').toUpperCase()}>`;
  return `<<${[...value.entries].map(([key, one]) => `${writtenName(key)} ${written(one)}`).join(' ')}>>`;
}

export const writtenName = (name: string): string =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** PDF knows no exponents. */
const writtenNumber = (value: number): string => {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : plain;
};
