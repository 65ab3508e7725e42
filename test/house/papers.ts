import type { Failure } from '../support/report.ts';
import { lineAt } from '../support/tree.ts';
import { type Files, pick } from './files.ts';

// Written in pieces, so that this file does not find itself.
const machinePaths = new RegExp(
  [
    `(?<![\\w.])/${'home'}/\\w`,
    `(?<![\\w.])/${'root'}/`,
    `/${'Users'}/\\w`,
    `/${'work'}/(?:main|shared)`,
    `[A-Z]:\\\\${'Users'}`,
    `/${'tmp'}/bash`,
  ].join('|'),
  'g',
);
const registries = new RegExp(
  [
    `registry\\.${'npmjs'}\\.org`,
    `registry\\.${'yarnpkg'}\\.com`,
    `npm\\.pkg\\.${'github'}`,
    `_auth${'Token'}`,
    `(?:^|\\n)registry\\s*=`,
  ].join('|'),
  'gi',
);

/** Nothing in the repository knows the machine it was written on or the registry its packages came from. */
export const traces = (files: Files, lock: string | undefined): Failure[] => [
  ...find(
    files,
    machinePaths,
    'A path of one machine',
    'Use a path from the root of the repository, or a setting.',
  ),
  ...find(
    files,
    registries,
    'The address or key of a registry',
    'Leave it to the settings of whoever installs.',
  ),
  ...hostsIn(lock ?? ''),
];

function find(files: Files, pattern: RegExp, what: string, remedy: string): Failure[] {
  return [...files].flatMap(([name, text]) =>
    [...text.matchAll(pattern)].map((match) => ({
      where: `${name}:${lineAt(text, match.index)}`,
      what: `${what}: ${match[0].trim()}`,
      remedy,
    })),
  );
}

/** The lock file may name the public registry, which npm replaces by the one in use, and no other. */
function hostsIn(lock: string): Failure[] {
  const known = `https://registry.${'npmjs'}.org/`;
  const other = [...lock.matchAll(/"resolved": "([^"]+)"/g)].find(
    (match) => !(match[1] ?? '').startsWith(known),
  );
  if (other === undefined) return [];
  return [
    {
      where: `package-lock.json:${lineAt(lock, other.index)}`,
      what: `A package from another place: ${other[1]}`,
      remedy:
        'Delete the "resolved" lines and keep "integrity" (npm config: omit-lockfile-registry-resolved=true).',
    },
  ];
}

/** Every page says who may see it and what is written into the log of readings. */
export const pages = (files: Files): Failure[] =>
  pick(files, (name) => /^src\/surfaces\/.*\.page\.ts$/.test(name))
    // A page made by a factory of its surface gets them there; the factory calls definePage and does not compile without.
    .filter(([, text]) => text.includes('definePage('))
    .flatMap(([where, text]) =>
      (['permission', 'audit'] as const)
        .filter((word) => !new RegExp(`\\b${word}\\s*[:,]`).test(text))
        .map((word) => ({
          where,
          what: `This page declares no ${word}.`,
          remedy: `Write \`${word}: …\` into its route; a page for everybody says so with a public permission.`,
        })),
    );

const terms = [
  'hồ sơ',
  'thủ tục hành chính',
  'một cửa',
  'tiếp nhận',
  'bổ sung',
  'trả kết quả',
  'ngày làm việc',
  'phí',
  'lệ phí',
  'giấy tiếp nhận',
];

/** The words of the field stand in the glossary, each row with Vietnamese, English and its source. */
export function glossary(files: Files): Failure[] {
  const text = files.get('GLOSSARY.md');
  const remedy = 'GLOSSARY.md is a table: | Vietnamese | English | legal source |.';
  if (text === undefined) return [{ where: 'GLOSSARY.md', what: 'Missing.', remedy }];
  const rows = text
    .split('\n')
    .map((line, at) => ({
      at: at + 1,
      cells: line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
      line,
    }))
    .filter(({ line }) => line.startsWith('|'));
  const words = rows.map(({ cells }) => (cells[0] ?? '').toLowerCase());
  const missing = terms.filter((term) => !words.some((word) => word.includes(term)));
  const thin = rows.filter(({ cells }) => cells.length < 3 || cells.slice(0, 2).some((cell) => cell === ''));
  return [
    ...missing.map((term) => ({ where: 'GLOSSARY.md', what: `The term “${term}” is missing.`, remedy })),
    ...thin.map(({ at }) => ({ where: `GLOSSARY.md:${at}`, what: 'A row without its three cells.', remedy })),
  ];
}
