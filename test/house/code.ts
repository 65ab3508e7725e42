import type { Failure } from '../support/report.ts';
import { lineAt } from '../support/tree.ts';
import { type Files, isTest, pick, shipped } from './files.ts';

/** Source without comments, positions kept, so that a word in a sentence is not taken for code. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));

/** Every place in the files where the pattern stands in code. */
function findIn(
  files: readonly [name: string, text: string][],
  pattern: RegExp,
  what: string,
  remedy: string,
): Failure[] {
  return files.flatMap(([name, text]) =>
    [
      ...withoutComments(text).matchAll(
        new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`),
      ),
    ].map((match) => ({
      where: `${name}:${lineAt(text, match.index)}`,
      what: `${what}: ${match[0].trim().slice(0, 80)}`,
      remedy,
    })),
  );
}

const medianBelow = 90;
const nineOfTenBelow = 250;

/** Small files: median under 90 lines, nine of ten under 250 (tests aside). */
export function sizes(files: Files): Failure[] {
  const lines = shipped(files)
    .map(([name, text]) => ({ name, lines: text.split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  if (lines.length === 0) return [];
  const median = lines[Math.floor((lines.length - 1) / 2)]?.lines ?? 0;
  const ninth = lines[Math.ceil(lines.length * 0.9) - 1]?.lines ?? 0;
  const longest = lines
    .slice(-5)
    .map((file) => `${file.name} ${file.lines}`)
    .join(', ');
  const remedy = 'Divide the longest files by what they are about; each part should have a name of its own.';
  return [
    ...(median < medianBelow
      ? []
      : [
          {
            where: 'src',
            what: `The median file has ${median} lines (under ${medianBelow}). Longest: ${longest}`,
            remedy,
          },
        ]),
    ...(ninth < nineOfTenBelow
      ? []
      : [
          {
            where: 'src',
            what: `Fewer than nine of ten files are under ${nineOfTenBelow} lines. Longest: ${longest}`,
            remedy,
          },
        ]),
  ];
}

/** Time comes from the clock, chance from crypto: what a room decides can be replayed. */
export const clockAndChance = (files: Files): Failure[] =>
  findIn(
    shipped(files).filter(
      ([name]) =>
        /^src\/(capabilities|surfaces|reactions)\//.test(name) &&
        !name.endsWith('.browser.ts') &&
        !name.endsWith('/time.ts'),
    ),
    /\bnew Date\(\s*\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(/,
    'Time or chance from nowhere',
    'Ask ctx.clock for the time (kernel/time.ts) and platform/crypto for chance.',
  );

/** A test that is not run, or that keeps others from running. */
export const sleepingTests = (files: Files): Failure[] =>
  findIn(
    pick(files, (name) => isTest(name) || /\.(test|journey)\.ts$/.test(name)),
    /\b(?:test|it|describe|suite)\.(?:skip|only|todo)\b|\b(?:t|context)\.(?:skip|todo)\(|[{,]\s*(?:skip|only|todo):\s*(?:true|['"`])/,
    'A test that sleeps or silences others',
    'Mend it or delete it.',
  );

const sqlShape =
  /(['"`])\s*(?:select\s[^'"`]*\sfrom\s|insert\s+into\s|update\s+\w+(?:\.\w+)?\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()/i;

/** SQL lives in .sql files of rooms and of the platform. */
export const strayStatements = (files: Files): Failure[] =>
  findIn(
    shipped(files).filter(([name]) =>
      /^src\/(surfaces|capabilities|reactions|integrations|design)\//.test(name),
    ),
    sqlShape,
    'SQL inside TypeScript',
    'Move it into a .sql file beside the command or query of the room that owns the table.',
  );

export const strayFiles = (files: Files): Failure[] =>
  pick(
    files,
    (name) => name.endsWith('.sql') && !/^(src\/(capabilities|platform)\/|database\/|test\/)/.test(name),
  ).map(([where]) => ({
    where,
    what: 'A .sql file outside rooms, platform and database/.',
    remedy: 'Surfaces and reactions ask a room; the room keeps the SQL.',
  }));

/** The content security policy forbids inline style and handlers: they would be dead in the browser. */
export const inlineStyle = (files: Files): Failure[] =>
  findIn(
    shipped(files).filter(
      ([name]) =>
        /^src\/(surfaces|design|platform|integrations)\//.test(name) && !name.endsWith('.browser.ts'),
    ),
    /<[a-z][^<>`]*\s(?:style|on[a-z]+)=["'$]|<script(?![^>]*\bsrc\b)[^>]*>|<style[\s>]|href=["']javascript:/,
    'Inline style or script in HTML',
    'Give the element a class and write it in a .css file; behaviour belongs in a *.browser.ts.',
  );
