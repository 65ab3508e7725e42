import { RE2JS } from 're2js';

/** What `\s` is in ECMAScript; in RE2 it is ASCII. */
const space =
  '\\t\\n\\x0b\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const notSpace =
  '\\x00-\\x08\\x0e-\\x1f!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}' +
  '\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';
/** Long names of the categories that people write. */
const categories: Readonly<Record<string, string>> = {
  Letter: 'L',
  Lowercase_Letter: 'Ll',
  Uppercase_Letter: 'Lu',
  Mark: 'M',
  Number: 'N',
  Decimal_Number: 'Nd',
  Punctuation: 'P',
  Symbol: 'S',
  Separator: 'Z',
};
const property = (name: string): string => {
  const value = name.replace(/^(Script|sc|General_Category|gc)=/, '');
  return categories[value] ?? value;
};

/** A pattern in ECMAScript's spelling (flag `u`) as RE2 spells it. */
export function spelledForRe2(text: string): string {
  let inClass = false;
  const spelled = text.replace(/\\[pP]\{([^}]*)\}|\\[\s\S]|[[\]]/g, (token, name: string | undefined) => {
    if (name !== undefined) return `${token.slice(0, 2)}{${property(name)}}`;
    if (token === '[') inClass = true;
    else if (token === ']') inClass = false;
    else if (token === '\\s') return inClass ? space : `[${space}]`;
    else if (token === '\\S') return inClass ? notSpace : `[${notSpace}]`;
    return token;
  });
  return RE2JS.translateRegExp(spelled);
}
