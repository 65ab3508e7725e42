import path from 'node:path';
import type { Refusal } from '#kernel/outcome';
import type { Locale } from '#kernel/text';
import type { Failure } from '../support/report.ts';
import { lineAt } from '../support/tree.ts';
import { withoutComments } from './code.ts';
import { type Files, isTest, pick } from './files.ts';

/** What stands at the top of a file under a name: what it leans on, and why it refuses. */
interface Declaration {
  readonly file: string;
  /** Names it uses, of its own file or of those it imports. */
  readonly uses: ReadonlySet<string>;
  readonly refusals: readonly { readonly code: string; readonly where: string }[];
}
interface Source {
  readonly declared: ReadonlyMap<string, Declaration>;
  /** Where a name comes from that is imported or handed on. */
  readonly from: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

const heads = /^(?:export )?(?:async )?(?:function|const|class) (\w+)/gm;
const lists = /^(?:import|export)\s*\{([^}]*)\}\s*from\s*'([^']+)'/gm;
/** A refusal, made by `refused` or written as it is. */
const spot = /\{\s*code:\s*([^,}]*)/g;

/** Codes that stand there as texts, one or either of two; a code has two words at least, as names of fields have not. */
const codesOf = (expression: string): readonly string[] =>
  [...expression.matchAll(/(?:^|[?:]\s*)'([a-z]+(?:[.-][a-z]+)+)'/g)].map(([, code = '']) => code);

/** Code without comments and texts, positions kept. */
const bare = (text: string): string =>
  withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'/g, (part) => `'${' '.repeat(part.length - 2)}'`);

function sourceOf(file: string, text: string): Source {
  const code = withoutComments(text);
  const names = bare(text);
  const found = [...code.matchAll(heads)];
  const declared = found.map(({ 1: name = '', index }, n): [string, Declaration] => {
    const end = found[n + 1]?.index ?? code.length;
    const refusals = [...code.slice(index, end).matchAll(spot)].flatMap(({ 1: said = '', index: at }) => {
      const where = `${file}:${lineAt(text, index + at)}`;
      return codesOf(said).map((each) => ({ code: each, where }));
    });
    const uses = [...names.slice(index, end).matchAll(/(?<![.\w])[A-Za-z_]\w*/g)].map(([word]) => word);
    return [name, { file, uses: new Set(uses), refusals }];
  });
  const from = [...code.matchAll(lists)].flatMap(([, list = '', of = '']) =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '' && !each.startsWith('type '))
      .map((each) => {
        const [name = '', as = name] = each.split(/\s+as\s+/);
        return [
          as,
          { file: of.startsWith('.') ? path.posix.join(path.posix.dirname(file), of) : of, name },
        ] as const;
      }),
  );
  return { declared: new Map(declared), from: new Map(from) };
}

const sourcesIn = (files: Files, folder: string): ReadonlyMap<string, Source> =>
  new Map(
    pick(files, (name) => `${name}/`.startsWith(`${folder}/`) && name.endsWith('.ts') && !isTest(name)).map(
      ([name, text]) => [name, sourceOf(name, text)],
    ),
  );

function find(sources: ReadonlyMap<string, Source>, file: string, name: string): Declaration | undefined {
  const source = sources.get(file);
  const own = source?.declared.get(name);
  if (own) return own;
  const next = source?.from.get(name);
  return next && next.file !== file ? find(sources, next.file, next.name) : undefined;
}

/** Where each code is made, by the code. */
export type Met = ReadonlyMap<string, string>;

/**
 * Every refusal that pages of a surface can be given by a room: those of the commands that they take from its door and of all
 * that these lean on, and those that the pages make themselves.
 * @param also names of the door by which the worker leaves refusals for these pages.
 */
export function refusalsMet(files: Files, surface: string, room: string, also: readonly string[] = []): Met {
  const sources = sourcesIn(files, `src/capabilities/${room}`);
  const met = new Map<string, string>();
  const seen = new Set<Declaration>();
  const visit = (declaration: Declaration | undefined): void => {
    if (!declaration || seen.has(declaration)) return;
    seen.add(declaration);
    for (const { code, where } of declaration.refusals) if (!met.has(code)) met.set(code, where);
    for (const name of declaration.uses) visit(find(sources, declaration.file, name));
  };
  const door = (name: string) => visit(find(sources, `src/capabilities/${room}/index.ts`, name));
  also.forEach(door);
  for (const page of sourcesIn(files, `src/surfaces/${surface}`).values()) {
    for (const declaration of page.declared.values())
      for (const { code, where } of declaration.refusals) met.set(code, where);
    for (const { file, name } of page.from.values()) if (file === `#capabilities/${room}`) door(name);
  }
  return met;
}

/** Every refusal that is made in a folder. */
export const refusalsIn = (files: Files, folder: string): Met =>
  new Map(
    [...sourcesIn(files, folder).values()]
      .flatMap(({ declared }) => [...declared.values()].flatMap(({ refusals }) => refusals))
      .map(({ code, where }) => [code, where]),
  );

/** Refusals of a room whose code is not written where they are made: nobody could tell whether they have a sentence. */
export function unreadable(files: Files, room: string): Failure[] {
  return pick(
    files,
    (name) => name.startsWith(`src/capabilities/${room}/`) && name.endsWith('.ts') && !isTest(name),
  ).flatMap(([name, text]) => {
    const code = withoutComments(text);
    return [...code.matchAll(/\brefused\(\s*\{\s*(?:code:\s*([^,}]*)|(?![^}]*\.\.\.))/g)]
      .filter(([, said = '']) => codesOf(said).length === 0)
      .map(({ index }) => ({
        where: `${name}:${lineAt(text, index)}`,
        what: 'A refusal whose code is computed, or one word.',
        remedy: "Write refused({ code: '…' }) for each code, or hand one on by refused({ ...refusal }).",
      }));
  });
}

type Sentence = (refusal: Refusal, locale: Locale) => string;
/** Something for every gap of a sentence. */
const details = new Proxy<Record<string, number>>({}, { get: () => 1 });

/** Refusals that a surface can meet and has no sentence for, in one of the two languages. */
export function unspoken(met: Met, surface: string, sentence: Sentence): Failure[] {
  const nobody = { code: 'a-code-that-nobody-has', details };
  return [...met].flatMap(([code, where]) => {
    const [vi, en] = [sentence({ code, details }, 'vi'), sentence({ code, details }, 'en')];
    if (vi !== sentence(nobody, 'vi') && en !== sentence(nobody, 'en') && vi !== en) return [];
    return [
      {
        where,
        what: `“${code}” can be met in src/surfaces/${surface}, which has no sentence for it in Vietnamese and English.`,
        remedy: 'Write what happened and what to do into its list of sentences.',
      },
    ];
  });
}
