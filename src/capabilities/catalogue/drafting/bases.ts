const kinds: readonly (readonly [RegExp, string])[] = [
  [/NĐ-CP$/u, 'Nghị định'],
  [/NQ-(CP|HĐND|UBTVQH\d*)$/u, 'Nghị quyết'],
  [/QĐ-[\p{Lu}Đ]+$/u, 'Quyết định'],
  [/TTLT-/u, 'Thông tư liên tịch'],
  [/TT-[\p{Lu}Đ]+$/u, 'Thông tư'],
  [/\/QH\d+$/u, 'Luật'],
];
export const numbered = /\d+(?:\.\d+)?\/\d{4}\/[\p{Lu}Đ\d-]+/gu;

/** `123/2015/NĐ-CP` → `Nghị định 123/2015/NĐ-CP`: the number tells the kind of instrument. */
export function instrumentName(number: string): string {
  const kind = kinds.find(([shape]) => shape.test(number))?.[1];
  return kind === undefined ? number : `${kind} ${number}`;
}

/** Instruments a text names by number. */
export const instrumentsIn = (text: string): readonly string[] =>
  [...new Set(text.match(numbered) ?? [])].map(instrumentName);
