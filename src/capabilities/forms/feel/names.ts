/** Words of the language; a question cannot bear one of them as its id. */
const words = new Set(
  (
    'if then else for in return some every satisfies between and or not instance of function external true false null ' +
    'date time string number boolean list context range any partial item fact'
  ).split(' '),
);
export const isWordOfFeel = (id: string): boolean => words.has(id);

const name = /\.?\s*[\p{L}_][\p{L}\p{N}_]*/gu;

/** The expression with its questions under other names; texts and keys after a dot stay. */
export const renamedFeel = (feel: string, rename: (id: string) => string): string =>
  feel
    .split(/("(?:[^"\\]|\\.)*")/u)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(name, (match) => (match.startsWith('.') || words.has(match) ? match : rename(match))),
    )
    .join('');
